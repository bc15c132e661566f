package vn.dondoc.backup;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What of a home is put aside.
 *
 * @param database the SQLite file
 * @param received the folder of original files
 * @param linkSecret the key that signs the links in letters
 * @param folder the home itself, with {@code rules schedules config}
 */
public record HomeFiles(Path folder, Path database, Path received, Path linkSecret) {

    /** The folders and files beside the database and the originals, by their names in a backup; some may be missing. */
    Map<String, Path> others() {
        Map<String, Path> others = new LinkedHashMap<>();
        for (String name : java.util.List.of("rules", "schedules", "config")) {
            others.put(name, folder.resolve(name));
        }
        others.put("ack-secret", linkSecret);
        return others;
    }
}
