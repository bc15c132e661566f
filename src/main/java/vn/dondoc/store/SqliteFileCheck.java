package vn.dondoc.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteDataSource;
import vn.dondoc.audit.BrokenChain;

/** A database file looked at from outside, which is only read. */
public final class SqliteFileCheck {
    private static final int MOST_FAULTS = 10;

    private SqliteFileCheck() {}

    /**
     * What such a file is.
     *
     * @param schema version of its tables; an earlier one has fewer of them, and what it does not have is left out
     * @param faults what is broken in it, in Vietnamese; empty when it is whole
     * @param originals where each original file is kept, below their folder, with the SHA-256 of its bytes
     * @param letters how many it holds
     * @param lastLetter when the last one was sent
     */
    public record Found(
            String schema,
            List<String> faults,
            Map<String, String> originals,
            long letters,
            Optional<Instant> lastLetter) {
        public Found {
            faults = List.copyOf(faults);
            originals = Map.copyOf(originals);
        }
    }

    /** Whether a file holds no table, is empty, or is not there: opened, it would begin afresh. */
    public static boolean isBlank(Path file) {
        try {
            if (!Files.exists(file) || Files.size(file) == 0) {
                return true;
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + TakenOverRecords.readOnly(file));
        return Jdbi.create(source)
                .withHandle(handle -> handle.select("SELECT count(*) = 0 FROM sqlite_master")
                        .mapTo(Boolean.class)
                        .one());
    }

    /** @throws UnreadableFileException when it is no database of this program at all */
    public static Found look(Path file) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + TakenOverRecords.readOnly(file));
        try {
            return Jdbi.create(source).withHandle(SqliteFileCheck::look);
        } catch (JdbiException unreadable) {
            throw new UnreadableFileException(unreadable);
        }
    }

    private static Found look(Handle handle) {
        return new Found(
                handle.select("SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL"
                                + " ORDER BY installed_rank DESC LIMIT 1")
                        .mapTo(String.class)
                        .one(),
                faults(handle),
                originals(handle),
                handle.select("SELECT count(*) FROM outbox").mapTo(Long.class).one(),
                handle.select("SELECT max(sent_at) FROM outbox")
                        .mapTo(String.class)
                        .findOne()
                        .map(Instant::parse));
    }

    private static List<String> faults(Handle handle) {
        List<String> faults = new ArrayList<>();
        handle.select("PRAGMA integrity_check(" + MOST_FAULTS + ")")
                .mapTo(String.class)
                .filter(answer -> !answer.equals("ok"))
                .forEach(fault -> faults.add("tệp hỏng: " + fault));
        handle.select("SELECT DISTINCT \"table\" FROM pragma_foreign_key_check")
                .mapTo(String.class)
                .forEach(table -> faults.add("bảng " + table + " trỏ đến dòng không có"));
        if (has(handle, "audit")) {
            AuditLog.verify(handle).map(SqliteFileCheck::inWords).ifPresent(faults::add);
        }
        return faults;
    }

    private static String inWords(BrokenChain broken) {
        return "sổ ghi không còn nguyên vẹn, từ dòng số " + broken.number() + ": " + broken.reason();
    }

    /** Whether the file is of a version that had such a table already. */
    private static boolean has(Handle handle, String table) {
        return handle.select("SELECT count(*) > 0 FROM sqlite_master WHERE type = 'table' AND name = ?", table)
                .mapTo(Boolean.class)
                .one();
    }

    private static Map<String, String> originals(Handle handle) {
        if (!has(handle, "received_file")) {
            return Map.of();
        }
        Map<String, String> originals = new TreeMap<>();
        handle.select("SELECT stored_path, sha256 FROM received_file")
                .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(original -> originals.put(original.getKey(), original.getValue()));
        return originals;
    }

    /** Whether an earlier version of this program made tables of that version. */
    public static boolean isEarlier(String schema) {
        return MigrationVersion.fromVersion(schema).compareTo(MigrationVersion.fromVersion(schemaOfThisProgram())) < 0;
    }

    /** The version of the tables that this program makes. */
    public static String schemaOfThisProgram() {
        var newest = Flyway.configure()
                .dataSource("jdbc:sqlite::memory:", null, null)
                .locations(Dialect.SQLITE.migrations())
                .load()
                .info()
                .pending();
        return newest[newest.length - 1].getVersion().getVersion();
    }
}
