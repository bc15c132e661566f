package vn.dondoc.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.dondoc.reading.VietnameseText;
import vn.dondoc.spreadsheet.Sheet;
import vn.dondoc.spreadsheet.SheetCell;

/**
 * The line of a sheet that holds the headings of a report: the first that has two of them at least.
 *
 * @param line from 1
 * @param texts what is written there, by column from 0
 */
public record SheetHeadings(int line, SortedMap<Integer, String> texts) {
    private static final int LAST_LINE_OF_HEADINGS = 20;
    private static final int KNOWN_HEADINGS = 2;

    /** Empty when the sheet has no headings of a report. */
    public static Optional<SheetHeadings> of(Sheet sheet) {
        CellText texts = new CellText(sheet.date1904());
        for (Sheet.Row row : sheet.rows()) {
            if (row.line() > LAST_LINE_OF_HEADINGS) {
                return Optional.empty();
            }
            TreeMap<Integer, String> written = new TreeMap<>();
            for (SheetCell cell : row.cells()) {
                String text = texts.of(cell, null);
                if (!text.isEmpty()) {
                    written.put(cell.column(), text);
                }
            }
            long known = written.values().stream()
                    .filter(text -> Column.under(text).isPresent())
                    .count();
            if (known >= KNOWN_HEADINGS) {
                return Optional.of(new SheetHeadings(row.line(), written));
            }
        }
        return Optional.empty();
    }

    /** What stands under a heading; empty for a column of somebody's own, and where there is no heading. */
    public Optional<Column> column(int place) {
        String text = texts.get(place);
        return text == null ? Optional.empty() : Column.under(text);
    }

    /** The place of the column that is only to be read; empty when there is none. */
    public OptionalInt placeOf(NoteColumn note) {
        String sought = VietnameseText.key(note.heading());
        return texts.entrySet().stream()
                .filter(heading -> VietnameseText.key(heading.getValue()).equals(sought))
                .mapToInt(SortedMap.Entry::getKey)
                .findFirst();
    }

    boolean has(Column column) {
        return texts.values().stream()
                .anyMatch(text -> Column.under(text).filter(column::equals).isPresent());
    }

    /** Headings that stand twice. */
    List<Column> doubled() {
        List<Column> seen = new ArrayList<>();
        List<Column> doubled = new ArrayList<>();
        texts.values()
                .forEach(text ->
                        Column.under(text).ifPresent(column -> (seen.contains(column) ? doubled : seen).add(column)));
        return doubled;
    }
}
