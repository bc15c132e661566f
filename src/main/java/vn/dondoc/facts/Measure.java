package vn.dondoc.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of a target.
 *
 * @param numerator counted so far; null where only a plain value was reported
 * @param denominator out of how many; null likewise
 * @param value a plain number; null where a share was reported
 * @param before the number of the year before, for growth; null where unknown
 * @param on the day the number stands for
 * @param entry the report it was taken from
 * @param registryCount how many there are by the registry on that day; 0 where it does not count such things
 * @param afterDue how many more items came about after the due date, and do not count
 * @param itemised whether items were counted one by one
 */
public record Measure(
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        @Nullable BigDecimal before,
        LocalDate on,
        Entry entry,
        int registryCount,
        int afterDue,
        boolean itemised) {
    private static final BigDecimal HUNDREDTHS_OF_PERCENT = BigDecimal.valueOf(10_000);

    /** The plain number: the value where given, else the numerator. */
    public BigDecimal count() {
        if (value != null) {
            return value;
        }
        return numerator == null ? BigDecimal.ZERO : numerator;
    }

    /** 10000·numerator ≥ percent·denominator; false without a positive denominator. */
    public boolean isAtLeast(int percent) {
        return numerator != null
                && denominator != null
                && denominator.signum() > 0
                && numerator
                                .multiply(HUNDREDTHS_OF_PERCENT)
                                .compareTo(denominator.multiply(BigDecimal.valueOf(percent)))
                        >= 0;
    }

    /** The same with the number of the year before; null where unknown. */
    Measure withYearBefore(@Nullable BigDecimal countBefore) {
        return new Measure(numerator, denominator, value, countBefore, on, entry, registryCount, afterDue, itemised);
    }

    /** The same with the items that came about after the due date counted in. */
    public Measure withLateItems() {
        BigDecimal all = numerator == null ? null : numerator.add(BigDecimal.valueOf(afterDue));
        return new Measure(all, denominator, value, before, on, entry, registryCount, 0, itemised);
    }

    /** Whether items and plain numbers were both given and say different things. */
    public boolean contradictsItself() {
        return itemised
                && entry.numerator() != null
                && numerator != null
                && entry.numerator().compareTo(numerator) != 0;
    }
}
