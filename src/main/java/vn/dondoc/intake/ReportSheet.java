package vn.dondoc.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import vn.dondoc.reading.CsvTable;
import vn.dondoc.reading.Problems;

/** One sheet of a workbook as a table of reports. */
final class ReportSheet {
    private static final int MOST_ROWS = 100_000;
    private static final int LAST_LINE_OF_HEADINGS = 20;
    private static final int KNOWN_HEADINGS = 2;
    private static final Set<Column> KEY = Set.of(Column.AGENCY, Column.PERIOD, Column.DUTY);

    private final String name;
    private final TreeMap<Integer, String> headings = new TreeMap<>();
    private final Map<String, String> letters = new HashMap<>();
    private final List<CsvTable.Row> rows = new ArrayList<>();
    private int headingLine;
    private boolean tooLong;

    ReportSheet(String file, String sheet) {
        this.name = file + ", " + sheet;
    }

    /** False when the sheet has no headings of a report. */
    boolean read(Sheet sheet) throws IOException {
        try (Stream<Row> lines = sheet.openStream()) {
            int count = 0;
            for (Row line : (Iterable<Row>) lines::iterator) {
                if (headings.isEmpty()) {
                    if (line.getRowNum() > LAST_LINE_OF_HEADINGS) {
                        return false;
                    }
                    readHeadings(line);
                } else if (++count > MOST_ROWS) {
                    tooLong = true;
                    return true;
                } else {
                    readRow(line);
                }
            }
        }
        return !headings.isEmpty();
    }

    Drafts drafts() {
        if (tooLong) {
            return Drafts.refused(name, "bảng có hơn " + MOST_ROWS + " dòng", "chia thành nhiều tệp");
        }
        CsvTable table = new CsvTable(name, List.copyOf(headings.values()), rows);
        Drafts drafts = CsvReports.read(table, name + ", dòng " + headingLine, new Problems());
        boolean onlyEmpty = rows.isEmpty() && drafts.whole().list().size() == 1;
        return onlyEmpty ? Drafts.refused(name, "chưa dòng nào được ghi", "ghi tình trạng ở ít nhất một dòng") : drafts;
    }

    private void readHeadings(Row line) {
        Map<Integer, String> written = new TreeMap<>();
        line.stream().filter(Objects::nonNull).forEach(cell -> {
            String text = CellText.of(cell);
            if (!text.isEmpty()) {
                written.put(cell.getColumnIndex(), text);
            }
        });
        if (written.values().stream()
                        .filter(text -> Column.under(text).isPresent())
                        .count()
                >= KNOWN_HEADINGS) {
            headingLine = line.getRowNum();
            headings.putAll(written);
            headings.forEach((place, heading) -> letters.put(heading, letter(place)));
        }
    }

    /** A column between others that has no heading is kept under none, so that what stands there is not lost in silence. */
    private void readRow(Row line) {
        Map<String, String> cells = new LinkedHashMap<>();
        int last = headings.lastKey();
        for (int place = 0; place <= Math.min(last, line.getCellCount() - 1); place++) {
            Cell cell = line.getCell(place);
            String text = cell == null ? "" : CellText.of(cell);
            if (!text.isEmpty()) {
                cells.put(headings.getOrDefault(place, ""), text);
            }
        }
        if (saysSomething(cells)) {
            rows.add(new CsvTable.Row(name, line.getRowNum(), cells, letters));
        }
    }

    private static boolean saysSomething(Map<String, String> cells) {
        return cells.keySet().stream()
                .filter(heading -> !NoteColumn.isUnder(heading))
                .anyMatch(heading -> Column.under(heading).filter(KEY::contains).isEmpty());
    }

    /** A for 0, Z for 25, AA for 26. */
    private static String letter(int place) {
        String last = String.valueOf((char) ('A' + place % 26));
        return place < 26 ? last : letter(place / 26 - 1) + last;
    }
}
