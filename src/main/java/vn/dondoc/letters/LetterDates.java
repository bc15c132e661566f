package vn.dondoc.letters;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Locale;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.reading.VietnameseDate;

/** Days and moments as official letters write them. */
final class LetterDates {
    private LetterDates() {}

    /** "Quảng Ngãi, ngày 05 tháng 01 năm 2018": a zero only before days under 10 and the months 1 and 2. */
    static String dateLine(String place, LocalDate day) {
        String month = (day.getMonthValue() <= 2 ? "0" : "") + day.getMonthValue();
        return String.format(
                Locale.ROOT, "%s, ngày %02d tháng %s năm %d", place, day.getDayOfMonth(), month, day.getYear());
    }

    /** "07h00 ngày 18/12/2017". */
    static String moment(Instant instant) {
        ZonedDateTime local = instant.atZone(VietnamTime.ZONE);
        return String.format(Locale.ROOT, "%02dh%02d ngày ", local.getHour(), local.getMinute())
                + VietnameseDate.write(local.toLocalDate());
    }
}
