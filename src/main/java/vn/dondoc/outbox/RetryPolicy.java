package vn.dondoc.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a letter that could not be sent is tried again: after each pause in turn, then no more.
 *
 * @param pauses the pause after the first attempt, after the second …
 */
public record RetryPolicy(List<Duration> pauses) {

    /** Ten attempts over 70 hours; more by the calendar, since nothing is sent outside office hours. */
    public static final RetryPolicy DEFAULT = new RetryPolicy(List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(24)));

    /** Once a server is back, letters that only waited for it go out within this time. */
    public static final Duration LONGEST_WAIT_FOR_SERVER = Duration.ofHours(1);

    public RetryPolicy {
        pauses = List.copyOf(pauses);
        if (pauses.stream().anyMatch(pause -> pause.isNegative() || pause.isZero())) {
            throw new IllegalArgumentException("a pause must be longer than nothing: " + pauses);
        }
    }

    /** No letter waits longer for its next attempt. */
    public Duration longestPause() {
        return pauses.stream()
                .filter(pause -> pause.compareTo(LONGEST_WAIT_FOR_SERVER) > 0)
                .max(Duration::compareTo)
                .orElse(LONGEST_WAIT_FOR_SERVER);
    }

    public int maxAttempts() {
        return pauses.size() + 1;
    }

    /**
     * The moment of the next attempt; empty means give up.
     *
     * @param attempt which attempt failed, from 1
     * @param permanent whether the same letter would be refused again
     */
    public Optional<Instant> nextAttempt(int attempt, boolean permanent, Instant failedAt) {
        if (permanent || attempt >= maxAttempts()) {
            return Optional.empty();
        }
        return Optional.of(failedAt.plus(pauses.get(Math.max(attempt, 1) - 1)));
    }

    /**
     * After an attempt that found no server, which says nothing about the letter.
     *
     * @param until the moment of the next attempt
     * @param counts whether the attempt is one of those that a letter has; only while pauses still grow
     */
    public record Wait(Instant until, boolean counts) {}

    /** The pauses of other failures, up to an hour; then hour by hour for as long as it takes. */
    public Wait waitForServer(int attempt, Instant failedAt) {
        int number = Math.max(attempt, 1);
        boolean grows = number <= pauses.size() && pauses.get(number - 1).compareTo(LONGEST_WAIT_FOR_SERVER) < 0;
        return new Wait(failedAt.plus(grows ? pauses.get(number - 1) : LONGEST_WAIT_FOR_SERVER), grows);
    }
}
