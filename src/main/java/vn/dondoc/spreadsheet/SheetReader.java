package vn.dondoc.spreadsheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.spreadsheet.SheetCell.Kind;

/** Reads the rows and merged cells of one sheet. */
final class SheetReader {
    private static final int MOST_ROWS = 100_001;
    private static final int MOST_MERGES = 20_000;
    private static final int LONGEST_NUMBER = 400;

    private final String name;
    private final SharedTexts texts;
    private final NumberFormats formats;
    private final Allowance allowance;
    private final List<Sheet.Row> rows = new ArrayList<>();
    private final List<Sheet.Merge> merges = new ArrayList<>();
    private int line;
    private int seen;

    SheetReader(String name, SharedTexts texts, NumberFormats formats, Allowance allowance) {
        this.name = name;
        this.texts = texts;
        this.formats = formats;
        this.allowance = allowance;
    }

    Sheet read(PartReader part, boolean visible, boolean date1904) throws IOException {
        for (String element = part.nextElement(); element != null; element = part.nextElement()) {
            if (element.equals("row")) {
                readRow(part);
            } else if (element.equals("mergeCell")) {
                readMerge(part.attribute("ref"));
            }
        }
        return new Sheet(name, visible, rows, merges, date1904);
    }

    private void readRow(PartReader part) throws IOException {
        if (++seen > MOST_ROWS) {
            throw UnreadableSpreadsheetException.tooLong(name, MOST_ROWS - 1);
        }
        String written = part.attribute("r");
        int here = written.isEmpty() ? line + 1 : lineOf(written);
        if (here <= line) {
            throw UnreadableSpreadsheetException.broken();
        }
        line = here;
        List<SheetCell> cells = new ArrayList<>();
        int column = -1;
        int outer = part.depth();
        for (String element = part.nextInside(outer); element != null; element = part.nextInside(outer)) {
            if (element.equals("c")) {
                allowance.useCell();
                column = columnOf(part.attribute("r"), column + 1);
                SheetCell cell = readCell(part, column);
                if (cell != null) {
                    allowance.useFilledCell();
                    cells.add(cell);
                }
            }
        }
        if (!cells.isEmpty()) {
            rows.add(new Sheet.Row(line, cells));
        }
    }

    private static int lineOf(String written) throws UnreadableSpreadsheetException {
        return CellAddress.read("A" + written)
                .map(CellAddress::line)
                .orElseThrow(UnreadableSpreadsheetException::broken);
    }

    private static int columnOf(String written, int next) throws UnreadableSpreadsheetException {
        if (written.isEmpty()) {
            return next;
        }
        return CellAddress.read(written)
                .map(CellAddress::column)
                .orElseThrow(() -> UnreadableSpreadsheetException.unsafe("ô “"
                        + (written.length() > 20 ? written.substring(0, 20) + "…" : written)
                        + "” ở ngoài bảng tính"));
    }

    private @Nullable SheetCell readCell(PartReader part, int column) throws IOException {
        String type = part.attribute("t");
        String format = formats.of(part.attribute("s"));
        boolean computes = false;
        String value = null;
        int outer = part.depth();
        for (String element = part.nextInside(outer); element != null; element = part.nextInside(outer)) {
            switch (element) {
                case "f" -> computes = true;
                case "v" -> value = part.text();
                case "is" -> value = part.runs();
                default -> {}
            }
        }
        if (value == null || value.isEmpty()) {
            return computes && value == null ? new SheetCell(column, Kind.NOT_COMPUTED, "", null, format) : null;
        }
        return cell(column, type, value, format);
    }

    private SheetCell cell(int column, String type, String value, String format) throws IOException {
        return switch (type) {
            case "s" -> new SheetCell(column, Kind.TEXT, texts.at(value), null, format);
            case "str", "inlineStr", "d" -> new SheetCell(column, Kind.TEXT, value, null, format);
            case "b" -> new SheetCell(column, Kind.BOOLEAN, value, null, format);
            case "e" -> new SheetCell(column, Kind.ERROR, value, null, format);
            case "n", "" -> new SheetCell(column, Kind.NUMBER, value.strip(), number(value.strip()), format);
            default -> throw UnreadableSpreadsheetException.broken();
        };
    }

    private static BigDecimal number(String written) throws UnreadableSpreadsheetException {
        try {
            if (written.length() <= LONGEST_NUMBER) {
                return new BigDecimal(written);
            }
        } catch (NumberFormatException noNumber) {
            // said below
        }
        throw UnreadableSpreadsheetException.broken();
    }

    private void readMerge(String ref) {
        String[] ends = ref.split(":", -1);
        if (ends.length == 2 && merges.size() < MOST_MERGES) {
            CellAddress first = CellAddress.read(ends[0]).orElse(null);
            CellAddress last = CellAddress.read(ends[1]).orElse(null);
            if (first != null && last != null) {
                merges.add(new Sheet.Merge(first.line(), last.line(), first.column(), last.column()));
            }
        }
    }
}
