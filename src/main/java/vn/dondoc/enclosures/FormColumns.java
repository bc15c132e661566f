package vn.dondoc.enclosures;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import vn.dondoc.facts.ReportedStatus;
import vn.dondoc.intake.Column;
import vn.dondoc.intake.NoteColumn;

/** Which columns a status form has on its sheets, how they look and what is to be written under them. */
final class FormColumns {
    static final Set<Column> KEY = Set.of(Column.AGENCY, Column.PERIOD, Column.DUTY);

    private static final Set<Column> OF_ITEM = Set.of(Column.ITEM_UNIT, Column.ITEM_DATE, Column.ITEM_REF);

    /** The moment of receipt is the office's to say. */
    static final List<Column> OF_REPORT = Arrays.stream(Column.values())
            .filter(column -> column != Column.RECEIVED_AT && !OF_ITEM.contains(column))
            .toList();

    static final List<Column> OF_ITEMS = Arrays.stream(Column.values())
            .filter(column -> KEY.contains(column) || OF_ITEM.contains(column))
            .toList();

    static final List<NoteColumn> NOTES_OF_REPORT = List.of(
            NoteColumn.TASK,
            NoteColumn.CLAUSE,
            NoteColumn.DUE,
            NoteColumn.DUE_GROUND,
            NoteColumn.STANDING,
            NoteColumn.PRINTED);
    static final List<NoteColumn> NOTES_OF_ITEMS = List.of(NoteColumn.TASK);

    static final Set<Column> DATES = Set.of(Column.COMPLETED_ON, Column.EVIDENCE_DATE, Column.ITEM_DATE);
    static final Set<Column> NUMBERS = Set.of(Column.NUMERATOR, Column.DENOMINATOR, Column.VALUE);

    static final String DATE_FORMAT = "dd/mm/yyyy";
    /** Keeps a spreadsheet from making a date of the paper number 5/2018. */
    static final String TEXT_FORMAT = "@";

    private FormColumns() {}

    static double width(Column column) {
        return switch (column) {
            case NOTE -> 40;
            case EVIDENCE_LINK -> 28;
            case NUMERATOR, DENOMINATOR, VALUE, PERIOD -> 11;
            default -> 18;
        };
    }

    static double width(NoteColumn note) {
        return note == NoteColumn.TASK || note == NoteColumn.MISTAKES ? 60 : 20;
    }

    /** What to write under a heading, shown when the pointer rests on it. */
    static String guide(Column column) {
        return switch (column) {
            case AGENCY -> "Mã của đơn vị báo cáo, đã ghi sẵn. Giữ nguyên.";
            case PERIOD -> "Kỳ báo cáo: năm (2017), 6 tháng (2017-H1) hoặc quý (2017-Q4), đã ghi sẵn. Giữ nguyên.";
            case DUTY -> "Mã nhiệm vụ, đã ghi sẵn. Giữ nguyên. Tên nhiệm vụ ở cột “Nhiệm vụ”.";
            case STATUS -> "Chọn trong danh sách: " + String.join(", ", ReportedStatus.allWords()) + ".";
            case COMPLETED_ON -> "Ngày hoàn thành, ví dụ 31/12/2017. Chưa hoàn thành thì để trống.";
            case EVIDENCE_REF -> "Số, ký hiệu văn bản minh chứng, ví dụ 12/KH-SNV. Mỗi dòng một văn bản.";
            case EVIDENCE_DATE -> "Ngày của văn bản minh chứng, ví dụ 31/12/2017.";
            case EVIDENCE_LINK -> "Đường dẫn đến văn bản, bắt đầu bằng https://. Không có thì để trống.";
            case NUMERATOR -> "Số đã thực hiện, ví dụ 8. Chỉ ghi số, không ghi tỷ lệ phần trăm.";
            case DENOMINATOR -> "Tổng số phải thực hiện, ví dụ 33.";
            case VALUE ->
                "Số khác không phải tử số, mẫu số (ví dụ thứ hạng). Chỉ có tỷ lệ mà không có hai số thì ghi tỷ lệ vào"
                        + " đây, ví dụ 86,45%.";
            case ITEM_UNIT -> "Mã của đơn vị được tính, ví dụ xã đã kết nối: 21172. Mỗi dòng một đơn vị.";
            case ITEM_DATE -> "Ngày đơn vị ấy đạt, ví dụ 31/12/2017.";
            case ITEM_REF -> "Số, ký hiệu văn bản về đơn vị ấy. Không có thì để trống.";
            case NOTE -> "Điều cần nói thêm: vướng mắc, kiến nghị, lý do chưa thực hiện.";
            case RECEIVED_AT -> "Chỉ dành cho người quản trị nhập báo cáo cũ.";
        };
    }

    static String guide(NoteColumn note) {
        return switch (note) {
            case TASK -> "Nội dung nhiệm vụ. Chỉ để xem.";
            case CLAUSE -> "Điều khoản giao nhiệm vụ. Chỉ để xem.";
            case DUE -> "Hạn của nhiệm vụ. Chỉ để xem.";
            case DUE_GROUND -> "Hạn theo Quyết định, hoặc giả định: Quyết định không ấn định. Chỉ để xem.";
            case STANDING -> "Kết quả theo dõi đến ngày lập mẫu. Chỉ để xem.";
            case PRINTED -> "Hệ thống ghi, để nhận ra nhiệm vụ giữ nguyên như in sẵn. Không sửa.";
            case MISTAKES -> "Lỗi của dòng này. Sửa ô được tô màu rồi gửi lại tệp.";
        };
    }
}
