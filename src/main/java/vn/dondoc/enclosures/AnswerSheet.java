package vn.dondoc.enclosures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import vn.dondoc.intake.Column;
import vn.dondoc.intake.NoteColumn;
import vn.dondoc.intake.SheetHeadings;
import vn.dondoc.spreadsheet.Serial;
import vn.dondoc.spreadsheet.Sheet;
import vn.dondoc.spreadsheet.SheetCell;

/** Writes a sheet as it was sent, with its mistakes marked. Places count from 0 here, lines of the sent sheet from 1. */
final class AnswerSheet {
    private static final String MISTAKE_FILL = "FFC7CE";
    private static final int MOST_NOTES = 2_000;
    private static final int LONGEST_NOTE = 1_000;
    private static final int MOST_MERGES = 300;
    private static final int OTHER_WIDTH = 18;

    private final Worksheet sheet;
    private final Sheet sent;
    private final TreeMap<Integer, Mistakes.Line> mistakes;
    private final @Nullable SheetHeadings headings;
    private final TreeMap<Integer, Optional<Column>> columns = new TreeMap<>();
    private int notes;

    AnswerSheet(Worksheet sheet, Sheet sent, TreeMap<Integer, Mistakes.Line> mistakes) {
        this.sheet = sheet;
        this.sent = sent;
        this.mistakes = mistakes;
        this.headings = SheetHeadings.of(sent).orElse(null);
        if (headings != null) {
            headings.texts().keySet().forEach(place -> columns.put(place, headings.column(place)));
        }
    }

    void write() {
        int ofMistakes = placeOfMistakes();
        for (Sheet.Row row : sent.rows()) {
            for (SheetCell cell : row.cells()) {
                boolean old = headings != null && cell.column() == ofMistakes && row.line() > headings.line();
                if (!old) {
                    writeCell(row.line() - 1, cell);
                }
            }
        }
        merge();
        if (headings != null) {
            writeHeadings(headings);
        }
        if (!mistakes.isEmpty()) {
            writeMistakes(ofMistakes);
        }
        if (!sent.visible()) {
            sheet.setVisibilityState(org.dhatim.fastexcel.VisibilityState.HIDDEN);
        }
    }

    /** Where an earlier answer had them, else beside the last heading. */
    private int placeOfMistakes() {
        if (headings == null) {
            return 0;
        }
        return headings.placeOf(NoteColumn.MISTAKES).orElse(headings.texts().lastKey() + 1);
    }

    private void writeCell(int line, SheetCell cell) {
        BigDecimal number = cell.number();
        String format = cell.shape();
        LocalDate day = number != null && format.matches(".*[dy].*")
                ? Serial.day(number, sent.date1904()).orElse(null)
                : null;
        if (day != null) {
            sheet.value(line, cell.column(), day);
            sheet.style(line, cell.column()).format(FormColumns.DATE_FORMAT).set();
        } else if (number != null && Math.abs((long) number.precision() - number.scale()) < 40) {
            FormSheet.write(sheet, line, cell.column(), number);
            if (format.contains("%")) {
                sheet.style(line, cell.column()).format("0.00%").set();
            }
        } else {
            FormSheet.write(sheet, line, cell.column(), cell.text());
        }
    }

    private void writeHeadings(SheetHeadings known) {
        int line = known.line() - 1;
        known.texts().forEach((place, text) -> {
            Optional<Column> column = known.column(place);
            sheet.width(place, column.map(FormColumns::width).orElse((double) OTHER_WIDTH));
            sheet.style(line, place).bold().wrapText(true).fillColor("D9E2F3").set();
            column.ifPresent(one -> styleAndOffer(one, place, known.line()));
            if (!isMistaken(known.line(), place)) {
                column.ifPresent(one -> sheet.comment(line, place, FormColumns.guide(one)));
            }
        });
        known.placeOf(NoteColumn.PRINTED).ifPresent(sheet::hideColumn);
        sheet.freezePane(0, known.line());
    }

    private boolean isMistaken(int line, int place) {
        Mistakes.Line here = mistakes.get(line);
        return here != null && here.cells().containsKey(place);
    }

    private void styleAndOffer(Column column, int place, int firstLine) {
        int lastLine = Math.min(lastLine() + FormSheet.ROWS_TO_ADD, 1_048_000);
        if (column == Column.STATUS) {
            FormSheet.offerStatusWords(sheet, place, firstLine, lastLine);
        }
        // the writer keeps a cell for each line that has a style: those that were sent, and no more
        if (!FormColumns.NUMBERS.contains(column)) {
            boolean isDay = FormColumns.DATES.contains(column);
            for (Sheet.Row row : sent.rows()) {
                if (row.line() > firstLine) {
                    StyleSetter style = sheet.style(row.line() - 1, place);
                    style.format(isDay ? FormColumns.DATE_FORMAT : FormColumns.TEXT_FORMAT);
                    style.verticalAlignment("top")
                            .wrapText(column == Column.NOTE)
                            .set();
                }
            }
        }
    }

    private int lastLine() {
        return sent.rows().isEmpty()
                ? 0
                : sent.rows().get(sent.rows().size() - 1).line();
    }

    private void writeMistakes(int place) {
        if (headings != null) {
            FormSheet.writeHeading(
                    sheet,
                    headings.line() - 1,
                    place,
                    NoteColumn.MISTAKES.heading(),
                    FormColumns.guide(NoteColumn.MISTAKES));
            sheet.width(place, FormColumns.width(NoteColumn.MISTAKES));
        }
        mistakes.forEach((line, here) -> {
            if (headings == null || line != headings.line()) {
                FormSheet.write(sheet, line - 1, place, here.inWords(line));
                mark(line - 1, place);
            } else {
                here.whole().forEach(problem -> note(line - 1, place, Mistakes.sentence(problem)));
            }
            here.cells().forEach((column, problems) -> {
                mark(line - 1, column);
                note(
                        line - 1,
                        column,
                        String.join(
                                "\n", problems.stream().map(Mistakes::sentence).toList()));
            });
        });
    }

    private void mark(int line, int place) {
        sheet.style(line, place)
                .fillColor(MISTAKE_FILL)
                .wrapText(true)
                .verticalAlignment("top")
                .set();
    }

    private void note(int line, int place, String words) {
        if (notes++ < MOST_NOTES) {
            String fitting = FormSheet.fitting(words);
            sheet.comment(line, place, fitting.substring(0, Math.min(fitting.length(), LONGEST_NOTE)));
        }
    }

    /** Merged cells that lie over each other, which no program leaves, would keep the file from being opened. */
    private void merge() {
        List<Sheet.Merge> merged = new ArrayList<>();
        for (Sheet.Merge merge : sent.merges()) {
            boolean upright = merge.firstLine() <= merge.lastLine() && merge.firstColumn() <= merge.lastColumn();
            boolean single = merge.firstLine() == merge.lastLine() && merge.firstColumn() == merge.lastColumn();
            if (upright
                    && !single
                    && merged.size() < MOST_MERGES
                    && merged.stream().noneMatch(one -> overlap(one, merge))) {
                merged.add(merge);
                sheet.range(merge.firstLine() - 1, merge.firstColumn(), merge.lastLine() - 1, merge.lastColumn())
                        .merge();
            }
        }
    }

    private static boolean overlap(Sheet.Merge one, Sheet.Merge other) {
        return one.firstLine() <= other.lastLine()
                && other.firstLine() <= one.lastLine()
                && one.firstColumn() <= other.lastColumn()
                && other.firstColumn() <= one.lastColumn();
    }
}
