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
        FIRST_ADMINISTRATOR(Duration.ofHours(24)),
        /** Choosing one's password, the first or a new one. */
        PASSWORD(Duration.ofHours(72)),
        /** The console itself, without a password: only the demonstration makes such links. */
        SIGN_IN(Duration.ofHours(24));

        private final Duration validity;

        Purpose(Duration validity) {
            this.validity = validity;
        }

        public Duration validity() {
            return validity;
        }
    }
}
