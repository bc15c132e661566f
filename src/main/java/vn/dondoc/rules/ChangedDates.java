package vn.dondoc.rules;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dondoc.calendar.DateExpression;

/** A date as a rule file writes it, a little changed: a day, a year, another limit in front of it. */
final class ChangedDates {
    private static final Pattern IN_NUMBERS =
            Pattern.compile("((?:trước|đến)\\s+)?(?:ngày\\s+)?(\\d{1,2}/\\d{1,2})(?:/(\\d{4}))?(\\s+năm trước)?");
    private static final Pattern IN_WORDS = Pattern.compile("(?:(?:trước|đến)\\s+)?(đầu|giữa|cuối)\\s.*");
    private static final DateTimeFormatter DAY_AND_MONTH = DateTimeFormatter.ofPattern("dd/MM", java.util.Locale.ROOT);
    /** A year without 29 February, for dates that come each year. */
    private static final int ANY_YEAR = 2017;

    private ChangedDates() {}

    /** Every small change of a date; of the forms that {@link DateExpression} reads. */
    static List<String> of(String text) {
        List<String> changed = new ArrayList<>(shifted(text));
        Matcher words = IN_WORDS.matcher(text);
        if (words.matches()) {
            changed.add(text.replace(words.group(1), words.group(1).equals("giữa") ? "cuối" : "giữa"));
        }
        changed.add(withOtherLimit(text));
        return changed;
    }

    /** A day earlier and later; where the year is written, a year earlier and later. */
    static List<String> shifted(String text) {
        Matcher date = IN_NUMBERS.matcher(text);
        if (!date.matches()) {
            return List.of();
        }
        String limit = date.group(1) == null ? "" : date.group(1);
        String yearBefore = date.group(4) == null ? "" : date.group(4);
        DateExpression read = DateExpression.read(date.group(2)).orElseThrow();
        boolean namesYear = date.group(3) != null;
        LocalDate day = LocalDate.of(namesYear ? Integer.parseInt(date.group(3)) : ANY_YEAR, read.month(), read.day());
        List<String> changed = new ArrayList<>();
        for (LocalDate other : List.of(day.minusDays(1), day.plusDays(1))) {
            if (namesYear) {
                changed.add(limit + write(other, true));
            } else if (other.getYear() == ANY_YEAR) {
                changed.add(limit + write(other, false) + yearBefore);
            } else {
                changed.add(limit + write(other, false) + overTheYear(other, yearBefore));
            }
        }
        if (namesYear) {
            changed.add(limit + write(day.minusYears(1), true));
            changed.add(limit + write(day.plusYears(1), true));
        }
        return changed;
    }

    /** The day after 31/12 of the year before is 01/01 of the year; the one before 01/01 lies in the year before. */
    private static String overTheYear(LocalDate other, String yearBefore) {
        return other.getYear() < ANY_YEAR && yearBefore.isEmpty() ? " năm trước" : "";
    }

    private static String write(LocalDate day, boolean withYear) {
        return DAY_AND_MONTH.format(day) + (withYear ? "/" + day.getYear() : "");
    }

    private static String withOtherLimit(String text) {
        if (text.startsWith("trước ")) {
            return "đến " + text.substring("trước ".length());
        }
        return "trước " + (text.startsWith("đến ") ? text.substring("đến ".length()) : text);
    }
}
