package vn.dondoc.store;

import com.fasterxml.jackson.annotation.JsonValue;

/** What became of a received file. {@code code} stands in the table and in JSON, {@code words} in answers. */
public enum Outcome {
    ACCEPTED("accepted", "đã nhận"),
    PARTLY("partly", "nhận một phần"),
    REFUSED("refused", "từ chối"),
    /** The same bytes were taken before and still stand: nothing was added. */
    REPEATED("repeated", "đã nhận trước đó");

    private final String code;
    private final String words;

    Outcome(String code, String words) {
        this.code = code;
        this.words = words;
    }

    @JsonValue
    public String code() {
        return code;
    }

    public String words() {
        return words;
    }

    boolean hasEntries() {
        return this == ACCEPTED || this == PARTLY;
    }
}
