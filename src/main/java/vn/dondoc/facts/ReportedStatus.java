package vn.dondoc.facts;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.dondoc.reading.VietnameseText;

/** What a unit says of a duty. {@code code} stands in JSON, {@code word} in tables. */
public enum ReportedStatus {
    NOT_STARTED("not-started", "chưa thực hiện"),
    IN_PROGRESS("in-progress", "đang thực hiện"),
    SUBMITTED("submitted", "đã trình"),
    DONE("done", "hoàn thành"),
    NOT_APPLICABLE("not-applicable", "không áp dụng");

    private final String code;
    private final String word;

    ReportedStatus(String code, String word) {
        this.code = code;
        this.word = word;
    }

    public String code() {
        return code;
    }

    public String word() {
        return word;
    }

    /** Reads either the code or the Vietnamese word. */
    public static Optional<ReportedStatus> read(String text) {
        String key = VietnameseText.key(VietnameseText.tidy(text));
        String spelt = VietnameseText.withTonesBehind(key);
        return Arrays.stream(values())
                .filter(status -> status.code.equals(key)
                        || VietnameseText.withTonesBehind(status.word).equals(spelt))
                .findFirst();
    }

    public static List<String> allWords() {
        return Arrays.stream(values()).map(ReportedStatus::word).toList();
    }
}
