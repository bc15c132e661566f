package vn.dondoc.schedules;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.schedules.Schedule.CatchUp;
import vn.dondoc.store.FireLedger;

/** One run of a job: taken from the ledger, run, written down. Nothing that a job throws gets past it. */
record Firing(Map<String, Job> jobs, Supplier<WorkingCalendar> calendar, FireLedger ledger, Clock clock) {
    private static final Logger LOG = LoggerFactory.getLogger(Firing.class);

    void fire(Schedule schedule, Instant planned) {
        try {
            if (ledger.begin(schedule.job(), planned, clock.instant())) {
                take(schedule, planned);
            }
        } catch (RuntimeException unwritten) {
            LOG.error(
                    "Không ghi được sổ lịch cho việc {} lúc {}; lần khởi động sau sẽ xét lại",
                    schedule.job(),
                    planned.atZone(schedule.zone()),
                    unwritten);
        }
    }

    private void take(Schedule schedule, Instant planned) {
        try {
            ledger.finish(schedule.job(), planned, clock.instant(), run(schedule, planned));
        } catch (HeldException held) {
            LOG.warn(
                    "Việc {} lúc {} {}; chạy bù khi thôi giữ",
                    schedule.job(),
                    planned.atZone(schedule.zone()),
                    held.getMessage());
            ledger.giveBack(schedule.job(), planned, String.valueOf(held.getMessage()));
        }
    }

    /** The fire time to catch up now: the latest of those missed since the last that was taken. */
    Optional<Instant> missed(Schedule schedule) {
        if (schedule.catchUp() == CatchUp.SKIP) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return ledger.lastPlanned(schedule.job(), now)
                .flatMap(last -> FireTimes.latest(schedule, last.plusMillis(1), now, calendar.get()));
    }

    /** What went wrong; null when nothing did. */
    private @Nullable String run(Schedule schedule, Instant planned) {
        Job job = jobs.get(schedule.job());
        if (job == null) {
            return "no such job";
        }
        try {
            job.run(planned);
            return null;
        } catch (HeldException held) {
            throw held;
        } catch (RuntimeException | Error failure) {
            LOG.error(
                    "Việc {} ({}) lúc {} bị lỗi; các lần sau vẫn chạy theo lịch",
                    schedule.job(),
                    schedule.title(),
                    planned.atZone(schedule.zone()),
                    failure);
            return String.valueOf(failure);
        }
    }
}
