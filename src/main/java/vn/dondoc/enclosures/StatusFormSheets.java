package vn.dondoc.enclosures;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import vn.dondoc.facts.ReportedStatus;
import vn.dondoc.intake.Column;
import vn.dondoc.intake.NoteColumn;
import vn.dondoc.reading.VietnameseText;

/** Lays the rows of a status form out on the sheets “Báo cáo” and “Hướng dẫn”. */
final class StatusFormSheets {
    /** The moment of receipt is the office's to say. */
    private static final List<Column> COLUMNS = Arrays.stream(Column.values())
            .filter(column -> column != Column.RECEIVED_AT)
            .toList();

    private static final Set<Column> KEY = Set.of(Column.AGENCY, Column.PERIOD, Column.DUTY);
    private static final Set<Column> DATES = Set.of(Column.COMPLETED_ON, Column.EVIDENCE_DATE, Column.ITEM_DATE);
    private static final Set<Column> NUMBERS = Set.of(Column.NUMERATOR, Column.DENOMINATOR, Column.VALUE);
    private static final String DATE_FORMAT = "dd/mm/yyyy";
    /** Keeps a spreadsheet from making a date of the paper number 5/2018. */
    private static final String TEXT_FORMAT = "@";

    private static final String READ_ONLY_FILL = "EFEFEF";
    private static final int ROWS_TO_ADD = 200;
    private static final int LONGEST_TEXT = 30_000;
    private static final List<String> GUIDE = List.of(
            "Ghi vào các cột từ “Tình trạng” đến “Ghi chú” của trang “Báo cáo”; giữ nguyên mã đơn vị, kỳ và mã nhiệm vụ.",
            "“Tình trạng” chọn trong danh sách: " + String.join(", ", ReportedStatus.allWords()) + ".",
            "Dòng chỉ có mã đơn vị, kỳ và mã nhiệm vụ thì không tính là báo cáo, để nguyên hoặc xóa đều được.",
            "Nội dung ghi sẵn là nội dung đơn vị đã báo cáo: cập nhật trước khi gửi, hoặc xóa dòng nếu không báo cáo lại.",
            "Ngày ghi dạng 31/12/2017. Chỉ tiêu ghi tử số và mẫu số, không ghi tỷ lệ phần trăm.",
            "Có nhiều minh chứng hoặc nhiều mục được tính thì chèn thêm dòng ngay bên dưới, ghi lại ba mã, mỗi dòng một"
                    + " minh chứng hoặc một mục.",
            "Các cột bên phải cột “Ghi chú” chỉ để xem. Hạn giả định là mốc theo dõi, Quyết định không ấn định.",
            "Gửi tệp về đầu mối nêu trong thư.");

    private final List<FormRow> rows;

    StatusFormSheets(List<FormRow> rows) {
        this.rows = rows;
    }

    /** The workbook; its bytes hold the moment of writing. */
    byte[] write() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "DonDoc", "1.0")) {
            workbook.setCompressionLevel(ReproducibleZip.PACKED_LATER);
            writeReport(workbook.newWorksheet("Báo cáo"));
            writeGuide(workbook.newWorksheet("Hướng dẫn"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private void writeReport(Worksheet sheet) {
        for (int i = 0; i < COLUMNS.size(); i++) {
            writeHeading(sheet, i, COLUMNS.get(i).heading(), width(COLUMNS.get(i)));
        }
        for (NoteColumn note : NoteColumn.values()) {
            writeHeading(sheet, place(note), note.heading(), width(note));
        }
        int lastLine = rows.size() + ROWS_TO_ADD;
        styleColumns(sheet, lastLine);
        for (int i = 0; i < rows.size(); i++) {
            writeReport(sheet, i + 1, rows.get(i).report());
            writeNotes(sheet, i + 1, rows.get(i).notes());
        }
        offerStatusWords(sheet, lastLine);
        sheet.freezePane(KEY.size(), 1);
    }

    private static void writeHeading(Worksheet sheet, int place, String heading, double width) {
        sheet.value(0, place, heading);
        sheet.style(0, place).bold().wrapText(true).fillColor("D9E2F3").set();
        sheet.width(place, width);
    }

    /** Column by column, the rows to add among them: cell by cell the writer would look each style up anew. */
    private static void styleColumns(Worksheet sheet, int lastLine) {
        for (int i = 0; i < COLUMNS.size(); i++) {
            Column column = COLUMNS.get(i);
            StyleSetter style = sheet.range(1, i, lastLine, i).style();
            if (!NUMBERS.contains(column)) {
                style.format(DATES.contains(column) ? DATE_FORMAT : TEXT_FORMAT);
            }
            if (KEY.contains(column)) {
                style.fillColor(READ_ONLY_FILL);
            }
            style.verticalAlignment("top").wrapText(column == Column.NOTE).set();
        }
    }

    private static void writeReport(Worksheet sheet, int line, Map<Column, Object> report) {
        for (int i = 0; i < COLUMNS.size(); i++) {
            write(sheet, line, i, report.get(COLUMNS.get(i)));
        }
    }

    private static void writeNotes(Worksheet sheet, int line, Map<NoteColumn, Object> notes) {
        for (Map.Entry<NoteColumn, Object> note : notes.entrySet()) {
            write(sheet, line, place(note.getKey()), note.getValue());
            StyleSetter style = sheet.style(line, place(note.getKey()));
            style.format(note.getKey() == NoteColumn.DUE ? DATE_FORMAT : TEXT_FORMAT);
            style.fillColor(READ_ONLY_FILL)
                    .verticalAlignment("top")
                    .wrapText(true)
                    .set();
        }
    }

    /** Text goes in as text, so that a cell that begins with = is none that computes. */
    private static void write(Worksheet sheet, int line, int place, @Nullable Object value) {
        if (value instanceof BigDecimal number) {
            sheet.value(line, place, new BigDecimal(number.toPlainString()));
        } else if (value instanceof LocalDate day) {
            sheet.value(line, place, day);
        } else if (value instanceof String text) {
            sheet.value(line, place, fitting(text));
        }
    }

    /** What a cell can hold: no control characters but the end of a line, and not more than a spreadsheet takes. */
    private static String fitting(String text) {
        String start = text.substring(0, Math.min(text.length(), 2 * LONGEST_TEXT));
        String plain = VietnameseText.compose(start).replaceAll("[\\p{Cntrl}\\p{Cs}\\ufffe\\uffff&&[^\\n]]", " ");
        return plain.codePointCount(0, plain.length()) <= LONGEST_TEXT
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_TEXT)) + "…";
    }

    private static void offerStatusWords(Worksheet sheet, int lastLine) {
        int place = COLUMNS.indexOf(Column.STATUS);
        sheet.range(1, place, lastLine, place)
                .validateWithListByFormula("\"" + String.join(",", ReportedStatus.allWords()) + "\"")
                .allowBlank(true)
                .showDropdown(true)
                .showErrorMessage(true)
                .errorTitle("Tình trạng")
                .error("Chọn một từ trong danh sách.");
    }

    private static void writeGuide(Worksheet sheet) {
        sheet.width(0, 5);
        sheet.width(1, 110);
        sheet.value(0, 1, "Hướng dẫn ghi báo cáo tình hình thực hiện");
        sheet.style(0, 1).bold().set();
        for (int i = 0; i < GUIDE.size(); i++) {
            sheet.value(i + 1, 0, i + 1);
            sheet.value(i + 1, 1, GUIDE.get(i));
            sheet.style(i + 1, 0).verticalAlignment("top").set();
            sheet.style(i + 1, 1).wrapText(true).set();
        }
    }

    private static int place(NoteColumn note) {
        return COLUMNS.size() + note.ordinal();
    }

    private static double width(Column column) {
        return switch (column) {
            case NOTE -> 40;
            case EVIDENCE_LINK -> 28;
            case NUMERATOR, DENOMINATOR, VALUE, PERIOD -> 11;
            default -> 18;
        };
    }

    private static double width(NoteColumn note) {
        return note == NoteColumn.TASK ? 60 : 20;
    }
}
