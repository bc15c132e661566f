package vn.dondoc.rules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.dondoc.reading.CsvTable;
import vn.dondoc.reading.CsvTable.Row;

/** Writes a table again with another text in one cell. */
final class TableText {
    private final CsvTable table;
    private final List<String> lines;

    TableText(CsvTable table) {
        this.table = table;
        this.lines = table.rows().stream().map(row -> lineOf(row, "", "")).toList();
    }

    byte[] with(Row changed, String heading, String text) {
        List<String> written = new ArrayList<>(lines);
        written.set(table.rows().indexOf(changed), lineOf(changed, heading, text));
        String headings = table.headings().stream().map(TableText::quoted).collect(Collectors.joining(","));
        return (headings + "\n" + String.join("\n", written) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private String lineOf(Row row, String heading, String text) {
        return table.headings().stream()
                .map(each -> quoted(each.equals(heading) ? text : row.cell(each)))
                .collect(Collectors.joining(","));
    }

    private static String quoted(String cell) {
        return "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
