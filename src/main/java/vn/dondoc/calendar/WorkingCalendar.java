package vn.dondoc.calendar;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;

/**
 * Which days the province works: Monday to Friday, less the days off of the yearly notices, plus the Saturdays worked in
 * exchange. For a year without a notice the days off are those of the law ({@link StatutoryHolidays}), named as computed.
 */
public final class WorkingCalendar {
    private final Map<LocalDate, String> daysOff;
    private final Set<LocalDate> workedSaturdays;
    private final Set<Integer> years;
    private final IntConsumer onComputedYear;
    private final Map<Integer, Map<LocalDate, String>> computed = new ConcurrentHashMap<>();
    /** Working days since 1 January, day by day, so that distances need no loop over days. */
    private final Map<Integer, int[]> counts = new ConcurrentHashMap<>();

    public WorkingCalendar(Map<LocalDate, String> daysOff, Set<LocalDate> workedSaturdays, Set<Integer> years) {
        this(daysOff, workedSaturdays, years, year -> {});
    }

    /**
     * @param years the years whose notice has been entered
     * @param onComputedYear told once of each other year that somebody asks about
     */
    public WorkingCalendar(
            Map<LocalDate, String> daysOff,
            Set<LocalDate> workedSaturdays,
            Set<Integer> years,
            IntConsumer onComputedYear) {
        this.daysOff = Map.copyOf(daysOff);
        this.workedSaturdays = Set.copyOf(workedSaturdays);
        this.years = Set.copyOf(years);
        this.onComputedYear = onComputedYear;
    }

    public boolean isWorkingDay(LocalDate day) {
        // the weekend first: a Saturday or Sunday needs no notice, so that asking about it announces no computed year
        return workedSaturdays.contains(day)
                || (!StatutoryHolidays.isWeekend(day) && holidayOn(day).isEmpty());
    }

    /** Why nobody works that day: the holiday's name, or the day of the weekend; empty on a working day. */
    public Optional<String> reasonOff(LocalDate day) {
        if (workedSaturdays.contains(day)) {
            return Optional.empty();
        }
        Optional<String> holiday = holidayOn(day);
        return holiday.isPresent() || !StatutoryHolidays.isWeekend(day)
                ? holiday
                : Optional.of(Weekday.of(day).words());
    }

    private Optional<String> holidayOn(LocalDate day) {
        String entered = daysOff.get(day);
        if (entered != null || years.contains(day.getYear())) {
            return Optional.ofNullable(entered);
        }
        return Optional.ofNullable(computedYear(day.getYear()).get(day));
    }

    private Map<LocalDate, String> computedYear(int year) {
        return computed.computeIfAbsent(year, asked -> {
            onComputedYear.accept(asked);
            return StatutoryHolidays.of(asked);
        });
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
        if (to.isBefore(from)) {
            return -workingDaysBetween(to, from);
        }
        int days = workedInYearUpTo(to) - workedInYearUpTo(from);
        for (int year = from.getYear(); year < to.getYear(); year++) {
            days += workedInYearUpTo(LocalDate.of(year, 12, 31));
        }
        return days;
    }

    private int workedInYearUpTo(LocalDate day) {
        return counts.computeIfAbsent(day.getYear(), this::countsOf)[day.getDayOfYear() - 1];
    }

    private int[] countsOf(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        int[] count = new int[first.lengthOfYear()];
        int worked = 0;
        for (int i = 0; i < count.length; i++) {
            worked += isWorkingDay(first.plusDays(i)) ? 1 : 0;
            count[i] = worked;
        }
        return count;
    }

    /** Whether the notice of days off for that year has been entered. */
    public boolean knows(int year) {
        return years.contains(year);
    }
}
