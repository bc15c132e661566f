package vn.dondoc.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.reading.Problem;
import vn.dondoc.store.DatabaseAddress.PostgresServer;
import vn.dondoc.store.DatabaseAddress.SqliteFile;

/**
 * The database and its connections: a SQLite file, or a PostgreSQL server that several nodes share.
 *
 * <p>On SQLite: write-ahead log, foreign keys on, transactions that take the write lock at their start (a later upgrade
 * from read to write would fail at once in spite of the busy timeout), every commit on disk.
 *
 * <p>Instants are stored as ISO text in UTC with milliseconds, days as ISO text: both sort as they stand.
 */
public final class Database implements AutoCloseable {
    private static final int BUSY_TIMEOUT_MILLIS = 10_000;
    private static final int CONNECTIONS = 4;
    /** Of each connection. What does not fit is with the system, a copy away; more would be held four times. */
    private static final int CACHE_KIBIBYTES = 8 * 1024;

    private final HikariDataSource connections;
    private final Dialect dialect;
    private final Jdbi jdbi;
    private final Optional<PostgresServer> server;
    /** Within the process: SQLite lets those who wait for the write lock sleep and ask again, long after it is free. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private Database(HikariDataSource connections, Dialect dialect, Optional<PostgresServer> server) {
        this.connections = connections;
        this.dialect = dialect;
        this.jdbi = dialect.speakTo(Jdbi.create(connections));
        this.server = server;
    }

    /** Takes up what speaks to a file, ahead of time; touches none. */
    public static void wake() {
        SQLiteDataSource nowhere = new SQLiteDataSource();
        nowhere.setUrl("jdbc:sqlite::memory:");
        Jdbi.create(nowhere)
                .useHandle(handle -> handle.select("SELECT 1").mapTo(Long.class).one());
    }

    /**
     * Opens the database, making what is missing of its tables.
     *
     * @throws vn.dondoc.reading.FaultyFileException when the server cannot be reached or its database cannot be used
     */
    public static Database open(DatabaseAddress address) {
        return address instanceof PostgresServer server ? open(server) : open(((SqliteFile) address).file());
    }

    /**
     * Opens the file, making it and its tables where they are missing. Every commit is on disk when it returns.
     *
     * <p>What fails for the sake of file or disk is told by {@link DatabaseFault#in}.
     */
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
        SQLiteDataSource source = source(file, synchronous);
        refuseDamaged(source);
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(source);
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(1);
        HikariDataSource connections = new HikariDataSource(pool);
        try {
            migrate(connections, Dialect.SQLITE);
        } catch (RuntimeException unusable) {
            connections.close();
            throw unusable;
        }
        return new Database(connections, Dialect.SQLITE, Optional.empty());
    }

    /**
     * Before the pool is made, which would say in its log what is said to the administrator. A file that is cut off or no
     * database fails with the first read.
     */
    private static void refuseDamaged(SQLiteDataSource source) {
        Jdbi.create(source)
                .useHandle(handle -> handle.select("SELECT count(*) FROM sqlite_master")
                        .mapTo(Long.class)
                        .one());
    }

    private static Database open(PostgresServer server) {
        HikariDataSource connections = PostgresPool.to(server, CONNECTIONS);
        try {
            PostgresPool.refuseUnusable(connections, server);
            migrate(connections, Dialect.POSTGRESQL);
        } catch (RuntimeException unusable) {
            connections.close();
            throw unusable;
        }
        return new Database(connections, Dialect.POSTGRESQL, Optional.of(server));
    }

    private static void migrate(HikariDataSource connections, Dialect dialect) {
        if (dialect == Dialect.SQLITE && TableHistory.SHIPPED.isOf(connections)) {
            return;
        }
        Flyway tables = Flyway.configure()
                .dataSource(connections)
                .locations(dialect.migrations())
                .load();
        refuseNewer(tables);
        tables.migrate();
    }

    /** What a newer program has written, this one would read wrongly. */
    private static void refuseNewer(Flyway tables) {
        for (MigrationInfo migration : tables.info().all()) {
            if (migration.getState() == MigrationState.FUTURE_SUCCESS) {
                throw new FaultyFileException(List.of(new Problem(
                        "cơ sở dữ liệu",
                        "đã được một phiên bản mới hơn của chương trình dùng (mức " + migration.getVersion() + ")",
                        "chạy phiên bản mới hơn đó, hoặc phục hồi bản sao lưu trước khi nâng cấp")));
            }
        }
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

    /** Copies a database of either kind into a file. As {@link #copy(Path, Path)}. */
    public static void copy(DatabaseAddress from, Path to) {
        if (from instanceof PostgresServer server) {
            TakenOverRecords.copyEverything(server, to);
        } else {
            copy(((SqliteFile) from).file(), to);
        }
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

    /** The server on which other nodes may work, too; empty for a file. */
    public Optional<PostgresServer> server() {
        return server;
    }

    /**
     * A transaction that decides by what it reads: such ones follow each other, on whatever node they run. One that the
     * server gives up for another's sake is done over.
     */
    <T> T inTurn(HandleCallback<T, RuntimeException> work) {
        boolean first = waitForTurn();
        try {
            return Conflicts.retried(() -> jdbi.inTransaction(handle -> {
                dialect.waitForTurn(handle);
                return work.withHandle(handle);
            }));
        } finally {
            if (first) {
                turn.unlock();
            }
        }
    }

    /** False when the turn did not come in time, so that the database has to say who waits for whom. */
    private boolean waitForTurn() {
        try {
            return turn.tryLock(BUSY_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** An instant as a column holds it: 2017-12-18T00:30:00.000Z. */
    static String column(Instant instant) {
        return java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
                .withZone(java.time.ZoneOffset.UTC)
                .format(instant);
    }
}
