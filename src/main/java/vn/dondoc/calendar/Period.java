package vn.dondoc.calendar;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span that is reported on.
 *
 * @param id YYYY, YYYY-H1, YYYY-H2 or YYYY-Qn
 * @param first its first day
 * @param last its last day
 */
public record Period(String id, LocalDate first, LocalDate last) implements Comparable<Period> {
    private static final Pattern WRITTEN = Pattern.compile("(2\\d{3})(?:-(?:Q([1-4])|H([12])))?");

    public static Period year(int year) {
        return new Period(String.valueOf(year), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    public static Period quarter(int year, int quarter) {
        LocalDate first = LocalDate.of(year, 3 * quarter - 2, 1);
        return new Period(year + "-Q" + quarter, first, first.plusMonths(3).minusDays(1));
    }

    public static Period half(int year, int half) {
        LocalDate first = LocalDate.of(year, 6 * half - 5, 1);
        return new Period(year + "-H" + half, first, first.plusMonths(6).minusDays(1));
    }

    public static Period quarterOf(LocalDate day) {
        return quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
    }

    /** Empty when the text is not one of the three forms. */
    public static Optional<Period> read(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(written.group(1));
        if (written.group(2) != null) {
            return Optional.of(quarter(year, Integer.parseInt(written.group(2))));
        }
        return Optional.of(written.group(3) == null ? year(year) : half(year, Integer.parseInt(written.group(3))));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** "quý IV năm 2017", "6 tháng đầu năm 2018", "năm 2017". */
    public String inWords() {
        int year = first.getYear();
        if (id.contains("-Q")) {
            String[] roman = {"I", "II", "III", "IV"};
            return "quý " + roman[id.charAt(6) - '1'] + " năm " + year;
        }
        if (id.contains("-H")) {
            return "6 tháng " + (id.endsWith("1") ? "đầu" : "cuối") + " năm " + year;
        }
        return "năm " + year;
    }

    @Override
    public int compareTo(Period other) {
        int byEnd = last.compareTo(other.last);
        return byEnd != 0 ? byEnd : id.compareTo(other.id);
    }
}
