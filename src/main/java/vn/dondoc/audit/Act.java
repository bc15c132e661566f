package vn.dondoc.audit;

/** What can be done that has to be accounted for. */
public enum Act {
    REPORT_RECEIVED("nhận báo cáo", "report received"),
    REPORT_RETURNED("trả lại báo cáo", "report returned"),
    REPORT_APPROVED("duyệt báo cáo", "report approved"),
    PROMISED("hẹn nộp", "date promised"),
    EXTENDED("gia hạn", "date extended"),
    EXEMPTED("miễn", "exempted"),
    SILENCED("tạm dừng nhắc", "reminders silenced"),
    SILENCE_ENDED("thôi tạm dừng nhắc", "silence ended"),
    RULES_PUBLISHED("công bố quy tắc", "rules published"),
    SETTINGS_EDITED("sửa cấu hình", "settings edited"),
    LETTER_RELEASED("duyệt thư", "letter released"),
    LETTER_SENT("gửi thư", "letter sent"),
    LETTER_GIVEN_UP("bỏ cuộc, không gửi được thư", "letter given up"),
    LETTER_TAKEN_BACK("rút thư chưa gửi", "letter taken back"),
    LETTER_RETRIED("xếp lại thư để gửi", "letter queued again"),
    SENDING_PAUSED("dừng gửi thư", "sending paused"),
    SENDING_RESUMED("cho gửi thư tiếp", "sending resumed"),
    RESTORED("phục hồi từ bản sao lưu", "restored from a backup"),
    SIGNED_IN("đăng nhập", "signed in"),
    SIGN_IN_REFUSED("đăng nhập bị từ chối", "sign-in refused"),
    SIGN_IN_PAUSED("tạm ngừng nhận đăng nhập", "sign-in paused"),
    SIGNED_OUT("đăng xuất", "signed out"),
    SESSIONS_ENDED("kết thúc mọi phiên", "all sessions ended"),
    PERSON_ADDED("thêm người dùng", "person added"),
    ROLE_CHANGED("đổi quyền người dùng", "role changed"),
    PERSON_LOCKED("khóa người dùng", "person locked"),
    PERSON_UNLOCKED("mở khóa người dùng", "person unlocked"),
    LINK_MADE("cấp đường dẫn dùng một lần", "one-time link made"),
    PASSWORD_CHOSEN("đặt mật khẩu", "password chosen"),
    SECOND_STEP_SET("đặt mã xác thực hai bước", "second step set up"),
    SECOND_STEP_REMOVED("bỏ mã xác thực hai bước", "second step removed"),
    RECOVERY_CODE_USED("dùng mã dự phòng", "recovery code used"),
    TOKEN_MADE("cấp mã truy cập", "access token made"),
    TOKEN_REVOKED("thu hồi mã truy cập", "access token revoked"),
    MAIL_SETTLED("xử lý thư trả lời", "reply settled"),
    CLOCK_PUT_BACK("đồng hồ máy lùi lại", "clock put back"),
    CLOCK_CONFIRMED("xác nhận đồng hồ máy đúng", "clock confirmed");

    private final String words;
    private final String english;

    Act(String words, String english) {
        this.words = words;
        this.english = english;
    }

    /** For readers, in Vietnamese. */
    public String words() {
        return words;
    }

    public String english() {
        return english;
    }
}
