package vn.dondoc.findings;

/** What a finding says. {@code words} is what officials read. Ordered by urgency, the most urgent first. */
public enum State {
    VIOLATED("vi phạm"),
    OVERDUE("quá hạn"),
    AT_RISK("có nguy cơ không đạt"),
    DUE_SOON("sắp đến hạn"),
    BELOW("chưa đạt"),
    STALE("số liệu cũ"),
    NO_DATA("chưa có số liệu"),
    REVIEW("cần người xem"),
    MET_LATE("đạt, muộn"),
    NOT_DUE("chưa đến hạn"),
    MET("đạt");

    private final String words;

    State(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Whether somebody still has something to do. */
    public boolean isOpen() {
        return this != MET && this != MET_LATE && this != NOT_DUE;
    }
}
