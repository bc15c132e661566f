package vn.dondoc.config;

import java.nio.file.Path;
import java.util.Map;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.YamlSection;

/** Reads {@code config/dondoc.yaml}. Only a reading without problems may be used. */
public final class ConfigurationFile {
    private ConfigurationFile() {}

    public static Configuration read(Path home, Problems problems) {
        return read(home, System.getenv(), problems);
    }

    static Configuration read(Path home, Map<String, String> environment, Problems problems) {
        YamlSection file = YamlSection.read(home.resolve("config").resolve("dondoc.yaml"), problems);
        return Configuration.read(new SettingReader(file, home, environment));
    }
}
