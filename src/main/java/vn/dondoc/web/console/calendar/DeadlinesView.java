package vn.dondoc.web.console.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import vn.dondoc.calendar.DueDate;
import vn.dondoc.calendar.Period;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.DutyDates;
import vn.dondoc.facts.Plan;

/** What is due in a month, day by day. */
public record DeadlinesView(YearMonth month, List<Line> lines) {
    public DeadlinesView {
        lines = List.copyOf(lines);
    }

    /**
     * One duty's day.
     *
     * @param day the last day in time, or the day from which the open duty is at risk
     * @param nominal the day as written; another one where it falls on a day of rest
     * @param hard whether it is the last day in time
     */
    public record Line(LocalDate day, LocalDate nominal, Duty duty, Period period, boolean hard, boolean assumed) {}

    static DeadlinesView of(YearMonth month, Plan plan, DutyDates dates) {
        List<Line> lines = new ArrayList<>();
        for (Duty duty : plan.allDuties()) {
            // a date of December may move to January, and a yearly plan is due before its year begins
            add(lines, month, duty, dates.lastDays(duty, month.getYear() - 1, month.getYear() + 1), true);
            add(lines, month, duty, dates.marks(duty, month.getYear() - 1, month.getYear() + 1), false);
        }
        lines.sort(Comparator.comparing(Line::day)
                .thenComparing(line -> !line.hard())
                .thenComparing(line -> line.duty().id()));
        return new DeadlinesView(month, lines);
    }

    private static void add(List<Line> lines, YearMonth month, Duty duty, Map<Period, DueDate> days, boolean hard) {
        days.entrySet().stream()
                .filter(due -> YearMonth.from(due.getValue().lastDay()).equals(month)
                        && duty.bindsOn(due.getValue().lastDay()))
                .map(due -> new Line(
                        due.getValue().lastDay(),
                        due.getValue().nominal(),
                        duty,
                        due.getKey(),
                        hard,
                        due.getValue().assumed()))
                // what is asked once has one date, whatever the year that it was laid out for
                .filter(line -> lines.stream()
                        .noneMatch(other -> other.hard() == hard
                                && other.duty().equals(duty)
                                && other.day().equals(line.day())))
                .forEach(lines::add);
    }
}
