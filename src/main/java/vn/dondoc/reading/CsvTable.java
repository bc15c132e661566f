package vn.dondoc.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table as a spreadsheet saves it: a heading row, then rows of cells. Accepts {@code ,}, {@code ;} or a tabulator
 * between cells, a first line {@code sep=;}, a byte order mark, CRLF and decomposed letters, because a Vietnamese Excel writes any of them.
 *
 * @param name the file's name, for places in messages
 * @param headings column names, in order
 * @param rows the rows with at least one filled cell
 */
public record CsvTable(String name, List<String> headings, List<Row> rows) {
    public CsvTable {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param file name of the file; of a workbook, file and sheet
     * @param line the line of the file on which it starts, the heading of a plain table being on line 1
     * @param cells texts by heading
     * @param letters the letters of a workbook's columns by heading; empty for a plain table
     */
    public record Row(String file, int line, Map<String, String> cells, Map<String, String> letters) {

        /** The cell under a heading, stripped; empty when blank or when there is no such column. */
        public String cell(String heading) {
            return cells.getOrDefault(heading, "");
        }

        /** {@code bao-cao.csv, dòng 7, cột “Kỳ”}, or {@code bao-cao.xlsx, Báo cáo!B7}. */
        public String place(String heading) {
            String letter = letters.get(heading);
            return letter != null ? file + "!" + letter + line : file + ", dòng " + line + ", cột “" + heading + "”";
        }

        public String place() {
            return file + ", dòng " + line;
        }
    }

    /** Reads a file; what cannot be read as a table at all becomes a problem and gives a table without rows. */
    public static CsvTable read(Path file, Problems problems) {
        String name = String.valueOf(file.getFileName());
        try {
            return read(name, Files.readAllBytes(file), problems);
        } catch (IOException unreadable) {
            problems.add(name, "không đọc được tệp", "kiểm tra tệp có tồn tại và được quyền đọc");
            return new CsvTable(name, List.of(), List.of());
        }
    }

    /** What stands between the cells of a table's text, a first line {@code sep=;} included. */
    public static char separatorOf(String text) {
        return CsvReader.separatorOfTable(text);
    }

    public static CsvTable read(String name, byte[] bytes, Problems problems) {
        return read(name, bytes, Integer.MAX_VALUE, problems);
    }

    /** @param mostRows a table with more is refused, and what follows is not read */
    public static CsvTable read(String name, byte[] bytes, int mostRows, Problems problems) {
        return Decoding.textOf(name, bytes, "trong Excel chọn Lưu thành (Save As), loại tệp “CSV UTF-8”", problems)
                .map(text -> new CsvReader(name, mostRows, problems).read(text))
                .orElseGet(() -> new CsvTable(name, List.of(), List.of()));
    }

    /** Refuses headings that are unknown or doubled and tells which wanted ones are missing. */
    public void requireHeadings(List<String> wanted, List<String> allowed, Problems problems) {
        if (headings.isEmpty()) {
            refuseWithoutHeadings(problems);
            return;
        }
        Set<String> seen = new HashSet<>();
        for (String heading : headings) {
            if (!heading.isEmpty() && !seen.add(heading)) {
                problems.add(name + ", dòng 1", "cột “" + heading + "” có hai lần", "bỏ một cột");
            }
            if (!heading.isEmpty() && !allowed.contains(heading)) {
                problems.add(name + ", dòng 1", "không có cột “" + heading + "”", Nearest.hint(heading, allowed));
            }
        }
        for (String heading : wanted) {
            if (!headings.contains(heading)) {
                problems.add(name + ", dòng 1", "thiếu cột “" + heading + "”", "thêm cột này vào dòng tiêu đề");
            }
        }
    }

    private void refuseWithoutHeadings(Problems problems) {
        if (problems.list().stream().noneMatch(problem -> problem.place().startsWith(name))) {
            problems.add(name, "tệp trống, không có dòng tiêu đề", "chép lại tệp");
        }
    }
}
