package vn.dondoc.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The days off that the law gives in a year, for a year whose notice has not been entered.
 *
 * <p>Until 2020 the Labour Code 2012: art. 115.1 gives New Year 1 day, Tết 5, 30/4, 1/5, National Day 1, the tenth of the
 * third lunar month; art. 115.3 the next day for a holiday that falls on a weekly day of rest. From 2021 the Labour Code
 * 2019: art. 112.1 the same with 2 days for National Day (02/9 and the day before or after), art. 111.3 the next working
 * day in exchange. Both leave days to the yearly notice, which is why two choices here are assumed:
 *
 * <ul>
 *   <li>Tết is the last two days of the old year and the first three of the new one, which with the days in exchange gives
 *       the days off of every notice from 2017 to 2021;
 *   <li>the second day of National Day is 01/9, or 03/9 where that joins the weekend and 01/9 does not.
 * </ul>
 *
 * <p>Days swapped between weeks are known from a notice only.
 */
final class StatutoryHolidays {
    private static final String BY_MOON = " (tính theo âm lịch, chưa có thông báo)";
    private static final String BY_LAW = " (tính theo luật, chưa có thông báo)";
    private static final String NATIONAL_DAY = "Quốc khánh" + BY_LAW;
    private static final String IN_EXCHANGE = "Nghỉ bù ";

    private static final int DAYS_OF_TET_IN_THE_OLD_YEAR = 2;
    private static final int DAYS_OF_TET = 5;
    private static final int FIRST_YEAR_OF_TWO_NATIONAL_DAYS = 2021;

    private static final List<FixedDay> FIXED_DAYS = List.of(
            new FixedDay(1, 1, "Tết Dương lịch" + BY_LAW),
            new FixedDay(30, 4, "Ngày Chiến thắng" + BY_LAW),
            new FixedDay(1, 5, "Ngày Quốc tế Lao động" + BY_LAW),
            new FixedDay(2, 9, NATIONAL_DAY));

    private record FixedDay(int day, int month, String name) {}

    private StatutoryHolidays() {}

    /** The days off of a year by date, with the name that says how the day was found. */
    static Map<LocalDate, String> of(int year) {
        Map<LocalDate, String> daysOff = new TreeMap<>();
        FIXED_DAYS.forEach(fixed -> daysOff.put(LocalDate.of(year, fixed.month(), fixed.day()), fixed.name()));
        if (year >= FIRST_YEAR_OF_TWO_NATIONAL_DAYS) {
            daysOff.put(besideNationalDay(LocalDate.of(year, 9, 2)), NATIONAL_DAY);
        }
        if (LunarYear.isKnown(year)) {
            LocalDate firstOfTet = LunarYear.newYear(year).minusDays(DAYS_OF_TET_IN_THE_OLD_YEAR);
            for (int i = 0; i < DAYS_OF_TET; i++) {
                daysOff.put(firstOfTet.plusDays(i), "Tết Nguyên đán" + BY_MOON);
            }
            daysOff.putIfAbsent(LunarYear.hungKings(year), "Giỗ Tổ Hùng Vương" + BY_MOON);
        }
        giveDaysInExchange(daysOff);
        return Map.copyOf(daysOff);
    }

    private static LocalDate besideNationalDay(LocalDate nationalDay) {
        boolean dayAfter =
                isWeekend(nationalDay.minusDays(1)) || nationalDay.plusDays(1).getDayOfWeek() == DayOfWeek.FRIDAY;
        return dayAfter ? nationalDay.plusDays(1) : nationalDay.minusDays(1);
    }

    private static void giveDaysInExchange(Map<LocalDate, String> daysOff) {
        for (Map.Entry<LocalDate, String> holiday : List.copyOf(daysOff.entrySet())) {
            if (isWeekend(holiday.getKey())) {
                LocalDate next = holiday.getKey().plusDays(1);
                while (isWeekend(next) || daysOff.containsKey(next)) {
                    next = next.plusDays(1);
                }
                daysOff.put(next, IN_EXCHANGE + holiday.getValue());
            }
        }
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
