package vn.dondoc.rules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import vn.dondoc.reading.CsvTable;
import vn.dondoc.reading.CsvTable.Row;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseText;

/** A table of rules with its cells freed of what a spreadsheet leaves in them, and held to the length that a cell may have. */
final class TableCells {
    static final int MOST_ROWS = 5_000;
    private static final int LONGEST_CELL = 2_000;
    /** Controls, and the marks that turn the direction of writing: nothing that a letter could show. */
    private static final Pattern UNSHOWN = Pattern.compile("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069\\uFFFD]");

    private static final Pattern FORMULA = Pattern.compile("^[=+@]");

    private final Problems problems;

    private TableCells(Problems problems) {
        this.problems = problems;
    }

    static CsvTable read(String name, byte[] bytes, Problems problems) {
        CsvTable table = CsvTable.read(name, bytes, MOST_ROWS, problems);
        TableCells cells = new TableCells(problems);
        return new CsvTable(
                table.name(),
                table.headings().stream().map(VietnameseText::tidy).toList(),
                table.rows().stream().map(cells::tidied).toList());
    }

    private Row tidied(Row row) {
        Map<String, String> cells = new LinkedHashMap<>();
        row.cells().forEach((heading, cell) -> {
            String name = VietnameseText.tidy(heading);
            cells.put(name, checked(row, name, VietnameseText.tidy(cell)));
        });
        return new Row(row.file(), row.line(), cells, row.letters());
    }

    private String checked(Row row, String heading, String cell) {
        if (cell.length() > LONGEST_CELL) {
            problems.add(
                    row.place(heading),
                    "ô dài " + cell.length() + " ký tự, quá " + LONGEST_CELL,
                    "viết ngắn lại; kiểm tra ngoặc kép của ô trước");
            return cell.substring(0, LONGEST_CELL);
        }
        if (UNSHOWN.matcher(cell).find()) {
            problems.add(row.place(heading), "ô có ký tự điều khiển hoặc ký tự hỏng", "xóa ô và gõ lại");
            return UNSHOWN.matcher(cell).replaceAll("");
        }
        if (FORMULA.matcher(cell).find()) {
            problems.add(
                    row.place(heading),
                    "ô bắt đầu bằng “" + cell.charAt(0) + "”, Excel hiểu là công thức",
                    "bỏ ký tự ấy");
        }
        return cell;
    }
}
