package vn.dondoc.enclosures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.SheetProtectionOption;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import vn.dondoc.facts.ReportedStatus;
import vn.dondoc.intake.Column;
import vn.dondoc.intake.NoteColumn;
import vn.dondoc.reading.VietnameseText;

/** A sheet of a status form: headings with notes, rows filled in and rows to add, and what may be typed into. */
final class FormSheet {
    static final int ROWS_TO_ADD = 200;
    private static final String HEADING_FILL = "D9E2F3";
    private static final String READ_ONLY_FILL = "EFEFEF";
    private static final int LONGEST_TEXT = 30_000;

    /** Widths and heights stay everybody's own, and so does a filter. */
    private static final Set<SheetProtectionOption> PROTECTED = Set.of(
            SheetProtectionOption.SHEET,
            SheetProtectionOption.OBJECTS,
            SheetProtectionOption.SCENARIOS,
            SheetProtectionOption.DELETE_COLUMNS,
            SheetProtectionOption.DELETE_ROWS,
            SheetProtectionOption.INSERT_COLUMNS,
            SheetProtectionOption.INSERT_ROWS,
            SheetProtectionOption.INSERT_HYPERLINKS,
            SheetProtectionOption.PIVOT_TABLES);

    private final Worksheet sheet;
    private final List<Column> columns;
    private final List<NoteColumn> notes;
    private final List<FormRow> rows;

    FormSheet(Worksheet sheet, List<Column> columns, List<NoteColumn> notes, List<FormRow> rows) {
        this.sheet = sheet;
        this.columns = columns;
        this.notes = notes;
        this.rows = rows;
    }

    void write() {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            writeHeading(sheet, 0, i, column.heading(), FormColumns.guide(column));
            sheet.width(i, FormColumns.width(column));
            styleColumn(i, column);
        }
        for (int i = 0; i < notes.size(); i++) {
            int place = columns.size() + i;
            writeHeading(sheet, 0, place, notes.get(i).heading(), FormColumns.guide(notes.get(i)));
            sheet.width(place, FormColumns.width(notes.get(i)));
            if (notes.get(i) == NoteColumn.PRINTED) {
                sheet.hideColumn(place);
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            writeRow(i + 1, rows.get(i));
        }
        sheet.freezePane(FormColumns.KEY.size(), 1);
        protect(sheet);
    }

    /** The last line that is meant to be written on, from 0. */
    int lastLine() {
        return rows.size() + ROWS_TO_ADD;
    }

    static void writeHeading(Worksheet sheet, int line, int place, String heading, String guide) {
        sheet.value(line, place, heading);
        sheet.style(line, place).bold().wrapText(true).fillColor(HEADING_FILL).set();
        sheet.comment(line, place, guide);
    }

    /** Against slips, not against anybody: there is no password ({@link ReproducibleZip} takes out the one of nothing). */
    static void protect(Worksheet sheet) {
        sheet.protect("", PROTECTED);
    }

    static void offerStatusWords(Worksheet sheet, int place, int firstLine, int lastLine) {
        offer(
                sheet,
                place,
                firstLine,
                lastLine,
                "\"" + String.join(",", ReportedStatus.allWords()) + "\"",
                "Tình trạng");
    }

    /** @param list the words between quotation marks, or the cells that hold them */
    static void offer(Worksheet sheet, int place, int firstLine, int lastLine, String list, String title) {
        sheet.range(firstLine, place, lastLine, place)
                .validateWithListByFormula(list)
                .allowBlank(true)
                .showDropdown(true)
                .showErrorMessage(true)
                .errorTitle(title)
                .error("Chọn một từ trong danh sách.");
    }

    /** Column by column, the rows to add among them: cell by cell the writer would look each style up anew. */
    private void styleColumn(int place, Column column) {
        boolean locked = FormColumns.KEY.contains(column) && !rows.isEmpty();
        if (locked) {
            style(column, 1, rows.size(), place).fillColor(READ_ONLY_FILL).set();
        }
        style(column, locked ? rows.size() + 1 : 1, lastLine(), place)
                .protectionOption(ProtectionOption.LOCKED, false)
                .set();
    }

    private StyleSetter style(Column column, int firstLine, int lastLine, int place) {
        StyleSetter style = sheet.range(firstLine, place, lastLine, place).style();
        if (!FormColumns.NUMBERS.contains(column)) {
            style.format(FormColumns.DATES.contains(column) ? FormColumns.DATE_FORMAT : FormColumns.TEXT_FORMAT);
        }
        return style.verticalAlignment("top").wrapText(column == Column.NOTE);
    }

    private void writeRow(int line, FormRow row) {
        for (int i = 0; i < columns.size(); i++) {
            write(sheet, line, i, row.report().get(columns.get(i)));
        }
        for (int i = 0; i < notes.size(); i++) {
            Object note = row.notes().get(notes.get(i));
            if (note != null) {
                int place = columns.size() + i;
                write(sheet, line, place, note);
                StyleSetter style = sheet.style(line, place);
                style.format(notes.get(i) == NoteColumn.DUE ? FormColumns.DATE_FORMAT : FormColumns.TEXT_FORMAT);
                style.fillColor(READ_ONLY_FILL)
                        .verticalAlignment("top")
                        .wrapText(true)
                        .set();
            }
        }
    }

    /** Text goes in as text, so that a cell that begins with = is none that computes. */
    static void write(Worksheet sheet, int line, int place, @Nullable Object value) {
        if (value instanceof BigDecimal number) {
            sheet.value(line, place, new BigDecimal(number.toPlainString()));
        } else if (value instanceof LocalDate day) {
            sheet.value(line, place, day);
        } else if (value instanceof String text) {
            sheet.value(line, place, fitting(text));
        }
    }

    /** What a cell can hold: no control characters but the end of a line, and not more than a spreadsheet takes. */
    static String fitting(String text) {
        String start = text.substring(0, Math.min(text.length(), 2 * LONGEST_TEXT));
        String plain = VietnameseText.compose(start).replaceAll("[\\p{Cntrl}\\p{Cs}\\ufffe\\uffff&&[^\\n]]", " ");
        return plain.codePointCount(0, plain.length()) <= LONGEST_TEXT
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_TEXT)) + "…";
    }
}
