package vn.dondoc.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.reading.FaultyFileException;

class TimetableTest extends TimetableFixture {
    @Test
    void a_job_is_run_each_second_with_its_planned_time() {
        schedule("morning-check", EACH_SECOND, "run", "skip");
        start();
        await().until(() -> runs.size() >= 3);
        assertThat(runs).doesNotHaveDuplicates().allMatch(run -> run.matches("morning-check \\S+:\\d\\dZ"));
        Instant first = Instant.parse(runs.get(0).substring("morning-check ".length()));
        assertThat(runs.get(1)).isEqualTo("morning-check " + first.plusSeconds(1));
    }

    @Test
    void a_job_that_throws_does_not_stop_the_next() {
        AtomicInteger calls = new AtomicInteger();
        jobs.put("morning-check", planned -> {
            calls.incrementAndGet();
            throw new IllegalStateException("đĩa đầy");
        });
        jobs.put("weekly-digest", planned -> {
            runs.add("weekly-digest");
            throw new StackOverflowError("vòng lặp");
        });
        schedule("morning-check", EACH_SECOND, "run", "skip");
        schedule("weekly-digest", EACH_SECOND, "run", "skip");
        start();
        await().until(() -> calls.get() >= 2 && runs.size() >= 2);
        started.get(0).stop(LONG);
        assertThat(outcomes("morning-check")).containsOnly("first-start", "failed");
        assertThat(outcomes("weekly-digest")).containsOnly("first-start", "failed");
    }

    @Test
    void a_day_of_rest_gates_one_schedule_and_not_the_other() {
        restOn(todayIn(VietnamTime.ZONE), todayIn(VietnamTime.ZONE).plusDays(1));
        schedule("morning-check", EACH_SECOND, "skip", "skip");
        schedule("weekly-digest", EACH_SECOND, "run", "skip");
        start();
        await().until(() -> runs.size() >= 2);
        assertThat(runs).allMatch(run -> run.startsWith("weekly-digest"));
    }

    @Test
    void a_time_on_a_day_of_rest_is_put_down_for_the_next_working_day() {
        ZoneOffset zone = zoneWhereItIsNoon();
        LocalDate today = todayIn(zone);
        calendar = new WorkingCalendar(Map.of(today, "nghỉ"), Set.of(today.minusDays(1), today.plusDays(1)), Set.of());
        ZonedDateTime soon = clock.instant().plusSeconds(2).atZone(zone).withNano(0);
        schedule("weekly-digest", timeOf(soon) + " ? * *", "next-working-day", "skip", zone);
        Timetable timetable = start();
        assertThat(timetable.movedRuns("weekly-digest")).isEmpty();
        await().until(() -> !timetable.movedRuns("weekly-digest").isEmpty());
        assertThat(timetable.movedRuns("weekly-digest"))
                .containsExactly(soon.plusDays(1).toInstant());
        assertThat(runs).isEmpty();
    }

    @Test
    void a_schedule_that_is_switched_off_is_listed_and_not_run() {
        schedule("morning-check", EACH_SECOND + "\nenabled: false", "run", "once");
        schedule("weekly-digest", EACH_SECOND, "run", "skip");
        Timetable timetable = start();
        await().until(() -> runs.size() >= 2);
        assertThat(count("morning-check")).isZero();
        assertThat(timetable.schedules()).extracting(Schedule::job).containsExactly("morning-check", "weekly-digest");
    }

    @Test
    void a_cron_of_a_year_gone_by_harms_nothing() {
        schedule("morning-check", "0 0 7 ? * * 2016", "run", "skip");
        schedule("weekly-digest", EACH_SECOND, "run", "skip");
        start();
        await().until(() -> count("weekly-digest") >= 1);
    }

    @Test
    void faulty_files_stop_the_start() {
        schedule("morning-chek", EACH_SECOND, "run", "skip");
        assertThatThrownBy(this::start)
                .isInstanceOf(FaultyFileException.class)
                .hasMessageContaining("không có việc “morning-chek” → có phải là “morning-check”?");
    }

    @Test
    void stopping_waits_for_a_running_job() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        jobs.put("morning-check", planned -> {
            runs.add("begun");
            waitFor(release);
            runs.add("ended");
        });
        schedule("morning-check", EACH_SECOND, "run", "skip");
        Timetable timetable = start();
        await().until(() -> !runs.isEmpty());
        Thread stopping = new Thread(() -> timetable.stop(LONG));
        stopping.start();
        await().until(() -> stopping.getState() == Thread.State.TIMED_WAITING);
        assertThat(runs).containsExactly("begun");
        release.countDown();
        stopping.join(LONG.toMillis());
        assertThat(stopping.isAlive()).isFalse();
        assertThat(runs).containsExactly("begun", "ended");
    }

    @Test
    void stopping_waits_no_longer_than_it_is_told() {
        CountDownLatch release = new CountDownLatch(1);
        jobs.put("morning-check", planned -> {
            runs.add("begun");
            waitFor(release);
        });
        schedule("morning-check", EACH_SECOND, "run", "skip");
        Timetable timetable = start();
        await().until(() -> !runs.isEmpty());
        timetable.stop(Duration.ofMillis(50));
        assertThat(release.getCount()).isEqualTo(1);
        release.countDown();
    }
}
