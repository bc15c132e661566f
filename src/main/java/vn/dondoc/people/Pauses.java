package vn.dondoc.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long nobody may try to sign in again after failures: some are free, then a pause that doubles with each further one.
 *
 * @param free the first pause comes with this failure
 * @param first the first pause
 * @param longest no pause is longer
 * @param forgottenAfter how long nothing has to fail until counting begins anew; longer than any pause
 */
public record Pauses(int free, Duration first, Duration longest, Duration forgottenAfter) {
    /** Under one login. */
    public static final Pauses OF_A_LOGIN =
            new Pauses(5, Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofHours(24));

    /** From one address, behind which a whole office may sit. */
    public static final Pauses OF_AN_ADDRESS =
            new Pauses(30, Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofHours(3));

    private static final int MOST_DOUBLINGS = 20;

    /** The pause that so many failures bring. */
    public Duration after(int failures) {
        if (failures < free) {
            return Duration.ZERO;
        }
        Duration pause = first.multipliedBy(1L << Math.min(failures - free, MOST_DOUBLINGS));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }

    /** Until when nobody may try; empty when anybody may now. */
    public Optional<Instant> until(Failures before, Instant now) {
        Instant end = before.last().plus(after(before.count()));
        return end.isAfter(now) ? Optional.of(end) : Optional.empty();
    }

    /** With one more failure now. */
    public Failures next(Failures before, Instant now) {
        boolean forgotten = !before.last().plus(forgottenAfter).isAfter(now);
        return new Failures(forgotten ? 1 : before.count() + 1, now);
    }
}
