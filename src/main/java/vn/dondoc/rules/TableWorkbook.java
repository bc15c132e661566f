package vn.dondoc.rules;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.spreadsheet.Serial;
import vn.dondoc.spreadsheet.Sheet;
import vn.dondoc.spreadsheet.SheetCell;
import vn.dondoc.spreadsheet.Spreadsheet;
import vn.dondoc.spreadsheet.UnreadableSpreadsheetException;

/**
 * A table that was saved as a workbook, {@code duties.xlsx} for {@code duties.csv}: read into the plain table that it would
 * have been, so that what is hashed, compared, kept and put in force is the same whichever way it was saved. A row keeps its
 * line.
 */
final class TableWorkbook {
    static final String ENDING = ".xlsx";
    private static final String TABLE = ".csv";

    private final Sheet sheet;

    private TableWorkbook(Sheet sheet) {
        this.sheet = sheet;
    }

    /** Puts each workbook among the files in the place of the table that it stands for. */
    static void intoTables(Map<String, byte[]> contents, Problems problems) {
        List<String> workbooks =
                contents.keySet().stream().filter(path -> path.endsWith(ENDING)).toList();
        for (String path : workbooks) {
            byte[] workbook = Objects.requireNonNull(contents.remove(path));
            String table = path.substring(0, path.length() - ENDING.length()) + TABLE;
            if (contents.containsKey(table)) {
                problems.add(
                        nameOf(table), "có cả " + nameOf(path) + ", không rõ dùng tệp nào", "giữ tệp mới, xóa tệp cũ");
            } else {
                contents.put(table, tableIn(nameOf(table) + " (" + nameOf(path) + ")", workbook, problems));
            }
        }
    }

    private static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static byte[] tableIn(String place, byte[] workbook, Problems problems) {
        try {
            Optional<Sheet> filled = Spreadsheet.read(workbook).sheets().stream()
                    .filter(sheet -> sheet.visible() && !sheet.rows().isEmpty())
                    .findFirst();
            if (filled.isPresent()) {
                return new TableWorkbook(filled.get()).written().getBytes(StandardCharsets.UTF_8);
            }
            problems.add(place, "bảng tính trống", "chép lại tệp");
        } catch (UnreadableSpreadsheetException refused) {
            problems.add(place, refused.reason(), "mở bằng Excel, lưu lại dạng XLSX, hoặc “CSV UTF-8”");
        }
        return new byte[0];
    }

    private String written() {
        StringBuilder text = new StringBuilder();
        int columns = sheet.rows().get(0).cells().size();
        int line = 1;
        for (Sheet.Row row : sheet.rows()) {
            text.append("\n".repeat(row.line() - line))
                    .append(written(row, columns))
                    .append('\n');
            line = row.line() + 1;
        }
        return text.toString();
    }

    private String written(Sheet.Row row, int columns) {
        List<String> cells = new ArrayList<>(Collections.nCopies(columns, ""));
        for (SheetCell cell : row.cells()) {
            while (cells.size() <= cell.column()) {
                cells.add("");
            }
            cells.set(cell.column(), textOf(cell));
        }
        return cells.stream().map(TableWorkbook::quoted).collect(Collectors.joining(","));
    }

    private String textOf(SheetCell cell) {
        BigDecimal number = cell.number();
        if (cell.kind() != SheetCell.Kind.NUMBER || number == null) {
            return cell.text();
        }
        String shape = cell.shape();
        if (shape.contains("d")) {
            Optional<LocalDate> day = Serial.day(number, sheet.date1904());
            if (day.isPresent()) {
                return shape.contains("y") ? VietnameseDate.write(day.get()) : ofEveryYear(day.get());
            }
        }
        String plain = number.stripTrailingZeros().toPlainString();
        return shape.contains("%")
                ? number.movePointRight(2).stripTrailingZeros().toPlainString() + "%"
                : plain;
    }

    /** "25/11" typed into a cell becomes a day of this year that is shown without it. */
    private static String ofEveryYear(LocalDate day) {
        return VietnameseDate.write(day).substring(0, "25/11".length());
    }

    /** A line within a cell would shift the lines of the rows below. */
    private static String quoted(String cell) {
        String line = cell.replaceAll("\\R", " ");
        return line.contains(",") || line.contains("\"") ? "\"" + line.replace("\"", "\"\"") + "\"" : line;
    }
}
