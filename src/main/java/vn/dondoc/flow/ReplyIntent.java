package vn.dondoc.flow;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an answer in words says. With marks or without, but never guessed: whatever could be meant otherwise is left to a
 * person.
 *
 * @param what the kind of it
 * @param day that is promised; empty for other kinds, and when what is written is no day
 * @param written the day as it is written
 */
record ReplyIntent(What what, Optional<LocalDate> day, String written) {
    static final ReplyIntent UNCLEAR = new ReplyIntent(What.UNCLEAR, Optional.empty(), "");

    private static final Pattern DONE = Pattern.compile("\\bda (?:(?:thuc hien|lam|nop|gui|bao cao|trien khai) )?"
            + "(?:xong|hoan thanh|hoan tat)\\b|\\b(?:xong|hoan thanh) roi\\b");
    private static final Pattern DOUBT_OF_DONE =
            Pattern.compile("\\?|%|\\b(?:chua|khong|mot phan|co ban|gan xong|gan nhu"
                    + "|buoc dau|sap|se|neu da|khi nao|du kien|con lai|tru)\\b");
    private static final Pattern PROMISE = Pattern.compile("\\bhen\\b[^.;?!\\n0-9]{0,60}"
            + "(?:\\d{1,2} ?(?:h|gio)[0-9]{0,2},? )?(?:ngay )?"
            + "(\\d{1,2}) ?(?:[/.-]|thang) ?(\\d{1,2})(?: ?(?:[/.-]|nam) ?(\\d{4}|\\d{2}))?(?![\\d/])");
    private static final Pattern DOUBT_OF_PROMISE = Pattern.compile(
            "\\?|\\b(?:chua|khong)(?: the| dam)? hen\\b|\\bhen (?:gap|hop|lam viec|goi|trao doi)\\b|\\bneu [^.]{0,80}\\bthi\\b");

    /** Kinds of answers in words. */
    enum What {
        DONE,
        PROMISE,
        UNCLEAR
    }

    /**
     * Reads.
     *
     * @param text of the mail, with whatever is quoted in it
     * @param today in which year a day without one lies: the next such day counts
     */
    static ReplyIntent of(String text, LocalDate today) {
        String written = WrittenText.of(text);
        boolean done = DONE.matcher(written).find();
        Set<String> days = new LinkedHashSet<>();
        Matcher promise = PROMISE.matcher(written);
        Optional<LocalDate> day = Optional.empty();
        while (promise.find()) {
            day = dayOf(promise, today);
            days.add(day.map(LocalDate::toString).orElse(promise.group()));
        }
        if (done && days.isEmpty() && !DOUBT_OF_DONE.matcher(written).find()) {
            return new ReplyIntent(What.DONE, Optional.empty(), "");
        }
        if (!done && days.size() == 1 && !DOUBT_OF_PROMISE.matcher(written).find()) {
            return new ReplyIntent(What.PROMISE, day, days.iterator().next());
        }
        return UNCLEAR;
    }

    private static Optional<LocalDate> dayOf(Matcher promise, LocalDate today) {
        int day = Integer.parseInt(promise.group(1));
        int month = Integer.parseInt(promise.group(2));
        String year = promise.group(3);
        try {
            if (year != null) {
                return Optional.of(LocalDate.of(Integer.parseInt(year.length() == 2 ? "20" + year : year), month, day));
            }
            LocalDate thisYear = LocalDate.of(today.getYear(), month, day);
            return Optional.of(thisYear.isBefore(today) ? thisYear.plusYears(1) : thisYear);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
