package vn.dondoc.people;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a session holds.
 *
 * @param idle without any request
 * @param whole whatever happens
 */
public record SessionLife(Duration idle, Duration whole) {
    /** Between the password and the second step. */
    public static final SessionLife UNFINISHED = new SessionLife(Duration.ofMinutes(10), Duration.ofMinutes(10));

    private static final SessionLife OF_ADMINISTRATORS = new SessionLife(Duration.ofMinutes(15), Duration.ofHours(8));
    private static final SessionLife OF_OTHERS = new SessionLife(Duration.ofMinutes(30), Duration.ofHours(12));

    public static SessionLife of(Role role) {
        return role == Role.ADMINISTRATOR ? OF_ADMINISTRATORS : OF_OTHERS;
    }

    /** Whether a session still holds; at the very end of its time it does not. */
    public boolean holds(Instant opened, Instant seen, Instant now) {
        return now.isBefore(opened.plus(whole)) && now.isBefore(seen.plus(idle));
    }
}
