package vn.dondoc.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import vn.dondoc.store.DatabaseAddress.PostgresServer;

/**
 * A real PostgreSQL, started when a test first asks for it. It sorts as a Vietnamese dictionary does, and its clock is not
 * on Vietnamese time: nothing may lean on the server's ways.
 */
public final class SharedPostgres {
    private static final String ACCOUNT = "postgres";
    private static final String WITH_TABLES = "with_tables";
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private SharedPostgres() {}

    /** An empty database with its tables. */
    public static PostgresServer database() {
        return create(" TEMPLATE " + WITH_TABLES);
    }

    /** One without tables. */
    public static PostgresServer bareDatabase() {
        return create("");
    }

    public static PostgresServer create(String how) {
        String name = "test_" + DATABASES.incrementAndGet();
        execute("CREATE DATABASE " + name + how);
        return server(name);
    }

    /** What somebody else does to a database. */
    public static void executeIn(PostgresServer database, String sql) {
        String name = database.url().substring(database.url().lastIndexOf('/') + 1);
        execute(SERVER.getDatabase(ACCOUNT, name), sql);
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale-provider", "icu")
                    .setLocaleConfig("icu-locale", "vi")
                    .setServerConfig("timezone", "America/New_York")
                    .start();
            execute(server.getPostgresDatabase(), "CREATE DATABASE " + WITH_TABLES);
            Database.open(server(server, WITH_TABLES)).close();
            return server;
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    private static PostgresServer server(String database) {
        return server(SERVER, database);
    }

    private static PostgresServer server(EmbeddedPostgres server, String database) {
        return new PostgresServer(
                PostgresServer.SCHEME + "localhost:" + server.getPort() + "/" + database, ACCOUNT, "không cần");
    }

    private static void execute(String sql) {
        execute(SERVER.getPostgresDatabase(), sql);
    }

    private static void execute(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }
}
