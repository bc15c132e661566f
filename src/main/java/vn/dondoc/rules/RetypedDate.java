package vn.dondoc.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dondoc.reading.VietnameseDate;

/** A date that a spreadsheet typed anew in its own way: back to the official's form where only one day can be meant. */
final class RetypedDate {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Pattern MIDNIGHT = Pattern.compile("\\s+0{1,2}:00(:00)?$");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern DASHED = Pattern.compile("(\\d{1,2})-(\\d{1,2})-(\\d{4})");
    private static final Pattern SHORT_YEAR = Pattern.compile("(1[3-9]|2\\d|3[01])[/-](\\d{1,2})[/-](\\d{2})");
    private static final Pattern NAMED_MONTH =
            Pattern.compile("(\\d{1,2})-([a-z]{3})(?:-(\\d{4}|\\d{2}))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern SERIAL = Pattern.compile("[3-5]\\d{4}");
    /** Day 0 of the spreadsheets' count, as it holds since March 1900. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private RetypedDate() {}

    /** The date in the official's form; the text itself when it is in another form, or could mean two days. */
    static String undone(String text) {
        String date = MIDNIGHT.matcher(text).replaceFirst("");
        Matcher iso = ISO.matcher(date);
        if (iso.matches()) {
            return iso.group(3) + "/" + iso.group(2) + "/" + iso.group(1);
        }
        if (DASHED.matcher(date).matches()) {
            return date.replace('-', '/');
        }
        Matcher shortYear = SHORT_YEAR.matcher(date);
        if (shortYear.matches()) {
            return shortYear.group(1) + "/" + shortYear.group(2) + "/20" + shortYear.group(3);
        }
        Matcher named = NAMED_MONTH.matcher(date);
        return named.matches() ? numbered(named, date) : date;
    }

    private static String numbered(Matcher named, String written) {
        int month = MONTHS.indexOf(named.group(2).toLowerCase(Locale.ROOT)) + 1;
        if (month == 0) {
            return written;
        }
        String year = named.group(3);
        String end = year == null ? "" : "/" + (year.length() == 2 ? "20" : "") + year;
        return named.group(1) + "/" + (month < 10 ? "0" : "") + month + end;
    }

    /** What to write in the place of a date that a spreadsheet made unreadable; empty when it did not. */
    static String hint(String text) {
        if (SERIAL.matcher(text).matches()) {
            LocalDate day = DAY_ZERO.plusDays(Integer.parseInt(text));
            return "Excel đã đổi ngày thành số; ghi " + VietnameseDate.write(day) + ", hoặc ngày/tháng nếu là hằng năm";
        }
        if (text.matches("(?i)[a-z]{3}-\\d{2}|\\d{1,2}[/-]\\d{1,2}[/-]\\d{2}")) {
            return "Excel đã đổi ngày, có thể hiểu hai cách; định dạng cột là Text rồi ghi lại dạng 31/12/2017";
        }
        return "";
    }
}
