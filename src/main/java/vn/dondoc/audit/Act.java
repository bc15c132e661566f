package vn.dondoc.audit;

/** What can be done that has to be accounted for. */
public enum Act {
    REPORT_RECEIVED("nhận báo cáo"),
    REPORT_RETURNED("trả lại báo cáo"),
    REPORT_APPROVED("duyệt báo cáo"),
    PROMISED("hẹn nộp"),
    EXTENDED("gia hạn"),
    EXEMPTED("miễn"),
    SILENCED("tạm dừng nhắc"),
    SILENCE_ENDED("thôi tạm dừng nhắc"),
    RULES_PUBLISHED("công bố quy tắc"),
    SETTINGS_EDITED("sửa cấu hình"),
    LETTER_RELEASED("duyệt thư"),
    LETTER_SENT("gửi thư"),
    LETTER_GIVEN_UP("bỏ cuộc, không gửi được thư"),
    LETTER_TAKEN_BACK("rút thư chưa gửi"),
    LETTER_RETRIED("xếp lại thư để gửi"),
    SENDING_PAUSED("dừng gửi thư"),
    SENDING_RESUMED("cho gửi thư tiếp"),
    RESTORED("phục hồi từ bản sao lưu"),
    SIGNED_IN("đăng nhập"),
    SIGN_IN_REFUSED("đăng nhập bị từ chối"),
    SIGN_IN_PAUSED("tạm ngừng nhận đăng nhập"),
    SIGNED_OUT("đăng xuất"),
    SESSIONS_ENDED("kết thúc mọi phiên"),
    PERSON_ADDED("thêm người dùng"),
    ROLE_CHANGED("đổi quyền người dùng"),
    PERSON_LOCKED("khóa người dùng"),
    PERSON_UNLOCKED("mở khóa người dùng"),
    LINK_MADE("cấp đường dẫn dùng một lần"),
    PASSWORD_CHOSEN("đặt mật khẩu"),
    SECOND_STEP_SET("đặt mã xác thực hai bước"),
    SECOND_STEP_REMOVED("bỏ mã xác thực hai bước"),
    RECOVERY_CODE_USED("dùng mã dự phòng"),
    TOKEN_MADE("cấp mã truy cập"),
    TOKEN_REVOKED("thu hồi mã truy cập"),
    MAIL_SETTLED("xử lý thư trả lời"),
    CLOCK_PUT_BACK("đồng hồ máy lùi lại"),
    CLOCK_CONFIRMED("xác nhận đồng hồ máy đúng");

    private final String words;

    Act(String words) {
        this.words = words;
    }

    /** For readers, in Vietnamese. */
    public String words() {
        return words;
    }
}
