package vn.dondoc.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import vn.dondoc.backup.Backups;
import vn.dondoc.backup.HomeFiles;
import vn.dondoc.backup.Restoration;
import vn.dondoc.config.BackupConfiguration;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.reading.Problem;
import vn.dondoc.store.DatabaseAddress.SqliteFile;

/** What of a home is put aside, where to, and how it is put back. */
public final class BackedUpHome {
    private final Settings settings;

    public BackedUpHome(Settings settings) {
        this.settings = settings;
    }

    /** Puts a copy aside, while the program serves or not. */
    Path make(Instant now) {
        BackupConfiguration backup = settings.configuration().backup();
        Path root = settings.home().folder().resolve(backup.folder());
        return new Backups(root).make(files(), settings.database(), backup.keep(), now);
    }

    /**
     * Looks whether a backup can be restored.
     *
     * @throws FaultyFileException when it cannot; says why
     */
    public Restoration look(Path backup) {
        if (!(settings.database() instanceof SqliteFile)) {
            throw new FaultyFileException(List.of(new Problem(
                    "config/dondoc.yaml, database.url",
                    "dữ liệu đang ở PostgreSQL",
                    "để trống database.url, phục hồi vào tệp SQLite, rồi chuyển sang cơ sở dữ liệu trống bằng dondoc"
                            + " migrate")));
        }
        return Restoration.of(backup, files());
    }

    /** Restores, while nobody serves. */
    public Restoration.Outcome restore(Path backup, String author, Instant now) {
        try (ServingLock alone = ServingLock.take(settings.home().data(), now)) {
            return look(backup).restore(author, settings.configuration().mail().from(), now);
        }
    }

    private HomeFiles files() {
        var home = settings.home();
        return new HomeFiles(
                home.folder(), home.database(settings.configuration()), home.received(), home.linkSecret());
    }
}
