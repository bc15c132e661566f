package vn.dondoc.web.console.post;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * The letters of a month, day by day.
 *
 * @param weeks of seven days each, Monday first
 * @param quiet working days of the month, up to today, without any letter
 */
public record LetterMonthView(
        YearMonth month, List<List<Cell>> weeks, long letters, List<LocalDate> quiet, int workingDays) {

    /**
     * A day.
     *
     * @param off why it is a day of rest; empty on working days
     */
    public record Cell(LocalDate day, boolean ofMonth, long letters, String off, boolean future) {}
}
