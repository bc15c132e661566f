package vn.dondoc.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever changes the tables of one database changes those of the other. */
class SameTablesTest {
    @TempDir
    private Path folder;

    private Database sqlite;
    private Database postgres;

    @BeforeEach
    void open() {
        sqlite = Database.open(folder.resolve("dondoc.db"));
        postgres = Database.open(SharedPostgres.database());
    }

    @AfterEach
    void close() {
        sqlite.close();
        postgres.close();
    }

    @Test
    void both_have_the_same_tables_with_the_same_columns() {
        assertThat(columnsOnPostgres()).isEqualTo(columnsOnSqlite());
    }

    @Test
    void both_have_the_same_keys() {
        Map<String, List<String>> keys = new TreeMap<>();
        tables().forEach(table -> keys.put(table.name(), table.key()));
        assertThat(keysOnPostgres()).isEqualTo(keys);
    }

    @Test
    void both_have_the_same_indexes() {
        String onSqlite = "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
                + " AND tbl_name NOT LIKE 'flyway%' ORDER BY name";
        String onPostgres = "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema()"
                + " AND tablename NOT LIKE 'qrtz%' AND tablename NOT LIKE 'flyway%'"
                + " AND indexname NOT LIKE '%\\_key' AND indexname NOT LIKE '%\\_pkey' ORDER BY indexname COLLATE \"C\"";
        assertThat(texts(postgres, onPostgres)).isEqualTo(texts(sqlite, onSqlite));
    }

    /** A row is replaced by an update where the words "insert or replace" are not known; TRUNCATE is a word of the other only. */
    @Test
    void both_lock_the_same_tables() {
        String onSqlite =
                "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name NOT LIKE '%_is_never_replaced'"
                        + " ORDER BY name";
        String onPostgres =
                "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgname NOT LIKE '%\\_is_never_emptied'"
                        + " ORDER BY tgname::text COLLATE \"C\"";
        assertThat(texts(postgres, onPostgres)).isEqualTo(texts(sqlite, onSqlite));
    }

    @Test
    void both_refer_to_the_same_tables() {
        String onPostgres = "SELECT DISTINCT conrelid::regclass || ' ' || confrelid::regclass FROM pg_constraint"
                + " WHERE contype = 'f' AND conrelid::regclass::text NOT LIKE 'qrtz%'";
        List<String> references = tables().stream()
                .flatMap(table -> sqlite
                        .jdbi()
                        .withHandle(handle -> handle.select(
                                        "SELECT DISTINCT \"table\" FROM pragma_foreign_key_list(?)", table.name())
                                .mapTo(String.class)
                                .list())
                        .stream()
                        .map(other -> table.name() + " " + other))
                .toList();
        assertThat(texts(postgres, onPostgres)).containsExactlyInAnyOrderElementsOf(references);
    }

    @Test
    void every_text_is_ordered_byte_by_byte_whatever_the_servers_language() {
        assertThat(
                        texts(
                                postgres,
                                "SELECT table_name || '.' || column_name FROM information_schema.columns"
                                        + " WHERE table_schema = current_schema() AND table_name NOT LIKE 'flyway%'"
                                        + " AND data_type IN ('text', 'character varying') AND collation_name IS DISTINCT FROM 'C'"))
                .isEmpty();
        assertThat(texts(postgres, "SELECT 'Ă' < 'B'"))
                .as("the server itself sorts as a dictionary")
                .containsExactly("t");
    }

    private List<Table> tables() {
        return sqlite.jdbi().withHandle(Table::all);
    }

    private Map<String, List<String>> columnsOnSqlite() {
        Map<String, List<String>> columns = new TreeMap<>();
        sqlite.jdbi()
                .useHandle(handle -> tables().forEach(table -> columns.put(
                        table.name(),
                        handle.select(
                                        "SELECT name, type, \"notnull\" OR pk > 0 FROM pragma_table_info(?)",
                                        table.name())
                                .map((row, context) -> row.getString(1) + " " + kind(row.getString(2))
                                        + (row.getBoolean(3) ? " !" : ""))
                                .list())));
        return columns;
    }

    private Map<String, List<String>> columnsOnPostgres() {
        return postgres.jdbi()
                .withHandle(handle -> grouped(
                        handle,
                        "SELECT table_name, column_name || ' ' || data_type || CASE is_nullable WHEN 'NO' THEN ' !' ELSE '' END"
                                + " FROM information_schema.columns WHERE table_schema = current_schema()"
                                + " AND table_name NOT LIKE 'qrtz%' AND table_name NOT LIKE 'flyway%'"
                                + " ORDER BY ordinal_position"));
    }

    private Map<String, List<String>> keysOnPostgres() {
        return postgres.jdbi()
                .withHandle(handle -> grouped(
                        handle,
                        "SELECT k.table_name, k.column_name FROM information_schema.key_column_usage k"
                                + " JOIN information_schema.table_constraints c USING (constraint_schema, constraint_name)"
                                + " WHERE c.constraint_type = 'PRIMARY KEY' AND k.table_schema = current_schema()"
                                + " AND k.table_name NOT LIKE 'qrtz%' AND k.table_name NOT LIKE 'flyway%'"
                                + " ORDER BY k.ordinal_position"));
    }

    private static Map<String, List<String>> grouped(Handle handle, String sql) {
        return handle
                .createQuery(sql)
                .map((row, context) -> Map.entry(row.getString(1), kinds(row.getString(2))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static String kinds(String column) {
        return column.replace(" bigint", " integer");
    }

    private static String kind(String declared) {
        String type = declared.toLowerCase(Locale.ROOT).replaceFirst("\\(.*", "");
        return switch (type) {
            case "varchar" -> "text";
            case "blob" -> "bytea";
            default -> type;
        };
    }

    private static List<String> texts(Database database, String sql) {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
