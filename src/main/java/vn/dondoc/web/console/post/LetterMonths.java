package vn.dondoc.web.console.post;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.dondoc.web.console.Visit;

/** How many letters go on each day of a month, so that days without mail are seen at once. */
final class LetterMonths {
    private final Mailroom mailroom;

    LetterMonths(Mailroom mailroom) {
        this.mailroom = mailroom;
    }

    void show(Visit visit) {
        YearMonth month = month(visit);
        Map<LocalDate, Long> letters =
                mailroom.search().daysOf(month, Mailroom.within(visit), !Mailroom.seesAll(visit));
        List<LocalDate> working = month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .filter(day ->
                        !day.isAfter(visit.today()) && mailroom.calendar().isWorkingDay(day))
                .toList();
        visit.show(
                "letter-months",
                visit.words().of("Lịch thư", "Letters by day"),
                new LetterMonthView(
                        month,
                        weeks(month, letters, visit.today()),
                        letters.values().stream().mapToLong(Long::longValue).sum(),
                        working.stream()
                                .filter(day -> !letters.containsKey(day))
                                .toList(),
                        working.size()));
    }

    private static YearMonth month(Visit visit) {
        try {
            return YearMonth.parse(visit.query("thang"));
        } catch (DateTimeParseException none) {
            return YearMonth.from(visit.today());
        }
    }

    private List<List<LetterMonthView.Cell>> weeks(YearMonth month, Map<LocalDate, Long> letters, LocalDate today) {
        List<List<LetterMonthView.Cell>> weeks = new ArrayList<>();
        LocalDate monday = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (LocalDate week = monday; !week.isAfter(month.atEndOfMonth()); week = week.plusWeeks(1)) {
            weeks.add(week.datesUntil(week.plusWeeks(1))
                    .map(day -> new LetterMonthView.Cell(
                            day,
                            YearMonth.from(day).equals(month),
                            letters.getOrDefault(day, 0L),
                            mailroom.calendar().reasonOff(day).orElse(""),
                            day.isAfter(today)))
                    .toList());
        }
        return weeks;
    }
}
