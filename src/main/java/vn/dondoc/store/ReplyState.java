package vn.dondoc.store;

import java.util.Arrays;
import java.util.Optional;

/** How far a mail that came in has come. {@code code} stands in the table and in JSON, {@code word} is for readers. */
public enum ReplyState {
    NEW("new", "mới nhận"),
    WAITING("waiting", "chờ người xử lý"),
    HANDLED("handled", "đã xử lý"),
    NOTED("noted", "chỉ ghi nhận");

    private final String code;
    private final String word;

    ReplyState(String code, String word) {
        this.code = code;
        this.word = word;
    }

    public String code() {
        return code;
    }

    public String word() {
        return word;
    }

    public static Optional<ReplyState> ofCode(String code) {
        return Arrays.stream(values()).filter(state -> state.code.equals(code)).findFirst();
    }
}
