package vn.dondoc.calendar;

import java.time.LocalDate;
import net.time4j.calendar.EastAsianMonth;
import net.time4j.calendar.EastAsianYear;
import net.time4j.calendar.VietnameseCalendar;
import net.time4j.engine.EpochDays;

/**
 * The two days of the lunar year that are holidays, as Gregorian dates.
 *
 * <p>Counted at the meridian of Hà Nội (GMT+7): the Chinese calendar can have another Tết.
 */
final class LunarYear {
    private static final int FIRST_KNOWN = 1900;
    private static final int LAST_KNOWN = 2900;
    private static final int MONTH_OF_HUNG_KINGS = 3;
    private static final int DAY_OF_HUNG_KINGS = 10;

    private LunarYear() {}

    /** Whether the moon has been worked out for a year. */
    static boolean isKnown(int year) {
        return year >= FIRST_KNOWN && year <= LAST_KNOWN;
    }

    /** The first day of the first month (mùng 1 Tết). */
    static LocalDate newYear(int year) {
        return gregorian(VietnameseCalendar.ofTet(year));
    }

    /** The tenth of the third month (Giỗ Tổ Hùng Vương). */
    static LocalDate hungKings(int year) {
        return gregorian(VietnameseCalendar.of(
                EastAsianYear.forGregorian(year), EastAsianMonth.valueOf(MONTH_OF_HUNG_KINGS), DAY_OF_HUNG_KINGS));
    }

    private static LocalDate gregorian(VietnameseCalendar day) {
        return LocalDate.ofEpochDay(EpochDays.UNIX.transform(day.getDaysSinceEpochUTC(), EpochDays.UTC));
    }
}
