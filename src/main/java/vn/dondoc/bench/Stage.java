package vn.dondoc.bench;

/** What is timed. {@code code} stands in JSON, {@code words} in the table. */
public enum Stage {
    LOAD("load", "đọc"),
    EVALUATE("evaluate", "đánh giá"),
    COMPARE("compare", "so với hôm trước"),
    QUEUE("queue", "xếp thư");

    private final String code;
    private final String words;

    Stage(String code, String words) {
        this.code = code;
        this.words = words;
    }

    public String code() {
        return code;
    }

    public String words() {
        return words;
    }
}
