package vn.dondoc.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import vn.dondoc.calendar.DueDate;

/**
 * Where a target that is not reached yet will stand on its due date, should it go on at the pace of its reports. It says
 * what may come, never that something was broken: past the due date there is none.
 *
 * <p>The pace is that from the first report of the span to the last one: reports come by quarter, so that two neighbours
 * lie close together and one late entry among them would turn the pace over.
 *
 * @param of what is counted
 * @param first the earliest number that is comparable with the last
 * @param last the number that counts now; on a later day than {@code first}
 * @param needed the smallest count that reaches the target
 * @param due the date it is due by
 * @param asOf the day the forecast is made on, not after {@code due}
 */
public record Forecast(Counted of, Point first, Point last, BigDecimal needed, DueDate due, LocalDate asOf) {
    private static final BigDecimal DAYS_A_WEEK = BigDecimal.valueOf(7);

    /** What had been counted up to a day. */
    public record Point(LocalDate on, BigDecimal count) {}

    /** Days from the first point to the last, at least one. */
    public long days() {
        return ChronoUnit.DAYS.between(first.on(), last.on());
    }

    /** Days from the last point to the due date: over these the pace is carried on. */
    public long daysAhead() {
        return ChronoUnit.DAYS.between(last.on(), due.lastDay());
    }

    /** Days that are left to do what is missing; 0 on the last day. */
    public long daysLeft() {
        return ChronoUnit.DAYS.between(asOf, due.lastDay());
    }

    /** What came about between the two points; negative where numbers fell. */
    public BigDecimal gain() {
        return last.count().subtract(first.count());
    }

    /** last + gain · ahead / days &lt; needed, multiplied out, so that nothing is rounded. */
    public boolean isShort() {
        return carriedOn().compareTo(needed.multiply(BigDecimal.valueOf(days()))) < 0;
    }

    /** What is expected on the due date, with one decimal, cut off and never rounded up; to be read, not compared. */
    public BigDecimal expected() {
        BigDecimal expected = carriedOn().divide(BigDecimal.valueOf(days()), 1, RoundingMode.FLOOR);
        return of.isCut() ? expected : expected.max(BigDecimal.ZERO);
    }

    /** Whether {@link #expected} is the whole truth, with nothing cut off. */
    public boolean isExpectedExactly() {
        return expected().multiply(BigDecimal.valueOf(days())).compareTo(carriedOn()) == 0;
    }

    /** What came about in a week on average, with one decimal, cut off; without sign. */
    public BigDecimal gainOfWeek() {
        return gain().abs().multiply(DAYS_A_WEEK).divide(BigDecimal.valueOf(days()), 1, RoundingMode.DOWN);
    }

    /** How much is missing from what is required; positive. */
    public BigDecimal missing() {
        return needed.subtract(last.count());
    }

    /** Whether a whole week is left, so that what is missing can be told by the week. */
    public boolean hasWeekLeft() {
        return daysLeft() >= 7;
    }

    /** How much has to come in each week that is left, rounded up to whole pieces; needs a whole week. */
    public BigDecimal missingByWeek() {
        return missing().multiply(DAYS_A_WEEK).divide(BigDecimal.valueOf(daysLeft()), 0, RoundingMode.CEILING);
    }

    /** What is expected, times the days of the span. */
    private BigDecimal carriedOn() {
        return last.count().multiply(BigDecimal.valueOf(days())).add(gain().multiply(BigDecimal.valueOf(daysAhead())));
    }
}
