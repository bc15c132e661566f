package vn.dondoc.outbox;

/** What a letter is for. {@code code} stands in keys, files and JSON. */
public enum LetterKind {
    REMINDER("reminder", "nhắc việc"),
    ALERT("alert", "cảnh báo vi phạm"),
    ESCALATION("escalation", "báo cáo cấp trên"),
    DIGEST("digest", "bản tổng hợp tuần"),
    NOTICE("notice", "thông báo");

    private final String code;
    private final String word;

    LetterKind(String code, String word) {
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
