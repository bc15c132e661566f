package vn.dondoc.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * The SQLite file and its connections: write-ahead log, foreign keys on, transactions that take the write lock at their
 * start (a later upgrade from read to write would fail at once in spite of the busy timeout), every commit on disk.
 *
 * <p>Instants are stored as ISO text in UTC with milliseconds, days as ISO text: both sort as they stand.
 */
public final class Database implements AutoCloseable {
    private static final int BUSY_TIMEOUT_MILLIS = 10_000;
    private static final int CONNECTIONS = 4;
    /** Of each connection; a morning reads much of the tables, again and again. */
    private static final int CACHE_KIBIBYTES = 32 * 1024;

    private final HikariDataSource connections;
    private final Jdbi jdbi;

    private Database(HikariDataSource connections) {
        this.connections = connections;
        this.jdbi = Jdbi.create(connections);
    }

    /** Opens the file, making it and its tables where they are missing. Every commit is on disk when it returns. */
    public static Database open(Path file) {
        return open(file, SynchronousMode.FULL);
    }

    /** The same for a rehearsal: quicker, and not meant to outlive a power cut. */
    public static Database openForRehearsal(Path file) {
        return open(file, SynchronousMode.OFF);
    }

    private static Database open(Path file, SynchronousMode synchronous) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(source(file, synchronous));
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(1);
        HikariDataSource connections = new HikariDataSource(pool);
        Flyway.configure()
                .dataSource(connections)
                .locations("classpath:vn/dondoc/store/migrations")
                .load()
                .migrate();
        return new Database(connections);
    }

    private static SQLiteDataSource source(Path file, SynchronousMode synchronous) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(synchronous);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.enforceForeignKeys(true);
        // SQLite counts pages, and kibibytes below zero
        config.setCacheSize(-CACHE_KIBIBYTES);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    /**
     * Copies a database with everything in it, as it is at this moment; one that is being written to, too.
     *
     * @param to does not exist yet
     */
    public static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to.toAbsolutePath().getParent());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + TakenOverRecords.readOnly(from));
        Jdbi.create(source).useHandle(handle -> handle.execute("VACUUM INTO ?", to.toString()));
    }

    @Override
    public void close() {
        connections.close();
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    /** An instant as a column holds it: 2017-12-18T00:30:00.000Z. */
    static String column(Instant instant) {
        return java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
                .withZone(java.time.ZoneOffset.UTC)
                .format(instant);
    }
}
