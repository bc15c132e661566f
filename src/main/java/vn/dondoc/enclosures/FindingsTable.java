package vn.dondoc.enclosures;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Every open finding as a row of a workbook, to be sorted and filtered. */
public final class FindingsTable {
    private static final String[] COLUMNS = {
        "Đơn vị", "Mã", "Nhiệm vụ", "Điều khoản", "Kỳ", "Hạn", "Căn cứ hạn", "Tình trạng", "Số liệu, còn thiếu"
    };

    private static final double[] WIDTHS = {34, 14, 60, 20, 18, 12, 34, 24, 60};
    private static final int DUE = 5;
    private static final int MOST_CHARACTERS = 32_000;
    private static final String SHEET = "Tổng hợp";

    private FindingsTable() {}

    /** One row; {@code due} is null without a date. */
    public record Row(
            String unit,
            String duty,
            String task,
            String clause,
            String period,
            @Nullable LocalDate due,
            String ground,
            String state,
            String lacking) {}

    /** The workbook of a day; the same rows give the same bytes. Whatever was written by others stays text and is never a formula. */
    public static byte[] of(List<Row> rows, LocalDate day) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "DonDoc", "1.0")) {
            workbook.setCompressionLevel(ReproducibleZip.PACKED_LATER);
            Worksheet sheet = workbook.newWorksheet(SHEET);
            writeHead(sheet);
            for (int i = 0; i < rows.size(); i++) {
                write(sheet, i + 1, rows.get(i));
            }
            if (!rows.isEmpty()) {
                style(sheet, rows.size());
            }
            sheet.setAutoFilter(0, 0, rows.size(), COLUMNS.length - 1);
            sheet.freezePane(0, 1);
            sheet.repeatRows(0);
            sheet.pageOrientation("landscape");
            sheet.fitToWidth((short) 1);
            sheet.fitToHeight((short) 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return ReproducibleZip.of(bytes.toByteArray(), day);
    }

    private static void writeHead(Worksheet sheet) {
        for (int column = 0; column < COLUMNS.length; column++) {
            sheet.value(0, column, COLUMNS[column]);
            sheet.width(column, WIDTHS[column]);
        }
        sheet.range(0, 0, 0, COLUMNS.length - 1)
                .style()
                .bold()
                .fillColor("D9E2EC")
                .wrapText(true)
                .verticalAlignment("center")
                .set();
    }

    private static void write(Worksheet sheet, int line, Row row) {
        String[] texts = {
            row.unit(), row.duty(), row.task(), row.clause(), row.period(), "", row.ground(), row.state(), row.lacking()
        };
        for (int column = 0; column < texts.length; column++) {
            if (column != DUE) {
                sheet.value(line, column, shortened(texts[column]));
            }
        }
        if (row.due() != null) {
            sheet.value(line, DUE, row.due());
        }
    }

    private static void style(Worksheet sheet, int lastLine) {
        sheet.range(1, 0, lastLine, COLUMNS.length - 1)
                .style()
                .wrapText(true)
                .verticalAlignment("top")
                .set();
        sheet.range(1, DUE, lastLine, DUE)
                .style()
                .format("dd/MM/yyyy")
                .verticalAlignment("top")
                .set();
    }

    /** A cell holds at most 32 767 characters. */
    private static String shortened(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
    }
}
