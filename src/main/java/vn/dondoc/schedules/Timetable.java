package vn.dondoc.schedules;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;
import vn.dondoc.store.FireLedger;

/**
 * The daemon's clock. It catches up what was missed while the program was down, then runs every job at its times until
 * it is stopped. Started and stopped once.
 */
public final class Timetable {
    private static final Logger LOG = LoggerFactory.getLogger(Timetable.class);
    private static final Duration LATE_AFTER = Duration.ofMinutes(1);

    private final Path folder;
    private final Firing firing;
    private final Duration lateAfter;
    private final QuartzClock quartz;
    private volatile Map<String, Schedule> schedules = Map.of();
    private volatile String fingerprint = "";

    /** @param calendar asked anew at every firing, so that a corrected holiday counts at once */
    public Timetable(
            Path folder, Map<String, Job> jobs, Supplier<WorkingCalendar> calendar, FireLedger ledger, Clock clock) {
        this(folder, new Firing(Map.copyOf(jobs), calendar, ledger, clock), LATE_AFTER);
    }

    Timetable(Path folder, Firing firing, Duration lateAfter) {
        this.folder = folder;
        this.firing = firing;
        this.lateAfter = lateAfter;
        this.quartz = new QuartzClock(new Wakes(), lateAfter, firing.ledger().server());
    }

    /**
     * Catches up, which runs on this thread and in the order of the missed times, then starts the clock. Among other nodes
     * the clock is theirs, too, and the catching up is its work.
     *
     * @throws FaultyFileException when the schedule files cannot be used; nothing is started then
     */
    public synchronized void start() {
        Problems problems = new Problems();
        // a year that has gone by since somebody wrote it is no reason not to start
        Map<String, Schedule> read = read(Instant.EPOCH, problems);
        problems.refuseIfAny();
        List<Schedule> enabled =
                read.values().stream().filter(Schedule::enabled).toList();
        schedules = read;
        if (firing.ledger().server().isPresent()) {
            startAmongOthers(enabled);
            return;
        }
        firing.ledger().releaseUnfinished();
        enabled.forEach(this::arm);
        catchUp(enabled);
        quartz.start();
    }

    /** What runs now may be another node's; what was missed is caught up by whichever node is woken for it. */
    private void startAmongOthers(List<Schedule> enabled) {
        quartz.keepOnly(enabled.stream().map(Schedule::job).collect(Collectors.toSet()));
        enabled.forEach(this::arm);
        enabled.forEach(schedule -> quartz.wakeForMissed(schedule.job()));
        quartz.start();
    }

    /**
     * Reads the folder again. What is unchanged goes on untouched; what is new or changed counts from now on, its missed
     * times being caught up as after a start.
     *
     * @return what is wrong with the files; then the old schedules stay in force, all of them
     */
    public synchronized List<Problem> reload() {
        Problems problems = new Problems();
        Map<String, Schedule> read = read(firing.clock().instant(), problems);
        if (!problems.isEmpty()) {
            return problems.list();
        }
        Map<String, Schedule> before = schedules;
        schedules = read;
        before.values().stream()
                .filter(schedule -> !schedule.equals(read.get(schedule.job())))
                .forEach(schedule -> quartz.remove(schedule.job()));
        read.values().stream()
                .filter(schedule -> schedule.enabled() && !schedule.equals(before.get(schedule.job())))
                .forEach(schedule -> {
                    arm(schedule);
                    quartz.wakeForMissed(schedule.job());
                });
        return List.of();
    }

    /**
     * Sets every schedule anew, for a machine whose clock was put back: what was set by the old time would be waited for
     * until that comes. Missed times are caught up as after a start.
     */
    public synchronized void setAnew() {
        schedules().stream().filter(Schedule::enabled).forEach(schedule -> {
            quartz.remove(schedule.job());
            arm(schedule);
            quartz.wakeForMissed(schedule.job());
        });
    }

    /** Whether the folder's contents differ from those last read, be it in vain. */
    public boolean changed() {
        return !ScheduleFiles.fingerprint(folder).equals(fingerprint);
    }

    /** The schedules in force, switched off ones among them. */
    public List<Schedule> schedules() {
        return List.copyOf(schedules.values());
    }

    /** The jobs that will run again, and those that somebody switched off. */
    public Set<String> provided() {
        Instant now = firing.clock().instant();
        return schedules().stream()
                .filter(schedule ->
                        !schedule.enabled() || Cron.of(schedule).after(now).isPresent())
                .map(Schedule::job)
                .collect(Collectors.toSet());
    }

    /** Runs that were moved off a day of rest and are still ahead. */
    List<Instant> movedRuns(String job) {
        return quartz.wakesAhead(job);
    }

    /** Waits for running jobs, but no longer than this; a run that is cut off is taken up again at the next start. */
    public void stop(Duration atMost) {
        quartz.stop(atMost);
    }

    private Map<String, Schedule> read(Instant from, Problems problems) {
        // taken before the reading: a change during it shows as one more change, never as none
        fingerprint = ScheduleFiles.fingerprint(folder);
        Map<String, Schedule> read = new LinkedHashMap<>();
        ScheduleFiles.read(folder, firing.jobs().keySet(), from, problems)
                .forEach(schedule -> read.put(schedule.job(), schedule));
        return read;
    }

    private void arm(Schedule schedule) {
        if (schedule.enabled()) {
            Instant now = firing.clock().instant();
            firing.ledger().watchFrom(schedule.job(), now);
            quartz.add(schedule);
            FireTimes.movedPast(schedule, now, firing.calendar().get())
                    .forEach(planned -> quartz.wakeAt(schedule.job(), planned));
        }
    }

    private void catchUp(List<Schedule> enabled) {
        record Missed(Schedule schedule, Instant planned) {}
        List<Missed> missed = new ArrayList<>();
        for (Schedule schedule : enabled) {
            firing.missed(schedule).ifPresent(planned -> missed.add(new Missed(schedule, planned)));
        }
        missed.sort(Comparator.comparing(Missed::planned));
        missed.forEach(run -> runLate(run.schedule, run.planned));
    }

    private void runLate(Schedule schedule, Instant planned) {
        LOG.info("Chạy bù việc {} của lúc {}", schedule.job(), planned.atZone(schedule.zone()));
        firing.fire(schedule, planned);
    }

    /** What a wake of Quartz leads to; a job whose schedule was switched off meanwhile is let go. */
    private final class Wakes implements QuartzClock.Listener {
        @Override
        public void nominalTime(String job, Instant nominal) {
            inForce(job).ifPresent(schedule -> {
                Optional<Instant> planned =
                        FireTimes.planned(schedule, nominal, firing.calendar().get());
                planned.filter(nominal::equals).ifPresent(time -> firing.fire(schedule, time));
                planned.filter(time -> time.isAfter(nominal)).ifPresent(time -> quartz.wakeAt(job, time));
            });
        }

        @Override
        public void plannedTime(String job, Instant planned, boolean takenOver) {
            if (takenOver && !isStillTheLast(job, planned)) {
                return;
            }
            if (!takenOver && firing.clock().instant().isAfter(planned.plus(lateAfter))) {
                timesMissed(job, false);
            } else {
                inForce(job).ifPresent(schedule -> firing.fire(schedule, planned));
            }
        }

        @Override
        public void timesMissed(String job, boolean takenOver) {
            if (takenOver) {
                freeCutOff(job);
            }
            inForce(job)
                    .ifPresent(schedule -> firing.missed(schedule).ifPresent(planned -> runLate(schedule, planned)));
        }

        /** Unless a later run was begun meanwhile: then this one has nothing left to do. */
        @Override
        public void nominalTimeTakenOver(String job, Instant nominal) {
            if (isStillTheLast(job, nominal)) {
                nominalTime(job, nominal);
            }
        }

        private boolean isStillTheLast(String job, Instant cutOff) {
            freeCutOff(job);
            boolean last = firing.ledger()
                    .lastPlanned(job, firing.clock().instant())
                    .filter(later -> later.isAfter(cutOff))
                    .isEmpty();
            LOG.info("Máy khác dừng giữa chừng việc {}; {}", job, last ? "chạy lại" : "đã có lần chạy sau");
            return last;
        }

        /** The clock wakes one node at a time for a job: whatever is noted as running is the dead one's. */
        private void freeCutOff(String job) {
            firing.ledger().releaseUnfinished(job);
        }

        private Optional<Schedule> inForce(String job) {
            return Optional.ofNullable(schedules.get(job)).filter(Schedule::enabled);
        }
    }
}
