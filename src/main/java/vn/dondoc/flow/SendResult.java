package vn.dondoc.flow;

/**
 * What one run of {@link SendFlow} did.
 *
 * @param retried letters that failed and will be tried again
 */
public record SendResult(int sent, int retried, int givenUp, StopReason stoppedBecause) {

    /** Why a run ended. */
    public enum StopReason {
        NOTHING_DUE("không còn thư đến giờ gửi"),
        PAUSED("việc gửi thư đang tạm dừng"),
        OUTSIDE_HOURS("ngoài giờ hành chính"),
        DAY_OFF("ngày nghỉ"),
        SERVER_UNREACHABLE("không liên lạc được với máy chủ thư"),
        LOGIN_REFUSED("máy chủ thư không nhận tên đăng nhập, mật khẩu"),
        STOPPING("chương trình đang dừng");

        private final String words;

        StopReason(String words) {
            this.words = words;
        }

        /** For readers, in Vietnamese. */
        public String words() {
            return words;
        }
    }
}
