package vn.dondoc.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.dondoc.reading.VietnameseText;

/** What a status report can say, under its names in a table and in JSON. */
public enum Column {
    AGENCY("agency", "agency", "Mã đơn vị"),
    PERIOD("period", "period", "Kỳ"),
    DUTY("duty", "duty", "Mã nhiệm vụ"),
    STATUS("status", "status", "Tình trạng"),
    COMPLETED_ON("completedOn", "completedOn", "Ngày hoàn thành"),
    EVIDENCE_REF("evidenceRef", "ref", "Số minh chứng"),
    EVIDENCE_DATE("evidenceDate", "date", "Ngày minh chứng"),
    EVIDENCE_LINK("evidenceLink", "link", "Liên kết minh chứng"),
    NUMERATOR("numerator", "numerator", "Tử số"),
    DENOMINATOR("denominator", "denominator", "Mẫu số"),
    VALUE("value", "value", "Giá trị"),
    ITEM_UNIT("itemUnit", "unit", "Mã đơn vị được tính"),
    ITEM_DATE("itemDate", "date", "Ngày được tính"),
    ITEM_REF("itemRef", "ref", "Số văn bản của mục"),
    NOTE("note", "note", "Ghi chú"),
    RECEIVED_AT("receivedAt", "receivedAt", "Thời điểm nhận");

    /** Without these a table says nothing. */
    static final List<Column> REQUIRED = List.of(AGENCY, PERIOD, DUTY, STATUS);

    private final String code;
    private final String key;
    private final String heading;

    Column(String code, String key, String heading) {
        this.code = code;
        this.key = key;
        this.heading = heading;
    }

    /** The English heading, {@code evidenceRef}. */
    public String code() {
        return code;
    }

    /** The key in JSON, inside its object: {@code ref}. */
    public String key() {
        return key;
    }

    /** The Vietnamese heading, which the templates use. */
    public String heading() {
        return heading;
    }

    static Optional<Column> under(String heading) {
        String written = VietnameseText.key(heading);
        return Arrays.stream(values())
                .filter(column -> VietnameseText.key(column.code).equals(written)
                        || VietnameseText.key(column.heading).equals(written))
                .findFirst();
    }
}
