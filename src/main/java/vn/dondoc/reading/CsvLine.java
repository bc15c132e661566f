package vn.dondoc.reading;

import java.util.List;

/** One line of CSV as we write it; a cell that a spreadsheet would take for a formula is made text. */
public final class CsvLine {
    private CsvLine() {}

    public static String of(List<String> cells) {
        return String.join(",", cells.stream().map(CsvLine::cell).toList());
    }

    private static String cell(String cell) {
        String safe = !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
