package vn.dondoc.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which days the province works: Monday to Friday, less the days off of the yearly notices, plus the Saturdays worked in
 * exchange. For a year without a file only weekends and the holidays of fixed date are known (Labour Code 2012,
 * art. 115; 2019, art. 112).
 */
public final class WorkingCalendar {
    private static final LocalDate COUNTED_FROM = LocalDate.of(2016, 1, 1);
    private static final int COUNTED_DAYS = 366 * 30;

    private final Map<LocalDate, String> daysOff;
    private final Set<LocalDate> workedSaturdays;
    private final Set<Integer> years;
    /** Working days since {@link #COUNTED_FROM}, day by day, so that distances need no loop. */
    private final int[] worked = new int[COUNTED_DAYS];

    public WorkingCalendar(Map<LocalDate, String> daysOff, Set<LocalDate> workedSaturdays, Set<Integer> years) {
        this.daysOff = Map.copyOf(daysOff);
        this.workedSaturdays = Set.copyOf(workedSaturdays);
        this.years = Set.copyOf(years);
        for (int i = 1; i < COUNTED_DAYS; i++) {
            worked[i] = worked[i - 1] + (isWorkingDay(COUNTED_FROM.plusDays(i)) ? 1 : 0);
        }
    }

    public boolean isWorkingDay(LocalDate day) {
        return reasonOff(day).isEmpty();
    }

    /** Why nobody works that day: the holiday's name, or the day of the weekend; empty on a working day. */
    public Optional<String> reasonOff(LocalDate day) {
        if (workedSaturdays.contains(day)) {
            return Optional.empty();
        }
        String holiday = daysOff.get(day);
        if (holiday == null && !years.contains(day.getYear())) {
            holiday = holidayOfFixedDate(day);
        }
        if (holiday != null) {
            return Optional.of(holiday);
        }
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return Optional.of("thứ Bảy");
        }
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? Optional.of("Chủ nhật") : Optional.empty();
    }

    /** The day itself when it is worked, else the next one that is (Civil Code 2015, art. 148.5). */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate next = day;
        while (!isWorkingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /**
     * Working days from one day to another: 0 for the same day, 5 from a Monday to the next, negative when {@code to}
     * comes first. The first day is not counted (Civil Code 2015, art. 147.2).
     */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        return workedUpTo(to) - workedUpTo(from);
    }

    private int workedUpTo(LocalDate day) {
        long index = ChronoUnit.DAYS.between(COUNTED_FROM, day);
        return worked[(int) Math.max(0, Math.min(COUNTED_DAYS - 1L, index))];
    }

    /** Whether the notice of days off for that year has been entered. */
    public boolean knows(int year) {
        return years.contains(year);
    }

    private static @org.jspecify.annotations.Nullable String holidayOfFixedDate(LocalDate day) {
        return switch (day.getMonthValue() * 100 + day.getDayOfMonth()) {
            case 101 -> "Tết Dương lịch";
            case 430 -> "Ngày Chiến thắng 30/4";
            case 501 -> "Ngày Quốc tế lao động 01/5";
            case 902 -> "Quốc khánh 02/9";
            default -> null;
        };
    }
}
