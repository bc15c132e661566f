package vn.dondoc.enclosures;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.dondoc.intake.AcceptedRow;
import vn.dondoc.intake.Receipt;
import vn.dondoc.outbox.Attachment;
import vn.dondoc.reading.Problem;
import vn.dondoc.spreadsheet.Sheet;
import vn.dondoc.spreadsheet.Spreadsheet;
import vn.dondoc.spreadsheet.UnreadableSpreadsheetException;

/**
 * The answer to a report as a workbook: what was sent, cell by cell in the same places, every refused cell marked and
 * explained, and a sheet “Kết quả” that says what was taken. It is written anew, so that nothing of the file that could run
 * or lead elsewhere goes back; it can be corrected and sent in again as it is.
 */
public final class AnswerWorkbook {
    static final String RESULT = "Kết quả";
    private static final int MOST_CELLS = 60_000;
    private static final int MOST_LISTED = 2_000;
    private static final int LONGEST_NAME = 60;

    private AnswerWorkbook() {}

    /**
     * The file {@code <name>-tra-loi.xlsx}.
     *
     * @param original the bytes that came in; of a file that is no workbook, or one that nobody reads, only “Kết quả” is
     *     made
     * @param day of the answer: the same receipt and day give the same bytes
     */
    public static Attachment of(Receipt receipt, byte[] original, LocalDate day) {
        List<Sheet> sent = sheetsOf(original);
        Mistakes mistakes = Mistakes.of(receipt.fileName(), sent, receipt.refused());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "DonDoc", "1.0")) {
            workbook.setCompressionLevel(ReproducibleZip.PACKED_LATER);
            for (Sheet sheet : sent) {
                new AnswerSheet(workbook.newWorksheet(sheet.name()), sheet, mistakes.on(sheet)).write();
            }
            writeResult(workbook.newWorksheet(RESULT), receipt, mistakes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Attachment.file(
                name(receipt.fileName()), StatusForm.MEDIA_TYPE, ReproducibleZip.of(out.toByteArray(), day));
    }

    /** Without the result of an earlier answer, which is sent along when somebody corrects that answer. */
    private static List<Sheet> sheetsOf(byte[] original) {
        if (original.length < 4 || original[0] != 'P' || original[1] != 'K') {
            return List.of();
        }
        try {
            List<Sheet> sheets = Spreadsheet.read(original).sheets().stream()
                    .filter(sheet -> !sheet.name().equals(RESULT))
                    .toList();
            int cells = sheets.stream()
                    .flatMap(sheet -> sheet.rows().stream())
                    .mapToInt(row -> row.cells().size())
                    .sum();
            return cells <= MOST_CELLS ? sheets : List.of();
        } catch (UnreadableSpreadsheetException saidInTheReceipt) {
            return List.of();
        }
    }

    private static void writeResult(Worksheet sheet, Receipt receipt, Mistakes mistakes) {
        sheet.width(0, 34);
        sheet.width(1, 60);
        sheet.width(2, 60);
        sheet.value(0, 0, "Kết quả tiếp nhận báo cáo");
        sheet.style(0, 0).bold().set();
        FormSheet.write(sheet, 1, 0, "Tệp");
        FormSheet.write(sheet, 1, 1, receipt.fileName());
        FormSheet.write(sheet, 2, 0, "Kết quả");
        FormSheet.write(sheet, 2, 1, inWords(receipt));
        int line = 4;
        if (!receipt.refused().isEmpty()) {
            writeHead(sheet, line++, "Chỗ sai", "Lý do", "Cách sửa");
            for (Problem problem : receipt.refused().stream().limit(MOST_LISTED).toList()) {
                write(sheet, line++, mistakes.within(problem), problem.message(), problem.hint());
            }
            line = writeMore(sheet, line, receipt.refused().size(), "lỗi") + 1;
        }
        if (!receipt.accepted().isEmpty()) {
            writeHead(sheet, line++, "Đã nhận", "Nhiệm vụ, kỳ", "Thay cho");
            for (AcceptedRow row :
                    receipt.accepted().stream().limit(MOST_LISTED).toList()) {
                AcceptedRow.Superseded old = row.supersedes();
                write(
                        sheet,
                        line++,
                        row.place(),
                        row.agency() + ", " + row.duty() + ", " + row.period(),
                        old == null ? "" : old.place());
            }
            writeMore(sheet, line, receipt.accepted().size(), "mục");
        }
    }

    private static String inWords(Receipt receipt) {
        String taken = receipt.inWords();
        if (receipt.refused().isEmpty()) {
            return taken;
        }
        return taken
                + (receipt.acceptedCount() == 0 ? "; chưa mục nào được nhận" : "; các mục sai chưa được nhận")
                + ". Sửa các ô tô màu rồi gửi lại tệp này.";
    }

    private static int writeMore(Worksheet sheet, int line, int all, String what) {
        if (all <= MOST_LISTED) {
            return line;
        }
        FormSheet.write(sheet, line, 0, "… và " + (all - MOST_LISTED) + " " + what + " nữa");
        return line + 1;
    }

    private static void writeHead(Worksheet sheet, int line, String... words) {
        write(sheet, line, words);
        sheet.range(line, 0, line, words.length - 1)
                .style()
                .bold()
                .fillColor("D9E2F3")
                .set();
    }

    private static void write(Worksheet sheet, int line, String... words) {
        for (int i = 0; i < words.length; i++) {
            FormSheet.write(sheet, line, i, words[i]);
            sheet.style(line, i).wrapText(true).verticalAlignment("top").set();
        }
    }

    /** Letters without marks, digits and hyphens: it goes into headers of mails and pages. */
    private static String name(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String stem = java.text.Normalizer.normalize(
                        dot > 0 ? fileName.substring(0, dot) : fileName, java.text.Normalizer.Form.NFD)
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9._-]+", "-")
                .replaceAll("^[.-]+|-tra-loi$", "");
        String shortened = stem.substring(0, Math.min(stem.length(), LONGEST_NAME));
        return (shortened.isEmpty() ? "bao-cao" : shortened) + "-tra-loi.xlsx";
    }
}
