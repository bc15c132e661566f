package vn.dondoc.web.console.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.dondoc.calendar.WorkingCalendar;

/**
 * The days off of a year.
 *
 * @param entered whether the year's notice was entered; else the days are those of the law and the moon
 * @param spans days off in a row under one name, weekends that have none left out
 * @param madeUp Saturdays and Sundays that are worked
 */
public record HolidaysView(
        int year, boolean entered, boolean edits, List<Month> months, List<Span> spans, List<LocalDate> madeUp) {
    public HolidaysView {
        months = List.copyOf(months);
        spans = List.copyOf(spans);
        madeUp = List.copyOf(madeUp);
    }

    public record Span(LocalDate from, LocalDate to, String name) {}

    /** @param weeks of seven days from Monday on; empty where the week has days of other months */
    public record Month(YearMonth month, List<List<Optional<Day>>> weeks) {}

    /**
     * One day of a month.
     *
     * @param kind work, weekend, holiday or made-up
     * @param words what it is, for who does not see its colour; empty for a day like any other
     */
    public record Day(LocalDate date, String kind, String words) {}

    static HolidaysView of(int year, WorkingCalendar calendar, boolean edits) {
        List<LocalDate> days = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .toList();
        return new HolidaysView(
                year,
                calendar.knows(year),
                edits,
                IntStream.rangeClosed(1, 12)
                        .mapToObj(month -> month(YearMonth.of(year, month), calendar))
                        .toList(),
                spans(days, calendar),
                days.stream()
                        .filter(day -> isWeekend(day) && calendar.isWorkingDay(day))
                        .toList());
    }

    private static List<Span> spans(List<LocalDate> days, WorkingCalendar calendar) {
        List<Span> spans = new ArrayList<>();
        for (LocalDate day : days) {
            String name = calendar.holiday(day).orElse("");
            Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
            if (last != null
                    && last.name().equals(name)
                    && last.to().plusDays(1).equals(day)) {
                spans.set(spans.size() - 1, new Span(last.from(), day, name));
            } else if (!name.isEmpty()) {
                spans.add(new Span(day, day, name));
            }
        }
        return spans;
    }

    private static Month month(YearMonth month, WorkingCalendar calendar) {
        List<List<Optional<Day>>> weeks = new ArrayList<>();
        LocalDate monday = month.atDay(1).with(java.time.temporal.TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (LocalDate week = monday; !week.isAfter(month.atEndOfMonth()); week = week.plusWeeks(1)) {
            weeks.add(week.datesUntil(week.plusWeeks(1))
                    .map(day ->
                            YearMonth.from(day).equals(month) ? Optional.of(day(day, calendar)) : Optional.<Day>empty())
                    .toList());
        }
        return new Month(month, weeks);
    }

    private static Day day(LocalDate day, WorkingCalendar calendar) {
        String holiday = calendar.holiday(day).orElse("");
        if (!holiday.isEmpty()) {
            return new Day(day, "holiday", holiday);
        }
        if (isWeekend(day)) {
            return calendar.isWorkingDay(day) ? new Day(day, "made-up", "làm bù") : new Day(day, "weekend", "");
        }
        return new Day(day, "work", "");
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
    }
}
