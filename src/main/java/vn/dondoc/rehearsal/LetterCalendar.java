package vn.dondoc.rehearsal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.dondoc.rehearsal.Simulation.Period;

/** A calendar that shows how many letters go on each day, so that days without mail and days of rest are seen at once. */
final class LetterCalendar {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/uuuu", Locale.ROOT);
    private static final List<String> WEEKDAYS = List.of("T2", "T3", "T4", "T5", "T6", "T7", "CN");

    private final Period period;
    private final Map<LocalDate, Long> letters;
    private final Predicate<LocalDate> workingDay;

    LetterCalendar(Period period, List<SimulatedLetter> letters, Predicate<LocalDate> workingDay) {
        this.period = period;
        this.letters = letters.stream().collect(Collectors.groupingBy(SimulatedLetter::day, Collectors.counting()));
        this.workingDay = workingDay;
    }

    /** "12 trong 61 ngày làm việc không có thư." */
    String withoutMail() {
        long working = period.days().filter(workingDay).count();
        long quiet = period.days()
                .filter(workingDay)
                .filter(day -> !letters.containsKey(day))
                .count();
        return CountTables.number(quiet) + " trong " + CountTables.number(working) + " ngày làm việc không có thư.";
    }

    String html() {
        return period.days()
                .map(YearMonth::from)
                .distinct()
                .map(this::month)
                .collect(Collectors.joining("", "<div class=\"months\">", "</div>"));
    }

    private String month(YearMonth month) {
        LocalDate first = month.atDay(1);
        LocalDate monday = first.with(DayOfWeek.MONDAY);
        StringBuilder weeks = new StringBuilder();
        for (LocalDate week = monday; !week.isAfter(month.atEndOfMonth()); week = week.plusWeeks(1)) {
            weeks.append(week.datesUntil(week.plusWeeks(1))
                    .map(day -> YearMonth.from(day).equals(month) ? cell(day) : "<td></td>")
                    .collect(Collectors.joining("", "<tr>", "</tr>")));
        }
        String head = WEEKDAYS.stream().map(day -> "<th>" + day + "</th>").collect(Collectors.joining());
        return "<table class=\"month\"><caption>" + MONTH.format(month) + "</caption><tr>" + head + "</tr>" + weeks
                + "</table>";
    }

    private String cell(LocalDate day) {
        if (day.isBefore(period.from()) || day.isAfter(period.to())) {
            return "<td class=\"out\">" + day.getDayOfMonth() + "</td>";
        }
        long count = letters.getOrDefault(day, 0L);
        String shade = !workingDay.test(day) ? "off" : count == 0 ? "none" : count < 10 ? "some" : "many";
        return "<td class=\"" + shade + "\">" + day.getDayOfMonth() + "<b>" + (count == 0 ? "" : count) + "</b></td>";
    }
}
