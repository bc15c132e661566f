package vn.dondoc.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dondoc.reading.VietnameseDate;

/**
 * A date as a rule table writes it: {@code 25/11} (each year), {@code 31/12 năm trước} (the year before the period),
 * {@code 31/12/2021}, {@code trước 01/01/2018} (the day before is the last in time).
 *
 * @param text as written
 * @param day day of the month
 * @param month 1 to 12
 * @param year the year written, or 0 for "each year"
 * @param yearsBefore 1 for "năm trước"
 * @param before whether "trước" stands in front: the date itself is too late
 */
public record DateExpression(String text, int day, int month, int year, int yearsBefore, boolean before) {
    private static final Pattern WRITTEN =
            Pattern.compile("(trước\\s+(?:ngày\\s+)?)?(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}))?(\\s+năm trước)?");

    /** Empty when the text is in none of the four forms, or names a day that no year has. */
    public static Optional<DateExpression> read(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches() || (written.group(4) != null && written.group(5) != null)) {
            return Optional.empty();
        }
        DateExpression expression = new DateExpression(
                text.strip(),
                Integer.parseInt(written.group(2)),
                Integer.parseInt(written.group(3)),
                written.group(4) == null ? 0 : Integer.parseInt(written.group(4)),
                written.group(5) == null ? 0 : 1,
                written.group(1) != null);
        try {
            LocalDate.of(expression.year == 0 ? 2017 : expression.year, expression.month, expression.day);
            return Optional.of(expression);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The last day in time for a period of the given year. */
    public LocalDate lastDayFor(int periodYear) {
        LocalDate written = LocalDate.of(year == 0 ? periodYear - yearsBefore : year, month, day);
        return before ? written.minusDays(1) : written;
    }

    public boolean namesYear() {
        return year != 0;
    }

    /** How the date reads in a letter for a period of the given year. */
    public String inWords(int periodYear) {
        LocalDate last = lastDayFor(periodYear);
        return before ? "trước ngày " + VietnameseDate.write(last.plusDays(1)) : VietnameseDate.write(last);
    }
}
