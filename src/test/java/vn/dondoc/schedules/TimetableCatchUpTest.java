package vn.dondoc.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.dondoc.calendar.WorkingCalendar;

class TimetableCatchUpTest extends TimetableFixture {
    @Test
    void a_moved_time_still_ahead_survives_a_restart() {
        ZoneOffset zone = zoneWhereItIsNoon();
        LocalDate today = todayIn(zone);
        calendar = new WorkingCalendar(Map.of(today.minusDays(1), "nghỉ"), Set.of(today), Set.of());
        ZonedDateTime soon = clock.instant().plusSeconds(2).atZone(zone).withNano(0);
        String yesterday = today.minusDays(1).getDayOfWeek().name().substring(0, 3);
        schedule("weekly-digest", timeOf(soon) + " ? * " + yesterday, "next-working-day", "skip", zone);
        start();
        await().until(() -> !runs.isEmpty());
        assertThat(runs).containsExactly("weekly-digest " + soon.toInstant());
    }

    @Test
    void a_moved_time_slept_through_gives_way_to_the_latest() {
        schedule("morning-check", "0 0 7 ? * *", "run", "once");
        schedule("weekly-digest", "0 30 7 ? * MON", "next-working-day", "once");
        SettableClock machine = new SettableClock(at("2017-05-01", "12:00"));
        clock = machine;
        jobs.put("morning-check", planned -> machine.now = at("2017-05-17", "12:00"));
        ledger.begin("morning-check", at("2017-04-30", "07:00"), at("2017-04-30", "07:00"));
        ledger.finish("morning-check", at("2017-04-30", "07:00"), at("2017-04-30", "07:00"), null);
        start();
        await().until(() -> !runs.isEmpty());
        assertThat(runs).containsExactly("weekly-digest " + at("2017-05-15", "07:30"));
    }

    @Test
    void thirty_days_down_are_caught_up_by_one_run() {
        schedule("morning-check", "0 0 7 ? * *", "skip", "once");
        ledger.begin("morning-check", at("2018-03-01", "07:00"), at("2018-03-01", "07:00"));
        ledger.finish("morning-check", at("2018-03-01", "07:00"), at("2018-03-01", "07:01"), null);
        startAt(at("2018-03-31", "10:00"));
        assertThat(runs).containsExactly("morning-check " + at("2018-03-30", "07:00"));
        startAt(at("2018-03-31", "10:05"));
        assertThat(runs).hasSize(1);
    }

    @Test
    void what_is_not_to_be_caught_up_is_not() {
        schedule("morning-check", "0 0 7 ? * *", "skip", "skip");
        ledger.begin("morning-check", at("2018-03-01", "07:00"), at("2018-03-01", "07:00"));
        startAt(at("2018-03-31", "10:00"));
        assertThat(runs).isEmpty();
    }

    @Test
    void a_machine_that_is_off_at_the_planned_hour_catches_up_from_its_second_start_on() {
        schedule("morning-check", "0 0 7 ? * *", "skip", "once");
        startAt(at("2018-03-19", "08:00"));
        assertThat(runs).isEmpty();
        startAt(at("2018-03-20", "08:00"));
        startAt(at("2018-03-21", "08:00"));
        assertThat(runs)
                .containsExactly(
                        "morning-check " + at("2018-03-20", "07:00"), "morning-check " + at("2018-03-21", "07:00"));
    }

    @Test
    void what_was_done_is_not_done_again_because_the_clock_was_years_behind_for_a_while() {
        schedule("weekly-digest", "0 30 7 ? * MON", "next-working-day", "once");
        Instant monday = at("2018-03-19", "07:30");
        ledger.begin("weekly-digest", monday, monday);
        ledger.finish("weekly-digest", monday, monday, null);

        Instant battery = at("2000-01-01", "00:00");
        ledger.doubtAfter(battery.plusSeconds(3600));
        startAt(battery);
        startAt(at("2018-03-21", "10:00"));
        assertThat(runs).isEmpty();

        startAt(at("2018-03-27", "10:00"));
        assertThat(runs).containsExactly("weekly-digest " + at("2018-03-26", "07:30"));
    }

    @Test
    void what_was_held_is_caught_up_once_it_is_not() {
        schedule("weekly-digest", "0 30 7 ? * MON", "next-working-day", "once");
        Job digest = planned -> runs.add("weekly-digest " + planned);
        startAt(at("2018-03-01", "10:00"));
        jobs.put("weekly-digest", planned -> {
            throw new HeldException("giữ lại") {
                private static final long serialVersionUID = 1L;
            };
        });
        startAt(at("2018-05-08", "10:00"));
        startAt(at("2018-05-09", "10:00"));
        jobs.put("weekly-digest", digest);
        Timetable timetable = startAt(at("2018-05-10", "10:00"));
        timetable.setAnew();
        assertThat(runs).containsExactly("weekly-digest " + at("2018-05-07", "07:30"));
    }

    @Test
    void missed_runs_are_caught_up_in_the_order_of_their_times() {
        schedule("morning-check", "0 0 7 ? * *", "skip", "once");
        schedule("weekly-digest", "0 30 7 ? * MON", "next-working-day", "once");
        startAt(at("2017-04-28", "12:00"));
        startAt(at("2017-05-04", "12:00"));
        assertThat(runs)
                .as("the digest of Monday 01/05, moved to 03/05, comes before the check of 04/05")
                .containsExactly(
                        "weekly-digest " + at("2017-05-03", "07:30"), "morning-check " + at("2017-05-04", "07:00"));
    }

    @Test
    void a_run_cut_off_by_a_crash_is_run_again_at_the_next_start() {
        schedule("morning-check", "0 0 7 ? * *", "skip", "once");
        startAt(at("2018-03-19", "08:00"));
        ledger.begin("morning-check", at("2018-03-20", "07:00"), at("2018-03-20", "07:00"));
        startAt(at("2018-03-20", "07:05"));
        assertThat(runs).containsExactly("morning-check " + at("2018-03-20", "07:00"));
    }

    @Test
    void a_job_that_throws_while_being_caught_up_does_not_stop_the_start() {
        jobs.put("morning-check", planned -> {
            throw new IllegalStateException("đĩa đầy");
        });
        schedule("morning-check", "0 0 7 ? * *", "skip", "once");
        schedule("weekly-digest", "0 30 7 ? * *", "skip", "once");
        startAt(at("2018-03-19", "08:00"));
        startAt(at("2018-03-20", "08:00"));
        assertThat(runs).containsExactly("weekly-digest " + at("2018-03-20", "07:30"));
    }

    @Test
    void a_time_missed_while_the_job_was_still_running_is_caught_up_afterwards_and_never_beside_it() {
        ZoneOffset zone = zoneWhereItIsNoon();
        ZonedDateTime first = clock.instant().plusSeconds(2).atZone(zone).withNano(0);
        ZonedDateTime second = first.plusSeconds(1);
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger beside = new AtomicInteger();
        jobs.put("morning-check", planned -> {
            beside.incrementAndGet();
            runs.add(planned.toString());
            waitFor(release);
            beside.decrementAndGet();
        });
        schedule("morning-check", secondsOf(first, second), "run", "once", zone);
        start();
        await().until(() -> clock.instant().isAfter(second.toInstant().plus(LATE_AFTER.multipliedBy(2))));
        assertThat(runs).containsExactly(first.toInstant().toString());
        assertThat(beside).hasValue(1);
        release.countDown();
        await().until(() -> runs.size() == 2);
        assertThat(runs.get(1)).isEqualTo(second.toInstant().toString());
    }
}
