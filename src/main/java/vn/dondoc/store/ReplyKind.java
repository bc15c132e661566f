package vn.dondoc.store;

/** What a mail that came in was taken for. {@code code} stands in JSON, {@code words} are for readers. */
public enum ReplyKind {
    REPORT("report", "báo cáo"),
    PROMISE("promise", "hẹn nộp"),
    DONE("done", "báo đã xong"),
    BOUNCE("bounce", "thư bị trả lại"),
    AUTOMATIC("automatic", "thư tự động"),
    STRANGER("stranger", "chưa rõ người gửi"),
    UNREADABLE("unreadable", "không đọc được"),
    OTHER("other", "nội dung khác");

    private final String code;
    private final String words;

    ReplyKind(String code, String words) {
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
