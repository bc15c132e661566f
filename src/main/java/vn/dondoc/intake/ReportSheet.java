package vn.dondoc.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import vn.dondoc.reading.CsvTable;
import vn.dondoc.reading.Nearest;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;
import vn.dondoc.spreadsheet.CellAddress;
import vn.dondoc.spreadsheet.Sheet;
import vn.dondoc.spreadsheet.SheetCell;

/**
 * One sheet of a workbook as a table of reports, or of things counted one by one. Columns may stand in any order and among
 * others; the rows come out under the Vietnamese headings, whichever were written.
 */
final class ReportSheet {
    /** A row that has nothing else says nothing. */
    private static final Set<String> PRINTED = Set.of(
            Column.AGENCY.heading(), Column.PERIOD.heading(), Column.DUTY.heading(), NoteColumn.PRINTED.heading());

    private static final int MOST_CELLS_OF_MERGES = 500_000;

    private final String name;
    private final Sheet sheet;
    private final CellText texts;
    private final SheetHeadings headings;
    private final OptionalInt placeOfMarks;
    private final Map<Integer, Optional<Column>> columns = new HashMap<>();
    private final Map<String, String> letters = new HashMap<>();
    private final List<CsvTable.Row> rows = new ArrayList<>();
    private final Map<String, List<Problem>> ofLines = new HashMap<>();

    private ReportSheet(String file, Sheet sheet, SheetHeadings headings) {
        this.name = file + ", " + sheet.name();
        this.sheet = sheet;
        this.headings = headings;
        this.texts = new CellText(sheet.date1904());
        this.placeOfMarks = headings.placeOf(NoteColumn.PRINTED);
        for (int place : headings.texts().keySet()) {
            Optional<Column> column = headings.column(place);
            columns.put(place, column);
            column.ifPresent(one -> letters.putIfAbsent(one.heading(), CellAddress.letters(place)));
        }
    }

    /** Empty when the sheet has no headings of a report. */
    static Optional<ReportSheet> of(String file, Sheet sheet) {
        return SheetHeadings.of(sheet).map(headings -> {
            ReportSheet table = new ReportSheet(file, sheet, headings);
            table.readRows();
            return table;
        });
    }

    /** Of file and sheet. */
    String name() {
        return name;
    }

    List<CsvTable.Row> rows() {
        return rows;
    }

    /** Mistakes of single cells, by the place of their line. */
    Map<String, List<Problem>> ofLines() {
        return ofLines;
    }

    /** Whether it lists things counted one by one, for the entries of another sheet. */
    boolean listsItems() {
        return !headings.has(Column.STATUS) && headings.has(Column.ITEM_UNIT);
    }

    /** What is wrong with the headings: unknown ones that look like one that is missing, doubled and missing ones. */
    Problems ofHeadings() {
        Problems problems = new Problems();
        String place = name + ", dòng " + headings.line();
        headings.texts().values().forEach(heading -> refuseMisspelt(heading, place, problems));
        for (Column column : headings.doubled()) {
            problems.add(place, "hai cột cùng là “" + column.heading() + "”", "giữ một cột");
        }
        for (Column column : Column.REQUIRED) {
            if (!headings.has(column) && !(column == Column.STATUS && listsItems())) {
                problems.add(place, "thiếu cột “" + column.heading() + "”", "thêm cột này vào dòng tiêu đề");
            }
        }
        return problems;
    }

    /** A column of somebody's own is passed over; one that was meant to be a column of the report is not. */
    private void refuseMisspelt(String heading, String place, Problems problems) {
        if (Column.under(heading).isPresent() || NoteColumn.isUnder(heading)) {
            return;
        }
        List<String> missing = CsvReports.knownHeadings(column -> !headings.has(column));
        if (Nearest.to(Quote.shortened(heading), missing).isPresent()) {
            problems.add(place, "không có cột " + Quote.of(heading), Nearest.hint(Quote.shortened(heading), missing));
        }
    }

    private void readRows() {
        TreeMap<Integer, Map<Integer, SheetCell>> lines = new TreeMap<>();
        for (Sheet.Row line : sheet.rows()) {
            if (line.line() > headings.line()) {
                Map<Integer, SheetCell> cells = new TreeMap<>();
                line.cells().forEach(cell -> cells.put(cell.column(), cell));
                lines.put(line.line(), cells);
            }
        }
        fillMerged(lines);
        lines.forEach(this::readRow);
    }

    /** What stands in cells that are drawn as one holds for each of their lines. */
    private void fillMerged(NavigableMap<Integer, Map<Integer, SheetCell>> lines) {
        int left = MOST_CELLS_OF_MERGES;
        for (Sheet.Merge merge : sheet.merges()) {
            Map<Integer, SheetCell> first = lines.getOrDefault(merge.firstLine(), Map.of());
            SheetCell shown = first.get(merge.firstColumn());
            if (shown == null || merge.lastLine() <= merge.firstLine() || left <= 0) {
                continue;
            }
            var covered = lines.subMap(merge.firstLine(), false, merge.lastLine(), true);
            left -= 1 + covered.size();
            covered.values().forEach(cells -> cells.putIfAbsent(merge.firstColumn(), shown));
        }
    }

    private void readRow(int line, Map<Integer, SheetCell> cells) {
        Map<String, String> written = new HashMap<>();
        Map<Column, SheetCell> faulty = new EnumMap<>(Column.class);
        for (SheetCell cell : cells.values()) {
            Optional<Column> column = columns.get(cell.column());
            if (column == null) {
                keepUnheaded(cell, written);
            } else if (column.isPresent()) {
                switch (cell.kind()) {
                    case ERROR, NOT_COMPUTED -> faulty.putIfAbsent(column.get(), cell);
                    case TEXT, NUMBER, BOOLEAN -> putUnlessEmpty(column.get(), cell, written);
                }
            } else if (placeOfMarks.orElse(-1) == cell.column()) {
                written.put(NoteColumn.PRINTED.heading(), texts.of(cell, null));
            }
        }
        CsvTable.Row row = new CsvTable.Row(name, line, written, letters);
        if (saysSomething(written) || !faulty.isEmpty()) {
            rows.add(row);
            faulty.forEach((column, cell) -> refuse(row, column, cell));
        }
    }

    private void putUnlessEmpty(Column column, SheetCell cell, Map<String, String> written) {
        String text = texts.of(cell, column);
        if (!text.isEmpty()) {
            written.putIfAbsent(column.heading(), text);
        }
    }

    /** A column between others that has no heading is kept under none, so that what stands there is not lost in silence. */
    private void keepUnheaded(SheetCell cell, Map<String, String> written) {
        String text = texts.of(cell, null);
        if (cell.column() < headings.texts().lastKey() && !text.isEmpty()) {
            written.putIfAbsent("", text);
        }
    }

    private static boolean saysSomething(Map<String, String> cells) {
        return cells.keySet().stream().anyMatch(heading -> !PRINTED.contains(heading));
    }

    private void refuse(CsvTable.Row row, Column column, SheetCell cell) {
        boolean error = cell.kind() == SheetCell.Kind.ERROR;
        ofLines.computeIfAbsent(row.place(), none -> new ArrayList<>())
                .add(new Problem(
                        row.place(column.heading()),
                        error ? "công thức báo lỗi " + Quote.of(cell.text()) : "công thức chưa được tính",
                        "ghi giá trị, không ghi công thức"));
    }
}
