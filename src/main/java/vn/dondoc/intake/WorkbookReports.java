package vn.dondoc.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import vn.dondoc.reading.Problems;

/**
 * Reads status reports in a workbook: the first sheet that has the headings of a report, row by row as in {@link
 * CsvReports}. Rows that only name unit, period and duty, as the form is sent out, say nothing and are passed over.
 */
final class WorkbookReports {
    private WorkbookReports() {}

    static Drafts read(String name, byte[] bytes) {
        Problems whole = new Problems();
        if (!WorkbookGuard.passes(name, bytes, whole)) {
            return new Drafts(List.of(), whole);
        }
        ReadingOptions withFormats = new ReadingOptions(true, true);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes), withFormats)) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                ReportSheet table = new ReportSheet(name, sheet.getName());
                if (sheet.getVisibility() == SheetVisibility.VISIBLE && table.read(sheet)) {
                    return table.drafts();
                }
            }
            whole.add(
                    name,
                    "không trang tính nào có dòng tiêu đề của báo cáo",
                    "dùng mẫu báo cáo kèm thư, hoặc ghi tiêu đề “Mã đơn vị”, “Kỳ”, “Mã nhiệm vụ”, “Tình trạng”");
        } catch (IOException | RuntimeException unreadable) {
            // The library throws whatever it stumbles over.
            WorkbookGuard.refuseUnreadable(name, whole);
        }
        return new Drafts(List.of(), whole);
    }
}
