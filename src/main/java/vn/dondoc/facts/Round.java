package vn.dondoc.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.DueDate;
import vn.dondoc.calendar.Period;
import vn.dondoc.facts.Obligation.Phase;

/**
 * A duty in one of its periods, as it stands on a day for every unit that owes it: worked out once, not for each unit. For
 * one thread.
 */
final class Round {
    private final DutyDates dates;
    private final Duty duty;
    private final Period period;
    private final Period span;
    private final @Nullable DueDate hard;
    private final @Nullable DueDate soft;
    private @Nullable Phase phase;

    Round(DutyDates dates, Duty duty, Period period) {
        this.dates = dates;
        this.duty = duty;
        this.period = period;
        this.span = dates.spanOf(duty, period);
        this.hard = dates.hard(duty, period);
        this.soft = hard == null ? null : dates.soft(duty, period);
    }

    Period period() {
        return period;
    }

    /** The span in which a report answers for the period. */
    Period span() {
        return span;
    }

    @Nullable DueDate hard() {
        return hard;
    }

    /** Null without a hard date, too. */
    @Nullable DueDate soft() {
        return soft;
    }

    /** @param day always the same one */
    Phase phaseOn(LocalDate day) {
        if (phase == null) {
            phase = dates.phaseOn(day, duty, soft, hard);
        }
        return phase;
    }
}
