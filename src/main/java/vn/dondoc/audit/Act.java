package vn.dondoc.audit;

/** What can be done that has to be accounted for. */
public enum Act {
    REPORT_RECEIVED("nhận báo cáo"),
    PROMISED("hẹn nộp"),
    EXTENDED("gia hạn"),
    EXEMPTED("miễn"),
    SILENCED("tạm dừng nhắc"),
    SILENCE_ENDED("thôi tạm dừng nhắc"),
    RULES_PUBLISHED("công bố quy tắc"),
    LETTER_RELEASED("duyệt thư"),
    LETTER_SENT("gửi thư"),
    LETTER_GIVEN_UP("bỏ cuộc, không gửi được thư"),
    LETTER_TAKEN_BACK("rút thư chưa gửi"),
    LETTER_RETRIED("xếp lại thư để gửi"),
    SENDING_PAUSED("dừng gửi thư"),
    SENDING_RESUMED("cho gửi thư tiếp"),
    RESTORED("phục hồi từ bản sao lưu"),
    MAIL_SETTLED("xử lý thư trả lời"),
    CLOCK_PUT_BACK("đồng hồ máy lùi lại");

    private final String words;

    Act(String words) {
        this.words = words;
    }

    /** For readers, in Vietnamese. */
    public String words() {
        return words;
    }
}
