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

    public QueuedLetter.Lease lease() {
        return new QueuedLetter.Lease(name, now().plus(LEASE));
    }

    public Instant now() {
        return clock.instant();
    }
}
