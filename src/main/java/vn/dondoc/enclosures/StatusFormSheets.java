package vn.dondoc.enclosures;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.dondoc.facts.ReportedStatus;
import vn.dondoc.intake.Column;

/** Lays the rows of a status form out on the sheets “Báo cáo”, “Từng mục” and “Hướng dẫn”. */
final class StatusFormSheets {
    static final String REPORT = "Báo cáo";
    static final String ITEMS = "Từng mục";
    static final String GUIDE = "Hướng dẫn";

    private static final List<String> SENTENCES = List.of(
            "Ghi vào các cột từ “Tình trạng” đến “Ghi chú” của trang “Báo cáo”; mã đơn vị, kỳ và mã nhiệm vụ đã ghi sẵn và"
                    + " được khóa. Đưa con trỏ vào tiêu đề cột để xem cách ghi.",
            "“Tình trạng” chọn trong danh sách: " + String.join(", ", ReportedStatus.allWords()) + ".",
            "Dòng chỉ có mã đơn vị, kỳ và mã nhiệm vụ thì không tính là báo cáo, để nguyên.",
            "Nội dung ghi sẵn là nội dung đơn vị đã báo cáo. Nhiệm vụ giữ nguyên như in sẵn thì không tính là báo cáo mới;"
                    + " muốn báo cáo không thay đổi đến nay thì ghi “không đổi” và ngày vào cột “Ghi chú”.",
            "Ngày ghi dạng 31/12/2017. Chỉ tiêu ghi tử số và mẫu số; chỉ có tỷ lệ thì ghi vào cột “Giá trị”, ví dụ 86,45%.",
            "Có nhiều minh chứng thì ghi thêm ở các dòng trống bên dưới: ghi lại ba mã, để trống tình trạng, mỗi dòng một"
                    + " minh chứng.",
            "Việc đếm từng đơn vị (ví dụ từng xã đã kết nối, từng cơ quan đã kiểm tra) ghi ở trang “Từng mục”, mỗi dòng một"
                    + " đơn vị; tình trạng của nhiệm vụ vẫn ghi ở trang “Báo cáo”.",
            "Các cột bên phải cột “Ghi chú” chỉ để xem. Hạn giả định là mốc theo dõi, Quyết định không ấn định.",
            "Có thể thêm cột, thêm trang của đơn vị mình trong bản sao của tệp; hệ thống không đọc các cột, các trang ấy.",
            "Gửi tệp về đầu mối nêu trong thư.");

    private final StatusFormRows rows;

    StatusFormSheets(StatusFormRows rows) {
        this.rows = rows;
    }

    /** The workbook; its bytes hold the moment of writing. */
    byte[] write() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "DonDoc", "1.0")) {
            workbook.setCompressionLevel(ReproducibleZip.PACKED_LATER);
            writeReport(workbook.newWorksheet(REPORT));
            writeItems(workbook.newWorksheet(ITEMS));
            writeGuide(workbook.newWorksheet(GUIDE));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private void writeReport(Worksheet sheet) {
        FormSheet form = new FormSheet(sheet, FormColumns.OF_REPORT, FormColumns.NOTES_OF_REPORT, rows.reports());
        form.write();
        FormSheet.offerStatusWords(sheet, FormColumns.OF_REPORT.indexOf(Column.STATUS), 1, form.lastLine());
    }

    private void writeItems(Worksheet sheet) {
        FormSheet form = new FormSheet(sheet, FormColumns.OF_ITEMS, FormColumns.NOTES_OF_ITEMS, rows.items());
        form.write();
        if (!rows.reports().isEmpty()) {
            String duties = "'" + REPORT + "'!$C$2:$C$" + (rows.reports().size() + 1);
            int place = FormColumns.OF_ITEMS.indexOf(Column.DUTY);
            FormSheet.offer(sheet, place, rows.items().size() + 1, form.lastLine(), duties, Column.DUTY.heading());
        }
    }

    private static void writeGuide(Worksheet sheet) {
        sheet.width(0, 5);
        sheet.width(1, 110);
        sheet.value(0, 1, "Hướng dẫn ghi báo cáo tình hình thực hiện");
        sheet.style(0, 1).bold().set();
        for (int i = 0; i < SENTENCES.size(); i++) {
            sheet.value(i + 1, 0, i + 1);
            sheet.value(i + 1, 1, SENTENCES.get(i));
            sheet.style(i + 1, 0).verticalAlignment("top").set();
            sheet.style(i + 1, 1).wrapText(true).set();
        }
        FormSheet.protect(sheet);
    }
}
