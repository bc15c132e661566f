package vn.dondoc.schedules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.schedules.Schedule.OnDayOff;

/** When a schedule fires, days of rest taken into account. Pure: the same answer whenever it is asked. */
public final class FireTimes {
    private FireTimes() {}

    /** The fire times from one moment to another, both included, in order, each once. */
    public static List<Instant> between(Schedule schedule, Instant from, Instant to, WorkingCalendar calendar) {
        return Cron.of(schedule).between(earliestThatMovesTo(from, schedule, calendar), to).stream()
                .flatMap(nominal -> planned(schedule, nominal, calendar).stream())
                .filter(time -> !time.isBefore(from) && !time.isAfter(to))
                .distinct()
                .sorted()
                .toList();
    }

    /** The last fire time from one moment to another; looks back day by day, so that years cost no more than a day. */
    static Optional<Instant> latest(Schedule schedule, Instant from, Instant to, WorkingCalendar calendar) {
        Instant end = to;
        while (!end.isBefore(from)) {
            Instant startOfDay = startOfDay(dayOf(end, schedule), schedule);
            Instant start = startOfDay.isBefore(from) ? from : startOfDay;
            List<Instant> times = between(schedule, start, end, calendar);
            if (!times.isEmpty()) {
                return Optional.of(times.get(times.size() - 1));
            }
            end = startOfDay.minusMillis(1);
        }
        return Optional.empty();
    }

    /** When a nominal time is really run: then, on a later day at the same hour, or not at all. */
    static Optional<Instant> planned(Schedule schedule, Instant nominal, WorkingCalendar calendar) {
        ZonedDateTime local = nominal.atZone(schedule.zone());
        if (schedule.onDayOff() == OnDayOff.RUN || calendar.isWorkingDay(local.toLocalDate())) {
            return Optional.of(nominal);
        }
        if (schedule.onDayOff() == OnDayOff.SKIP) {
            return Optional.empty();
        }
        LocalDate moved = calendar.onOrAfter(local.toLocalDate());
        return Optional.of(
                ZonedDateTime.of(moved, local.toLocalTime(), schedule.zone()).toInstant());
    }

    /** Fire times still to come whose nominal time is over: after a restart no cron wakes for them any more. */
    static List<Instant> movedPast(Schedule schedule, Instant now, WorkingCalendar calendar) {
        return Cron.of(schedule).between(earliestThatMovesTo(now, schedule, calendar), now).stream()
                .flatMap(nominal -> planned(schedule, nominal, calendar).stream())
                .filter(time -> time.isAfter(now))
                .distinct()
                .sorted()
                .toList();
    }

    /** Nothing before the run of days off that ends on the moment's day, or goes on through it, can move past it. */
    private static Instant earliestThatMovesTo(Instant moment, Schedule schedule, WorkingCalendar calendar) {
        if (schedule.onDayOff() != OnDayOff.NEXT_WORKING_DAY) {
            return moment;
        }
        LocalDate day = dayOf(moment, schedule);
        while (!calendar.isWorkingDay(day.minusDays(1))) {
            day = day.minusDays(1);
        }
        return startOfDay(day, schedule);
    }

    private static LocalDate dayOf(Instant moment, Schedule schedule) {
        return moment.atZone(schedule.zone()).toLocalDate();
    }

    private static Instant startOfDay(LocalDate day, Schedule schedule) {
        return day.atStartOfDay(schedule.zone()).toInstant();
    }
}
