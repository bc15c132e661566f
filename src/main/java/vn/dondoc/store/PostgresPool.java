package vn.dondoc.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.reading.Problem;
import vn.dondoc.store.DatabaseAddress.PostgresServer;

/** Connections to a PostgreSQL server, and what can be wrong with it, said to the administrator. */
final class PostgresPool {
    private static final String PLACE = "database.url";
    private static final int CONNECT_MILLIS = 10_000;
    /** With this one exclusion constraints, identity columns and the rest of what is used are there. */
    private static final int OLDEST = 120_000;

    private PostgresPool() {}

    static HikariDataSource to(PostgresServer server, int connections) {
        HikariConfig pool = new HikariConfig();
        pool.setDriverClassName("org.postgresql.Driver");
        pool.setJdbcUrl(server.url());
        pool.setUsername(server.user().isEmpty() ? null : server.user());
        pool.setPassword(server.password().isEmpty() ? null : server.password());
        pool.addDataSourceProperty("ApplicationName", "dondoc");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.setConnectionTimeout(CONNECT_MILLIS);
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(1);
        try {
            return new HikariDataSource(pool);
        } catch (PoolInitializationException unreachable) {
            throw refusal(
                    "không vào được " + server.url() + " ("
                            + rootOf(unreachable).getMessage() + ")",
                    "kiểm tra địa chỉ, database.username, mật khẩu, và máy chủ PostgreSQL có đang chạy không");
        }
    }

    /** Texts in another encoding would lose letters; tables of somebody else's are not built among. */
    static void refuseUnusable(HikariDataSource connections, PostgresServer server) {
        Jdbi.create(connections).useHandle(handle -> {
            if (Integer.parseInt(text(handle, "SHOW server_version_num")) < OLDEST) {
                throw refusal(server.url() + " là PostgreSQL quá cũ", "dùng PostgreSQL 12 trở lên");
            }
            if (!text(handle, "SHOW server_encoding").equals("UTF8")) {
                throw refusal(
                        "cơ sở dữ liệu ở " + server.url() + " không dùng bảng mã UTF-8",
                        "tạo lại bằng lệnh: CREATE DATABASE dondoc ENCODING 'UTF8' TEMPLATE template0");
            }
            foreignTable(handle).ifPresent(table -> {
                throw refusal(
                        "cơ sở dữ liệu ở " + server.url() + " đã có bảng của chương trình khác (" + table + ")",
                        "tạo một cơ sở dữ liệu riêng cho Đôn Đốc");
            });
        });
    }

    private static Optional<String> foreignTable(Handle handle) {
        return handle.createQuery(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"
                                + " AND NOT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = current_schema()"
                                + " AND table_name = 'flyway_schema_history') ORDER BY table_name LIMIT 1")
                .mapTo(String.class)
                .findOne();
    }

    private static String text(Handle handle, String sql) {
        return handle.createQuery(sql).mapTo(String.class).one();
    }

    private static FaultyFileException refusal(String message, String hint) {
        return new FaultyFileException(List.of(new Problem(PLACE, message, hint)));
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
