package vn.dondoc.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Who takes letters to the mail server. Its hold on a letter ends by itself, so that another takes over what a dead worker
 * held; it is renewed while the letter is on its way.
 *
 * @param name of this process among all that share the outbox
 * @param clock of the machine, even where letters are sent as of another moment: a lease guards against processes that
 *     live now
 */
public record Worker(String name, Clock clock) {
    public static final Duration LEASE = Duration.ofSeconds(20);

    /** So far may the clocks of two workers be apart, and what one read before it had to wait is as old as that, too. */
    public static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(1);

    public QueuedLetter.Lease lease() {
        return new QueuedLetter.Lease(name, now().plus(LEASE));
    }

    public Instant now() {
        return clock.instant();
    }
}
