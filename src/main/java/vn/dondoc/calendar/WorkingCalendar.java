package vn.dondoc.calendar;

import java.time.LocalDate;
import java.util.List;
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
    private final IntConsumer onComputedYear;
    private final Map<Integer, Map<LocalDate, String>> computed = new ConcurrentHashMap<>();
    private volatile Notices notices;

    /** What the notices say, and what was counted by it: both change together. */
    private record Notices(
            Map<LocalDate, String> daysOff,
            Set<LocalDate> workedSaturdays,
            Set<Integer> years,
            Map<Integer, int[]> counts) {}

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
        this.notices = new Notices(
                Map.copyOf(daysOff), Set.copyOf(workedSaturdays), Set.copyOf(years), new ConcurrentHashMap<>());
        this.onComputedYear = onComputedYear;
    }

    /** Goes by the notices that another calendar was read from: an administrator corrected one while the program serves. */
    public void takeOver(WorkingCalendar corrected) {
        Notices theirs = corrected.notices;
        notices = new Notices(theirs.daysOff(), theirs.workedSaturdays(), theirs.years(), new ConcurrentHashMap<>());
    }

    /** Another one from the moment on from which it goes by other notices: what was counted before may be wrong by now. */
    public Object edition() {
        Notices by = notices;
        return List.of(by.daysOff(), by.workedSaturdays(), by.years());
    }

    public boolean isWorkingDay(LocalDate day) {
        return isWorkingDay(day, notices);
    }

    private boolean isWorkingDay(LocalDate day, Notices by) {
        // the weekend first: a Saturday or Sunday needs no notice, so that asking about it announces no computed year
        return by.workedSaturdays().contains(day)
                || (!StatutoryHolidays.isWeekend(day) && holidayOn(day, by).isEmpty());
    }

    /** Why nobody works that day: the holiday's name, or the day of the weekend; empty on a working day. */
    public Optional<String> reasonOff(LocalDate day) {
        Notices by = notices;
        if (by.workedSaturdays().contains(day)) {
            return Optional.empty();
        }
        Optional<String> holiday = holidayOn(day, by);
        return holiday.isPresent() || !StatutoryHolidays.isWeekend(day)
                ? holiday
                : Optional.of(Weekday.of(day).words());
    }

    /** The holiday of a day, on a weekend, too; empty for any other day, and for one that is worked in exchange. */
    public Optional<String> holiday(LocalDate day) {
        Notices by = notices;
        return by.workedSaturdays().contains(day) ? Optional.empty() : holidayOn(day, by);
    }

    private Optional<String> holidayOn(LocalDate day, Notices by) {
        String entered = by.daysOff().get(day);
        if (entered != null || by.years().contains(day.getYear())) {
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
        Notices by = notices;
        int days = workedInYearUpTo(to, by) - workedInYearUpTo(from, by);
        for (int year = from.getYear(); year < to.getYear(); year++) {
            days += workedInYearUpTo(LocalDate.of(year, 12, 31), by);
        }
        return days;
    }

    /** Working days since 1 January, kept day by day, so that distances need no loop over days. */
    private int workedInYearUpTo(LocalDate day, Notices by) {
        return by.counts().computeIfAbsent(day.getYear(), year -> countsOf(year, by))[day.getDayOfYear() - 1];
    }

    private int[] countsOf(int year, Notices by) {
        LocalDate first = LocalDate.of(year, 1, 1);
        int[] count = new int[first.lengthOfYear()];
        int worked = 0;
        for (int i = 0; i < count.length; i++) {
            worked += isWorkingDay(first.plusDays(i), by) ? 1 : 0;
            count[i] = worked;
        }
        return count;
    }

    /** Whether the notice of days off for that year has been entered. */
    public boolean knows(int year) {
        return notices.years().contains(year);
    }
}
