package vn.dondoc.notices;

/** Why a letter was written, or why it was not. {@code words} is what officials read. */
public enum Reason {
    STAGE_REACHED("đến bậc nhắc tiếp theo của bảng reminders.csv"),
    GOING_LIVE("thư mở đầu: gồm các việc đến hạn trước ngày đưa vào vận hành"),
    WITH_THE_DISTRICT("đơn vị và cấp huyện đều chưa báo cáo: gộp vào một thư gửi cấp huyện, sao gửi đơn vị"),
    ESCALATED("đã đôn đốc mà không có trả lời hoặc thất hẹn: gửi cấp trên, sao gửi đơn vị"),
    VIOLATION_FOUND("mới phát hiện vi phạm"),
    ALERT_WITHDRAWN("cảnh báo trước đây không còn đúng sau khi số liệu hoặc quy tắc được sửa"),
    WEEKLY("bản tổng hợp hằng tuần"),
    RULES_REFUSED("tệp quy tắc sửa còn lỗi, quy tắc cũ vẫn có hiệu lực"),
    ANSWERED("trả lời thư của đơn vị"),
    TROUBLE("việc vận hành cần người quản trị xử lý"),
    REPORT_RETURNED("cơ quan theo dõi trả lại báo cáo"),

    HELD_STAGE_SENT("đã nhắc ở bậc này, chưa đến bậc tiếp theo"),
    HELD_BEFORE_LADDER("chưa đến bậc nhắc đầu tiên"),
    HELD_DAY_OFF("ngày nghỉ, không gửi thư"),
    HELD_WROTE_TODAY("sáng nay đã có thư cho đơn vị"),
    HELD_WROTE_LATELY("đơn vị vừa có thư, chờ đủ số ngày giữa hai thư"),
    HELD_NO_ADDRESS("đơn vị chưa có địa chỉ thư"),
    HELD_TRIAL("quy tắc đang thử nghiệm, chỉ để xem"),
    HELD_DIGEST_ONLY("mục tiêu chung của tỉnh, chỉ nêu trong bản tổng hợp"),
    HELD_NOTHING_LEFT_TO_DO("đã đạt sau hạn, không còn việc phải làm"),
    HELD_PROMISED("đơn vị đã hẹn ngày nộp, chờ đến ngày hẹn"),
    HELD_SILENCED("cơ quan theo dõi đã tạm dừng nhắc"),
    HELD_DONE_ELSEWHERE("việc cùng nội dung ở điều khoản khác đã được báo cáo");

    private final String words;

    Reason(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Whether nothing is written at any stage of the ladder as long as it stands. */
    boolean holdsEveryStage() {
        return switch (this) {
            case HELD_TRIAL,
                    HELD_DIGEST_ONLY,
                    HELD_SILENCED,
                    HELD_DONE_ELSEWHERE,
                    HELD_PROMISED,
                    HELD_NOTHING_LEFT_TO_DO,
                    HELD_DAY_OFF -> true;
            default -> false;
        };
    }

    public boolean isHeldBack() {
        return name().startsWith("HELD_");
    }
}
