package vn.dondoc.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * A table as SQLite describes it; PostgreSQL has the same ones.
 *
 * @param columns in their order
 * @param key the primary key's columns
 */
record Table(String name, List<String> columns, List<String> key) {
    Table {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }

    /** All tables of ours, each after those that it refers to. */
    static List<Table> all(Handle sqlite) {
        Map<String, List<String>> references = new LinkedHashMap<>();
        sqlite.createQuery("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                        + " AND name NOT LIKE 'flyway_%' ORDER BY name")
                .mapTo(String.class)
                .forEach(name -> references.put(name, referencesOf(sqlite, name)));
        List<Table> ordered = new ArrayList<>();
        List<String> done = new ArrayList<>();
        while (!references.isEmpty()) {
            String next = references.entrySet().stream()
                    .filter(table -> done.containsAll(table.getValue()))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("tables refer to each other: " + references));
            references.remove(next);
            done.add(next);
            ordered.add(named(sqlite, next));
        }
        return ordered;
    }

    static Table named(Handle sqlite, String name) {
        record Column(String name, int inKey) {}
        List<Column> columns = sqlite.select("SELECT name, pk FROM pragma_table_info(?) ORDER BY cid", name)
                .map((row, context) -> new Column(row.getString(1), row.getInt(2)))
                .list();
        return new Table(
                name,
                columns.stream().map(Column::name).toList(),
                columns.stream()
                        .filter(column -> column.inKey() > 0)
                        .sorted(java.util.Comparator.comparingInt(Column::inKey))
                        .map(Column::name)
                        .toList());
    }

    private static List<String> referencesOf(Handle sqlite, String table) {
        return sqlite.select("SELECT DISTINCT \"table\" FROM pragma_foreign_key_list(?)", table)
                .mapTo(String.class)
                .filter(other -> !other.equals(table))
                .list();
    }

    /** Only these columns, for a database of an earlier version. */
    Table with(List<String> known) {
        return new Table(name, columns.stream().filter(known::contains).toList(), key);
    }

    /** A table of one row, which is there from the beginning. */
    boolean isOneRow() {
        return key.equals(List.of("only_row"));
    }

    String select() {
        return "SELECT " + String.join(", ", columns) + " FROM " + name + " ORDER BY " + String.join(", ", key);
    }

    String insert() {
        return "INSERT INTO " + name + " (" + String.join(", ", columns) + ") VALUES ("
                + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")"
                + (isOneRow() ? " ON CONFLICT (only_row) DO UPDATE SET " + taken() : "");
    }

    private String taken() {
        return columns.stream().map(column -> column + " = excluded." + column).collect(Collectors.joining(", "));
    }
}
