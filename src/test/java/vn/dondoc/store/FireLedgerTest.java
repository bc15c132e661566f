package vn.dondoc.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FireLedgerTest {
    private static final Instant MONDAY = Instant.parse("2018-03-19T00:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2018-03-20T00:00:00Z");

    @TempDir
    Path folder;

    private FireLedger ledger;

    DatabaseAddress address() {
        return new DatabaseAddress.SqliteFile(EmptyRecords.in(folder));
    }

    @BeforeEach
    void open() {
        ledger = new FireLedger(Database.open(address()));
    }

    @Test
    void a_fire_time_is_taken_once() {
        assertThat(ledger.begin("send", MONDAY, MONDAY)).isTrue();
        assertThat(ledger.begin("send", MONDAY, TUESDAY)).isFalse();
        ledger.finish("send", MONDAY, TUESDAY, null);
        assertThat(ledger.begin("send", MONDAY, TUESDAY)).isFalse();
    }

    @Test
    void another_job_or_another_time_is_another_fire() {
        assertThat(ledger.begin("send", MONDAY, MONDAY)).isTrue();
        assertThat(ledger.begin("morning-check", MONDAY, MONDAY)).isTrue();
        assertThat(ledger.begin("send", TUESDAY, TUESDAY)).isTrue();
    }

    @Test
    void it_is_remembered_after_a_restart() {
        ledger.begin("send", MONDAY, MONDAY);
        open();
        assertThat(ledger.begin("send", MONDAY, TUESDAY)).isFalse();
        assertThat(ledger.lastPlanned("send", TUESDAY)).contains(MONDAY);
    }

    @Test
    void of_many_that_take_one_fire_at_once_one_gets_it() throws Exception {
        ExecutorService takers = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int taker = 0; taker < 8; taker++) {
                answers.add(takers.submit(() -> ledger.begin("send", MONDAY, MONDAY)));
            }
            int taken = 0;
            for (Future<Boolean> answer : answers) {
                taken += answer.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        } finally {
            takers.shutdownNow();
        }
    }

    @Test
    void the_last_planned_time_is_the_latest_and_each_jobs_own() {
        assertThat(ledger.lastPlanned("send", TUESDAY)).isEmpty();
        ledger.begin("send", TUESDAY, TUESDAY);
        ledger.begin("send", MONDAY, TUESDAY);
        ledger.begin("morning-check", MONDAY, MONDAY);
        assertThat(ledger.lastPlanned("send", TUESDAY)).contains(TUESDAY);
        assertThat(ledger.lastPlanned("morning-check", TUESDAY)).contains(MONDAY);
    }

    @Test
    void a_failed_run_is_over_and_keeps_its_error() {
        ledger.begin("send", MONDAY, MONDAY);
        ledger.finish("send", MONDAY, TUESDAY, "java.lang.IllegalStateException: đĩa đầy");
        assertThat(ledger.releaseUnfinished()).isZero();
        assertThat(column("outcome")).isEqualTo("failed");
        assertThat(column("error")).contains("đĩa đầy");
        assertThat(column("finished_at")).isEqualTo("2018-03-20T00:00:00.000Z");
    }

    @Test
    void a_run_cut_off_by_the_end_of_the_process_is_free_again() {
        ledger.begin("send", MONDAY, MONDAY);
        assertThat(ledger.releaseUnfinished()).isEqualTo(1);
        assertThat(ledger.lastPlanned("send", TUESDAY)).isEmpty();
        assertThat(ledger.begin("send", MONDAY, TUESDAY)).isTrue();
        assertThat(ledger.begin("send", MONDAY, TUESDAY)).isFalse();
        ledger.finish("send", MONDAY, TUESDAY, null);
        assertThat(column("outcome")).isEqualTo("done");
    }

    @Test
    void a_run_that_is_cut_off_three_times_is_given_up() {
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(ledger.begin("send", MONDAY, MONDAY)).isTrue();
            ledger.releaseUnfinished();
        }
        assertThat(ledger.begin("send", MONDAY, MONDAY)).isFalse();
        assertThat(ledger.lastPlanned("send", TUESDAY)).contains(MONDAY);
        assertThat(column("outcome")).isEqualTo("failed");
    }

    @Test
    void the_watch_over_a_job_begins_once() {
        ledger.watchFrom("send", MONDAY);
        ledger.watchFrom("send", TUESDAY);
        assertThat(ledger.lastPlanned("send", TUESDAY)).contains(MONDAY);
        assertThat(ledger.lastPlanned("morning-check", TUESDAY)).isEmpty();
    }

    private String column(String name) {
        return Database.open(address())
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT " + name + " FROM fire_ledger")
                        .mapTo(String.class)
                        .one());
    }

    @Test
    void fire_times_of_a_clock_that_was_ahead_are_free_when_their_day_comes() {
        taken("send", MONDAY);
        taken("send", TUESDAY);
        assertThat(ledger.doubtAfter(MONDAY)).isEqualTo(1);
        assertThat(ledger.lastPlanned("send", TUESDAY.minusMillis(1))).contains(MONDAY);
        assertThat(ledger.begin("send", TUESDAY, TUESDAY)).isTrue();
        assertThat(ledger.begin("send", TUESDAY, TUESDAY)).isFalse();
        assertThat(ledger.doubtAfter(TUESDAY)).isZero();
    }

    @Test
    void fire_times_that_a_clock_far_behind_made_doubtful_count_again_once_it_has_gone_past_them() {
        taken("send", MONDAY);
        taken("send", TUESDAY);
        Instant battery = Instant.parse("2000-01-01T00:00:00Z");
        assertThat(ledger.doubtAfter(battery)).isEqualTo(2);
        ledger.watchFrom("send", battery);
        assertThat(ledger.lastPlanned("send", battery)).contains(battery);
        assertThat(ledger.lastPlanned("send", TUESDAY.minusMillis(1))).contains(MONDAY);
        assertThat(ledger.lastPlanned("send", TUESDAY)).contains(TUESDAY);
    }

    @Test
    void a_run_that_is_held_as_often_as_it_may_be_is_still_to_be_run() {
        for (int day = 1; day <= 5; day++) {
            assertThat(ledger.begin("send", MONDAY, MONDAY)).isTrue();
            ledger.giveBack("send", MONDAY, "giữ lại");
            assertThat(ledger.lastPlanned("send", TUESDAY)).isEmpty();
        }
        assertThat(ledger.begin("send", MONDAY, TUESDAY)).isTrue();
        ledger.finish("send", MONDAY, TUESDAY, null);
        assertThat(column("outcome")).isEqualTo("done");
    }

    private void taken(String job, Instant planned) {
        ledger.begin(job, planned, planned);
        ledger.finish(job, planned, planned, null);
    }
}
