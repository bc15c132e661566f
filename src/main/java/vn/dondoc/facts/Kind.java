package vn.dondoc.facts;

/** How a duty runs in time. {@code code} stands in JSON, {@code word} in the tables. */
public enum Kind {
    TARGET("target", "chỉ tiêu"),
    DEADLINE("deadline", "có hạn"),
    ONE_OFF("one-off", "một lần"),
    ANNUAL("annual", "hằng năm"),
    PERIODIC("periodic", "định kỳ"),
    CONTINUOUS("continuous", "thường xuyên"),
    EVENT("event", "khi phát sinh"),
    PRINCIPLE("principle", "nguyên tắc");

    private final String code;
    private final String word;

    Kind(String code, String word) {
        this.code = code;
        this.word = word;
    }

    public String code() {
        return code;
    }

    public String word() {
        return word;
    }
}
