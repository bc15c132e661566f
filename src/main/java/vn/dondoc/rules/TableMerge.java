package vn.dondoc.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.dondoc.reading.CsvTable.Row;

/**
 * Two edits of one table put together, row by row. Rows are told by their first cell, a duty's id or a rung's name; where one
 * name stands in several rows, or both edited one row, a person has to say which edit counts.
 */
final class TableMerge {
    private final EditedTable mine;
    private final EditedTable theirs;
    private final Map<String, Row> base;
    private final Map<String, Row> own;
    private final Map<String, Row> other;

    private TableMerge(EditedTable base, EditedTable mine, EditedTable theirs) {
        this.mine = mine;
        this.theirs = theirs;
        this.base = byName(base);
        this.own = byName(mine);
        this.other = byName(theirs);
    }

    /** Their file with my edit in it; empty when that is not plain. */
    static Optional<byte[]> of(String name, byte[] base, byte[] mine, byte[] theirs) {
        Optional<EditedTable> before = EditedTable.of(name, base);
        Optional<EditedTable> own = EditedTable.of(name, mine);
        Optional<EditedTable> other = EditedTable.of(name, theirs);
        if (before.isEmpty() || own.isEmpty() || other.isEmpty() || !isPlain(before.get(), own.get(), other.get())) {
            return Optional.empty();
        }
        return new TableMerge(before.get(), own.get(), other.get()).merged(name);
    }

    private static boolean isPlain(EditedTable base, EditedTable mine, EditedTable theirs) {
        return base.headings().equals(mine.headings())
                && base.headings().equals(theirs.headings())
                && List.of(base, mine, theirs).stream()
                        .allMatch(table -> byName(table).size() == table.rows().size());
    }

    private static Map<String, Row> byName(EditedTable table) {
        Map<String, Row> rows = new LinkedHashMap<>();
        table.rows().forEach(row -> rows.put(row.cell(table.headings().get(0)), row));
        return rows;
    }

    private Optional<byte[]> merged(String name) {
        Set<String> names = new LinkedHashSet<>(base.keySet());
        names.addAll(own.keySet());
        List<String> edited = names.stream()
                .filter(row -> !isSame(base.get(row), own.get(row)))
                .toList();
        if (edited.stream().anyMatch(row -> !isSame(base.get(row), other.get(row)))) {
            return Optional.empty();
        }
        EditedTable merged = theirs;
        for (String row : edited) {
            byte[] content = with(merged, row);
            Optional<EditedTable> next = EditedTable.of(name, content);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            merged = next.get();
        }
        return Optional.of(merged.content());
    }

    private static boolean isSame(
            @org.jspecify.annotations.Nullable Row one, @org.jspecify.annotations.Nullable Row two) {
        return one == null || two == null ? one == two : one.cells().equals(two.cells());
    }

    /** A new row stands behind the one that it stands behind in my table. */
    private byte[] with(EditedTable table, String name) {
        Row now = own.get(name);
        Row there = byName(table).get(name);
        if (now == null) {
            return there == null ? table.content() : table.without(there);
        }
        if (there != null) {
            return table.with(there, now.cells());
        }
        List<String> before =
                new ArrayList<>(own.keySet()).subList(0, mine.rows().indexOf(now));
        Map<String, Row> present = byName(table);
        Row behind = table.rows().get(table.rows().size() - 1);
        for (String each : before) {
            behind = present.getOrDefault(each, behind);
        }
        return table.withBehind(behind, now.cells());
    }
}
