package vn.dondoc.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import vn.dondoc.store.DatabaseAddress.PostgresServer;
import vn.dondoc.store.DatabaseAddress.SqliteFile;

/**
 * What one database was told from outside, copied into a new one with its moments: reports, extensions, exemptions,
 * promises, silences; the rules that were in force likewise. What the product made of it (findings, notices, letters) stays behind.
 */
public final class TakenOverRecords {
    /** In the order of their references. */
    private static final List<String> TABLES =
            List.of("received_file", "entry", "ruling", "dispensation", "promise", "silence");

    private static final List<String> RULES = List.of("rule_publication", "rule_content", "rule_file");

    private TakenOverRecords() {}

    /**
     * Copies them in one transaction.
     *
     * @param from only read; one of an earlier version may lack tables and columns, and a running program may write it
     * @param to has none of them yet
     */
    public static void copy(Path from, Database to) {
        copy(TABLES, from, to);
    }

    /** Copies the rules that were in force, with their moments. */
    public static void copyRules(Path from, Database to) {
        copy(RULES, from, to);
    }

    /** As {@link #copy(Path, Database)}, from a database of either kind. */
    public static void copy(DatabaseAddress from, Database to) {
        copy(TABLES, from, to);
    }

    /** As {@link #copyRules(Path, Database)}, from a database of either kind. */
    public static void copyRules(DatabaseAddress from, Database to) {
        copy(RULES, from, to);
    }

    /** Makes a file that holds everything that the server does, as it is at this moment. */
    static void copyEverything(PostgresServer from, Path to) {
        try (Database file = Database.openForRehearsal(to)) {
            List<String> all = file.jdbi()
                    .withHandle(handle ->
                            Table.all(handle).stream().map(Table::name).toList());
            copy(all, from, file);
        }
    }

    private static void copy(List<String> tables, DatabaseAddress from, Database to) {
        if (from instanceof SqliteFile file) {
            copy(tables, file.file(), to);
        } else {
            copy(tables, (PostgresServer) from, to);
        }
    }

    /** In one transaction on either side, the server's being of one moment. */
    private static void copy(List<String> tables, PostgresServer from, Database to) {
        try (HikariDataSource source = PostgresPool.to(from, 1)) {
            Jdbi.create(source)
                    .useTransaction(
                            TransactionIsolationLevel.REPEATABLE_READ,
                            server -> to.jdbi()
                                    .useTransaction(file -> tables.forEach(table -> copy(table, server, file))));
        }
    }

    private static void copy(String name, Handle server, Handle file) {
        List<String> known = server.select(
                        "SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema()"
                                + " AND table_name = ?",
                        name)
                .mapTo(String.class)
                .list();
        if (!known.isEmpty()) {
            TableCopy.copy(Table.named(file, name).with(known), server, file);
        }
    }

    private static void copy(List<String> tables, Path from, Database to) {
        to.jdbi().useHandle(handle -> {
            handle.execute("ATTACH DATABASE ? AS source", readOnly(from));
            try {
                handle.useTransaction(inside -> tables.forEach(table -> copy(inside, table)));
            } finally {
                handle.execute("DETACH DATABASE source");
            }
        });
    }

    private static void copy(Handle handle, String table) {
        List<String> columns = columns(handle, "source", table);
        columns.retainAll(columns(handle, "main", table));
        if (!columns.isEmpty()) {
            String names = columns.stream().collect(Collectors.joining(", "));
            handle.execute("INSERT INTO main." + table + " (" + names + ") SELECT " + names + " FROM source." + table);
        }
    }

    private static List<String> columns(Handle handle, String schema, String table) {
        return handle.select("SELECT name FROM pragma_table_info(?, ?)", table, schema)
                .mapTo(String.class)
                .collect(Collectors.toList());
    }

    /** Without a write-ahead log nobody has the file open; then even opening it leaves no file beside it. */
    static String readOnly(Path file) {
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        return file.toAbsolutePath().toUri() + (Files.exists(log) ? "?mode=ro" : "?mode=ro&immutable=1");
    }
}
