package vn.dondoc.config;

import java.util.Map;

/**
 * Where backups go.
 *
 * @param folder from the home on, or absolute; another disk outlives this one
 * @param keep how many are kept
 */
public record BackupConfiguration(String folder, int keep) {

    static BackupConfiguration read(SettingReader backup) {
        return new BackupConfiguration(
                backup.section().text("folder", "data/backups"),
                backup.section().number("keep", 30, 1, 1000));
    }

    void listInto(Map<String, String> settings) {
        settings.put("backup.folder", folder);
        settings.put("backup.keep", String.valueOf(keep));
    }
}
