package vn.dondoc.spreadsheet;

import java.util.List;

/**
 * A sheet.
 *
 * @param visible whether it is shown among the sheets
 * @param rows those with something in them, from the top; rows that a filter hides are among them
 * @param merges cells drawn as one
 * @param date1904 whether days are counted from 01/01/1904
 */
public record Sheet(String name, boolean visible, List<Row> rows, List<Merge> merges, boolean date1904) {

    /**
     * A row.
     *
     * @param line from 1
     * @param cells from the left
     */
    public record Row(int line, List<SheetCell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** Cells drawn as one: lines from 1, columns from 0, all inclusive. Only the first has something in it. */
    public record Merge(int firstLine, int lastLine, int firstColumn, int lastColumn) {}

    public Sheet {
        rows = List.copyOf(rows);
        merges = List.copyOf(merges);
    }
}
