package vn.dondoc.intake;

import java.util.Arrays;
import vn.dondoc.reading.VietnameseText;

/** What a form shows beside the columns of a report, only to be read: no report says it when the form comes back. */
public enum NoteColumn {
    TASK("Nhiệm vụ"),
    CLAUSE("Điều khoản"),
    DUE("Hạn"),
    DUE_GROUND("Loại hạn"),
    STANDING("Kết quả theo dõi"),
    /** In the answer to a sender, who may send it back corrected. */
    MISTAKES("Lỗi"),
    /** Hidden: the {@link PrintedMark} of what the form shows of the duty. */
    PRINTED("Dấu in sẵn");

    private final String heading;

    NoteColumn(String heading) {
        this.heading = heading;
    }

    public String heading() {
        return heading;
    }

    static boolean isUnder(String heading) {
        String written = VietnameseText.key(heading);
        return Arrays.stream(values())
                .anyMatch(column -> VietnameseText.key(column.heading).equals(written));
    }
}
