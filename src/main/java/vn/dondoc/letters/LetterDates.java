package vn.dondoc.letters;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Locale;
import vn.dondoc.calendar.VietnamTime;

/** Days and moments as official letters write them. */
final class LetterDates {
    private final Words words;

    LetterDates(Words words) {
        this.words = words;
    }

    /** "Quảng Ngãi, ngày 05 tháng 01 năm 2018": in Vietnamese a zero only before days under 10 and the months 1 and 2. */
    String dateLine(String place, LocalDate day) {
        String month = (day.getMonthValue() <= 2 ? "0" : "") + day.getMonthValue();
        return words.say("date.line", place, twoDigits(day.getDayOfMonth()), month, day.getYear(), words.date(day));
    }

    /** "07h00 ngày 18/12/2017". */
    String moment(Instant instant) {
        ZonedDateTime local = instant.atZone(VietnamTime.ZONE);
        return words.say(
                "date.moment",
                twoDigits(local.getHour()),
                twoDigits(local.getMinute()),
                words.date(local.toLocalDate()));
    }

    private static String twoDigits(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }
}
