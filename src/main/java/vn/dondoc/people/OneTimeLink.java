package vn.dondoc.people;

import java.time.Duration;

/**
 * A link that is good once.
 *
 * @param login whose; empty where the person is made by it
 */
public record OneTimeLink(Purpose purpose, String login) {

    /** What it opens. */
    public enum Purpose {
        /** Making the first administrator, while there is none. */
        FIRST_ADMINISTRATOR("tạo người quản trị đầu tiên", Duration.ofHours(24)),
        /** Choosing one's password, the first or a new one. */
        PASSWORD("đặt mật khẩu", Duration.ofHours(72)),
        /** The console itself, without a password: only the demonstration makes such links. */
        SIGN_IN("vào trang điều hành mẫu", Duration.ofHours(24));

        private final String words;
        private final Duration validity;

        Purpose(String words, Duration validity) {
            this.words = words;
            this.validity = validity;
        }

        /** In Vietnamese, what somebody does with it. */
        public String words() {
            return words;
        }

        public Duration validity() {
            return validity;
        }
    }
}
