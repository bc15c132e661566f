package vn.dondoc.facts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.DateExpression;
import vn.dondoc.calendar.DueDate;
import vn.dondoc.calendar.Period;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.facts.Obligation.Phase;

/** The periods in which a duty comes round, and the dates of each. */
public final class DutyDates {
    private static final int DAYS_A_YEARLY_PLAN_IS_SEEN_AHEAD = 45;

    private final Plan plan;
    private final WorkingCalendar calendar;

    public DutyDates(Plan plan, WorkingCalendar calendar) {
        this.plan = plan;
        this.calendar = calendar;
    }

    /** The periods on which a verdict is due on a day: what always stands is judged for the current period only. */
    List<Period> periodsOn(Duty duty, LocalDate day) {
        if (duty.recurrence() == Recurrence.STANDING) {
            return List.of(Period.quarterOf(day));
        }
        if (duty.kind() == Kind.EVENT || duty.kind() == Kind.PRINCIPLE) {
            return List.of(Period.year(day.getYear()));
        }
        if (duty.recurrence() == Recurrence.ONCE) {
            LocalDate anchor = duty.hard().isEmpty()
                    ? plan.effective()
                    : duty.hard().get(0).lastDayFor(plan.effective().getYear());
            return List.of(Period.year(anchor.getYear()));
        }
        List<Period> periods = new ArrayList<>();
        for (int year = plan.effective().getYear(); year <= day.getYear() + 1; year++) {
            for (Period period : duty.recurrence().periodsOf(year)) {
                if (!period.last().isBefore(plan.effective()) && hasBegun(duty, period, day)) {
                    periods.add(period);
                }
            }
        }
        return periods;
    }

    /** A period counts from its first day; a plan due before the year begins, from a little before its soft date. */
    private boolean hasBegun(Duty duty, Period period, LocalDate day) {
        if (!day.isBefore(period.first())) {
            return true;
        }
        DateExpression written = dateOf(duty.soft(), duty, period);
        LocalDate seen = day.plusDays(DAYS_A_YEARLY_PLAN_IS_SEEN_AHEAD);
        // a date moves later only: the calendar of a far year, perhaps without a notice, is not asked
        if (written == null || seen.isBefore(written.lastDayFor(yearOf(period)))) {
            return false;
        }
        return !seen.isBefore(due(written, period, true, duty.shifts()).lastDay());
    }

    /** The span in which a report answers for a period: for the year's report, its last quarter. */
    Period spanOf(Duty duty, Period period) {
        if (duty.recurrence() != Recurrence.REPORT) {
            return period;
        }
        return Period.quarterOf(period.last());
    }

    /** The last day in time of each period of some years that has one, moved past days of rest. */
    public SortedMap<Period, DueDate> lastDays(Duty duty, int firstYear, int lastYear) {
        SortedMap<Period, DueDate> days = new TreeMap<>();
        for (int year = firstYear; year <= lastYear; year++) {
            for (Period period : duty.recurrence().periodsOf(year)) {
                DueDate hard = hard(duty, period);
                if (hard != null) {
                    days.put(period, hard);
                }
            }
        }
        return days;
    }

    /** The day of each period of some years from which the open duty is at risk, where it has one. */
    public SortedMap<Period, DueDate> marks(Duty duty, int firstYear, int lastYear) {
        SortedMap<Period, DueDate> days = new TreeMap<>();
        for (int year = firstYear; year <= lastYear; year++) {
            for (Period period : duty.recurrence().periodsOf(year)) {
                DateExpression written = dateOf(duty.soft(), duty, period);
                if (written != null && !written.lastDayFor(year).isBefore(plan.effective())) {
                    days.put(period, due(written, period, true, duty.shifts()));
                }
            }
        }
        return days;
    }

    @Nullable DueDate hard(Duty duty, Period period) {
        DateExpression written = dateOf(duty.hard(), duty, period);
        if (written == null || written.lastDayFor(yearOf(period)).isBefore(plan.effective())) {
            return null;
        }
        return due(written, period, duty.assumed(), duty.shifts());
    }

    @Nullable DueDate soft(Duty duty, Period period) {
        DateExpression written = dateOf(duty.soft(), duty, period);
        return written == null ? null : due(written, period, true, duty.shifts());
    }

    Phase phaseOn(LocalDate day, Duty duty, @Nullable DueDate soft, @Nullable DueDate hard) {
        if (hard == null) {
            return Phase.NONE;
        }
        if (hard.isPastOn(day)) {
            return Phase.PAST;
        }
        if (soft != null && !day.isBefore(soft.lastDay())) {
            return Phase.RISK;
        }
        LocalDate anchor = soft == null ? hard.lastDay() : soft.lastDay();
        int first = duty.offsets().stream().mapToInt(Integer::intValue).max().orElse(0);
        boolean farOff = ChronoUnit.DAYS.between(day, anchor) > 2L * first + 15;
        return farOff || calendar.workingDaysBetween(day, anchor) > first ? Phase.EARLY : Phase.SOON;
    }

    private @Nullable DateExpression dateOf(List<DateExpression> dates, Duty duty, Period period) {
        if (dates.size() <= 1) {
            return dates.isEmpty() ? null : dates.get(0);
        }
        int index = duty.recurrence().periodsOf(yearOf(period)).indexOf(period);
        return index < 0 || index >= dates.size() ? null : dates.get(index);
    }

    /** "Trước ngày 01/01/2018" never moves, whatever the table says: 02/01/2018 is not before 01/01/2018. */
    private DueDate due(DateExpression written, Period period, boolean assumed, boolean shifts) {
        LocalDate nominal = written.lastDayFor(yearOf(period));
        boolean moves = shifts && !written.before();
        return new DueDate(nominal, moves ? calendar.onOrAfter(nominal) : nominal, assumed);
    }

    private static int yearOf(Period period) {
        return period.first().getYear();
    }
}
