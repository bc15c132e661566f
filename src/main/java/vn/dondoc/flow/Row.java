package vn.dondoc.flow;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.Period;
import vn.dondoc.facts.Duty;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;

/**
 * What a finding comes to, without whose it is and what it was reached on: thousands of units share one.
 *
 * @param due the last day in time; null without one
 * @param trial whether its rule is only tried
 */
public record Row(
        Duty duty, Period period, State state, @Nullable LocalDate due, boolean assumed, boolean trial) {

    public static Row of(Finding finding) {
        return new Row(
                finding.obligation().duty(),
                finding.obligation().period(),
                finding.state(),
                finding.due(),
                finding.assumed(),
                finding.isTrial());
    }

    /** Whether a mark was passed that the Decision does not set, which is no breach. */
    public boolean isPastMark() {
        return state == State.OVERDUE && assumed;
    }

    /** By ids: a duty's text is long, and a country has a million rows. */
    @Override
    public int hashCode() {
        return (duty.id().hashCode() * 31 + period.id().hashCode()) * 31 + state.ordinal();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Row row
                        && state == row.state
                        && assumed == row.assumed
                        && trial == row.trial
                        && duty.id().equals(row.duty.id())
                        && period.id().equals(row.period.id())
                        && Objects.equals(due, row.due));
    }
}
