package vn.dondoc.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.reading.Problems;
import vn.dondoc.schedules.FireTimes;
import vn.dondoc.schedules.Schedule;
import vn.dondoc.schedules.Schedule.CatchUp;
import vn.dondoc.schedules.ScheduleFiles;
import vn.dondoc.store.FireLedger;
import vn.dondoc.web.console.calendar.Schedules;

/** The schedules of a home as their files have them, with what the ledger knows of their runs. */
record SchedulesOfHome(Path folder, WorkingCalendar calendar, FireLedger ledger) implements Schedules {
    private static final int NEXT = 3;
    private static final int LAST = 5;

    @Override
    public Found at(Instant now) {
        Problems problems = new Problems();
        List<Line> lines = ScheduleFiles.read(folder, Jobs.NAMES, now, problems).stream()
                .map(schedule -> line(schedule, now))
                .toList();
        return new Found(lines, problems.list());
    }

    private Line line(Schedule schedule, Instant now) {
        return new Line(
                fileOf(schedule),
                schedule.job(),
                schedule.title(),
                schedule.cron(),
                schedule.onDayOff().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                schedule.catchUp() == CatchUp.ONCE,
                schedule.enabled(),
                schedule.enabled() ? next(schedule, now) : List.of(),
                ledger.latest(schedule.job(), LAST));
    }

    private String fileOf(Schedule schedule) {
        return ScheduleFiles.fileOf(folder, schedule.job()).orElse("");
    }

    /** A job of every few minutes is found within days, a yearly one within a year. */
    private List<Instant> next(Schedule schedule, Instant now) {
        return Stream.of(4, 40, 400)
                .map(days -> FireTimes.between(schedule, now.plusMillis(1), now.plus(Duration.ofDays(days)), calendar))
                .filter(times -> times.size() >= NEXT)
                .findFirst()
                .orElse(List.of())
                .stream()
                .limit(NEXT)
                .toList();
    }
}
