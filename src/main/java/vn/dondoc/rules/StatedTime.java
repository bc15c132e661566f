package vn.dondoc.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A time that running words of a decision name: "trước ngày 01/01/2018", "quý IV/2017", "đến cuối năm 2021", "hàng năm".
 *
 * @param words as they stand
 * @param lastDays the days that the words allow to be the last in time
 */
record StatedTime(String words, List<LocalDate> lastDays) {
    private static final List<String> ROMAN = List.of("i", "ii", "iii", "iv");
    private static final String LIMITS = "(?<limit>(?:\\b(?:trước|đến|hết|trong|của|từ|đầu|giữa|cuối)\\s+)*)";

    private static final Pattern DAY = pattern(
            "(?<limit>trước\\s+)?(?:(?<named>ngày)\\s+)?(?<![\\d/])(?<day>\\d{1,2})"
                    + "(?:/|\\s+tháng\\s+)(?<month>\\d{1,2})(?:(?:/|\\s+năm\\s+)(?<year>\\d{4}))?(?![\\d/])(?<each>\\s+h[àằ]ng\\s+năm)?");
    private static final Pattern MONTH = pattern(
            LIMITS + "(?<!\\d\\s)tháng\\s+(?<month>\\d{1,2})(?:(?:/|\\s+năm\\s+|\\s*-\\s*)(?<year>\\d{4}))?(?![\\d/])");
    private static final Pattern QUARTER =
            pattern(LIMITS + "quý\\s+(?<quarter>iv|i{1,3}|[1-4])\\b(?:(?:\\s*/\\s*|\\s+năm\\s+|\\s+)(?<year>\\d{4}))?");
    private static final Pattern YEAR = pattern(LIMITS + "năm\\s+(?<year>\\d{4})");
    private static final Pattern SPAN = pattern("giai đoạn\\s+\\d{4}\\s*[-–]\\s*(?<year>\\d{4})");
    private static final Pattern RECURRING =
            pattern("(?:(?:hàng|hằng|mỗi|từng)\\s+(?<unit>năm|quý|tháng))|(?<half>\\b(?:6|sáu)\\s+tháng)");

    StatedTime {
        lastDays = List.copyOf(lastDays);
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(
                regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    /**
     * Every time that words name.
     *
     * @param once whether the date asked about comes once; "hàng năm" gives none
     * @param year the year for which words without a year are read
     */
    static List<StatedTime> in(String words, boolean once, int year) {
        List<StatedTime> times = new ArrayList<>();
        collect(DAY, words, times, found -> ofDay(found, year));
        collect(MONTH, words, times, found -> ofMonth(found, year));
        collect(QUARTER, words, times, found -> ofQuarter(found, year));
        collect(YEAR, words, times, found -> ofYear(found));
        collect(SPAN, words, times, found -> List.of(endOf(number(found, "year", year))));
        collect(RECURRING, words, times, found -> once ? List.of() : ofEach(found, year));
        return times;
    }

    boolean allows(LocalDate day) {
        return lastDays.contains(day);
    }

    private static void collect(
            Pattern pattern, String words, List<StatedTime> times, Function<Found, List<LocalDate>> read) {
        var matcher = pattern.matcher(words);
        while (matcher.find()) {
            Found found = new Found(matcher.toMatchResult(), matcher::group);
            try {
                List<LocalDate> days = read.apply(found);
                if (!days.isEmpty()) {
                    times.add(new StatedTime(found.result().group().strip(), days));
                }
            } catch (DateTimeException noSuchDay) {
                // "20/63 tỉnh" is a rank, no day
            }
        }
    }

    private record Found(MatchResult result, Function<String, @Nullable String> groups) {
        String group(String name) {
            String text = groups.apply(name);
            return text == null ? "" : text.toLowerCase(Locale.ROOT);
        }

        boolean says(String limit) {
            return (" " + group("limit")).contains(" " + limit);
        }
    }

    /** "9/9 xã" is no day: without a year it is one only after "ngày" or before "hàng năm". */
    private static List<LocalDate> ofDay(Found found, int year) {
        if (found.group("year").isEmpty()
                && found.group("named").isEmpty()
                && found.group("each").isEmpty()) {
            return List.of();
        }
        LocalDate day = LocalDate.of(number(found, "year", year), number(found, "month", 0), number(found, "day", 0));
        return List.of(found.says("trước") ? day.minusDays(1) : day);
    }

    private static List<LocalDate> ofMonth(Found found, int year) {
        YearMonth month = YearMonth.of(number(found, "year", year), number(found, "month", 0));
        return List.of(within(found, month.atDay(1), month.atDay(15), month.atEndOfMonth()));
    }

    private static List<LocalDate> ofQuarter(Found found, int year) {
        String written = found.group("quarter");
        int quarter = ROMAN.contains(written) ? ROMAN.indexOf(written) + 1 : Integer.parseInt(written);
        LocalDate first = LocalDate.of(number(found, "year", year), 3 * quarter - 2, 1);
        LocalDate last = first.plusMonths(3).minusDays(1);
        return List.of(within(found, first, first.plusMonths(2).minusDays(15), last));
    }

    private static List<LocalDate> ofYear(Found found) {
        int year = number(found, "year", 0);
        if (found.says("của") || found.says("từ")) {
            return List.of();
        }
        LocalDate day = within(found, LocalDate.of(year, 1, 1), LocalDate.of(year, 6, 30), endOf(year));
        return found.group("limit").strip().equals("đến") ? List.of(day, endOf(year - 1)) : List.of(day);
    }

    private static LocalDate within(Found found, LocalDate first, LocalDate middle, LocalDate last) {
        LocalDate day = found.says("đầu") ? first : found.says("giữa") ? middle : last;
        return found.says("trước") ? (day.equals(last) && !found.says("cuối") ? first : day).minusDays(1) : day;
    }

    private static List<LocalDate> ofEach(Found found, int year) {
        int months = !found.group("half").isEmpty() ? 6 : monthsOf(found.group("unit"));
        return IntStream.rangeClosed(1, 12 / months)
                .mapToObj(each -> YearMonth.of(year, each * months).atEndOfMonth())
                .toList();
    }

    private static int monthsOf(String unit) {
        return unit.equals("năm") ? 12 : unit.equals("quý") ? 3 : 1;
    }

    private static LocalDate endOf(int year) {
        return LocalDate.of(year, 12, 31);
    }

    private static int number(Found found, String group, int otherwise) {
        String text = found.group(group);
        return text.isEmpty() ? otherwise : Integer.parseInt(text);
    }
}
