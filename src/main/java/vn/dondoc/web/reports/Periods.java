package vn.dondoc.web.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.dondoc.calendar.Period;
import vn.dondoc.web.console.Words;

/** The periods that can be reported on. */
final class Periods {
    private Periods() {}

    /** Every one that has begun since the plan's first year, the newest first. */
    static List<Period> begun(LocalDate planDay, LocalDate today) {
        List<Period> periods = new ArrayList<>();
        for (int year = today.getYear(); year >= planDay.getYear(); year--) {
            for (int quarter = 4; quarter >= 1; quarter--) {
                periods.add(Period.quarter(year, quarter));
            }
            periods.add(Period.half(year, 2));
            periods.add(Period.half(year, 1));
            periods.add(Period.year(year));
        }
        return periods.stream()
                .filter(period ->
                        !period.first().isAfter(today) && !period.last().isBefore(planDay))
                .toList();
    }

    /** Those of a day: its quarter, its half year, its year, and the quarter before. */
    static List<Period> around(LocalDate planDay, LocalDate day) {
        Period quarter = Period.quarterOf(day);
        Period before = Period.quarterOf(quarter.first().minusDays(1));
        Period half = Period.half(day.getYear(), day.getMonthValue() <= 6 ? 1 : 2);
        return List.of(quarter, before, half, Period.year(day.getYear())).stream()
                .filter(period -> !period.last().isBefore(planDay))
                .toList();
    }

    static String inWords(Period period, Words words) {
        if (!words.english()) {
            return period.inWords();
        }
        int year = period.first().getYear();
        if (period.id().contains("-Q")) {
            return "quarter " + period.id().charAt(6) + " of " + year;
        }
        return period.id().contains("-H")
                ? (period.id().endsWith("1") ? "first" : "second") + " half of " + year
                : "year " + year;
    }
}
