package vn.dondoc.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.reading.VietnameseText;

/**
 * A date as a rule table writes it: {@code 25/11} (each year), {@code 31/12 năm trước} (the year before the period),
 * {@code 31/12/2021}; or in words, {@code giữa tháng 6}, {@code cuối tháng 6/2018}, {@code đầu năm}, {@code cuối năm
 * 2021}, which mean the days that the Civil Code 2015, art. 146.2 and 146.3, gives them. "trước" in front makes the day
 * before the last in time, "đến" leaves the date itself in time.
 *
 * @param text as written
 * @param phrase the date in words, without what stands in front; empty when it is written in numbers
 * @param day day of the month; 31 in a shorter month is its last day
 * @param month 1 to 12
 * @param year the year written, or 0 for "each year"
 * @param yearsBefore 1 for "năm trước"
 * @param limit what stands in front
 */
public record DateExpression(String text, String phrase, int day, int month, int year, int yearsBefore, Limit limit) {
    private static final Pattern IN_NUMBERS =
            Pattern.compile("(?:(trước|đến)\\s+(?:ngày\\s+)?)?(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}))?(\\s+năm trước)?");
    private static final Pattern OF_MONTH =
            Pattern.compile("(?:(trước|đến)\\s+)?((đầu|giữa|cuối)\\s+tháng\\s+(\\d{1,2})(?:/(\\d{4}))?)");
    private static final Pattern OF_YEAR =
            Pattern.compile("(?:(trước|đến)\\s+)?((đầu|giữa|cuối)\\s+năm(?:\\s+(\\d{4}))?)");

    private static final int MIDDLE_OF_MONTH = 15;
    private static final int LAST_OF_MONTH = 31;
    /** A year without 29 February, for dates that must exist in every year. */
    private static final int ANY_YEAR = 2017;

    /** What may stand in front of a date. */
    public enum Limit {
        NONE(""),
        /** The date itself is too late. */
        BEFORE("trước"),
        /** The date itself is in time. */
        UP_TO("đến");

        private final String word;

        Limit(String word) {
            this.word = word;
        }

        private static Limit of(@org.jspecify.annotations.Nullable String word) {
            return word == null ? NONE : word.equals(BEFORE.word) ? BEFORE : UP_TO;
        }
    }

    /** Empty when the text is in none of the forms, or names a day that no year has. */
    public static Optional<DateExpression> read(String text) {
        String written = VietnameseText.compose(text).strip();
        try {
            return inNumbers(written).or(() -> ofMonth(written)).or(() -> ofYear(written));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<DateExpression> inNumbers(String text) {
        Matcher written = IN_NUMBERS.matcher(text);
        if (!written.matches() || (written.group(4) != null && written.group(5) != null)) {
            return Optional.empty();
        }
        int year = yearOf(written.group(4));
        LocalDate day = LocalDate.of(
                year == 0 ? ANY_YEAR : year, Integer.parseInt(written.group(3)), Integer.parseInt(written.group(2)));
        return Optional.of(new DateExpression(
                text,
                "",
                day.getDayOfMonth(),
                day.getMonthValue(),
                year,
                written.group(5) == null ? 0 : 1,
                Limit.of(written.group(1))));
    }

    private static Optional<DateExpression> ofMonth(String text) {
        Matcher written = OF_MONTH.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        int day = switch (written.group(3)) {
            case "đầu" -> 1;
            case "giữa" -> MIDDLE_OF_MONTH;
            default -> LAST_OF_MONTH;
        };
        int month = YearMonth.of(ANY_YEAR, Integer.parseInt(written.group(4))).getMonthValue();
        return Optional.of(new DateExpression(
                text, written.group(2), day, month, yearOf(written.group(5)), 0, Limit.of(written.group(1))));
    }

    private static Optional<DateExpression> ofYear(String text) {
        Matcher written = OF_YEAR.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        int year = yearOf(written.group(4));
        Limit limit = Limit.of(written.group(1));
        return Optional.of(
                switch (written.group(3)) {
                    case "đầu" -> new DateExpression(text, written.group(2), 1, 1, year, 0, limit);
                    case "giữa" -> new DateExpression(text, written.group(2), LAST_OF_MONTH, 6, year, 0, limit);
                    default -> new DateExpression(text, written.group(2), LAST_OF_MONTH, 12, year, 0, limit);
                });
    }

    private static int yearOf(@org.jspecify.annotations.Nullable String written) {
        return written == null ? 0 : Integer.parseInt(written);
    }

    /** The last day in time for a period of the given year. */
    public LocalDate lastDayFor(int periodYear) {
        LocalDate written = dateFor(periodYear);
        return before() ? written.minusDays(1) : written;
    }

    private LocalDate dateFor(int periodYear) {
        YearMonth of = YearMonth.of(year == 0 ? periodYear - yearsBefore : year, month);
        return of.atDay(Math.min(day, of.lengthOfMonth()));
    }

    public boolean namesYear() {
        return year != 0;
    }

    /** Whether the date itself is too late. */
    public boolean before() {
        return limit == Limit.BEFORE;
    }

    /** Whether more was written than the date: "trước" in front, or a date in words. */
    public boolean needsWords() {
        return before() || !phrase.isEmpty();
    }

    /** How the date reads in a letter for a period of the given year: "trước ngày 01/01/2018", "giữa năm (30/06/2018)". */
    public String inWords(int periodYear) {
        String date = VietnameseDate.write(dateFor(periodYear));
        if (phrase.isEmpty()) {
            return limit == Limit.NONE ? date : limit.word + " ngày " + date;
        }
        return (limit.word + " " + phrase + " (" + date + ")").strip();
    }
}
