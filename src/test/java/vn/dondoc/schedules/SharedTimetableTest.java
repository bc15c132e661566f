package vn.dondoc.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.dondoc.store.DatabaseAddress.PostgresServer;
import vn.dondoc.store.SharedPostgres;

/** The clock of nodes that share a server: what one node's clock does, it does as well; and what only several nodes do. */
class SharedTimetableTest extends TimetableTest {
    private final PostgresServer server = SharedPostgres.database();
    private final List<String> otherRuns = new CopyOnWriteArrayList<>();

    @Override
    PostgresServer address() {
        return server;
    }

    @Test
    void of_several_nodes_one_runs_each_time() {
        schedule("morning-check", EACH_SECOND, "run", "skip");
        start();
        startAnother();
        startAnother();
        await().until(() -> runs.size() + otherRuns.size() >= 6);
        started.forEach(timetable -> timetable.stop(LONG));
        assertThat(Stream.concat(runs.stream(), otherRuns.stream())).doesNotHaveDuplicates();
        assertThat(outcomes("morning-check").stream().filter("done"::equals)).hasSize(runs.size() + otherRuns.size());
    }

    @Test
    void when_a_node_stops_the_others_go_on() {
        schedule("morning-check", EACH_SECOND, "run", "skip");
        Timetable first = start();
        await().until(() -> !runs.isEmpty());
        startAnother();
        first.stop(LONG);
        int before = runs.size();
        await().until(() -> otherRuns.size() >= 2);
        assertThat(runs).hasSize(before);
    }

    @Test
    void what_was_missed_while_no_node_ran_is_run_once() {
        Instant yesterday = clock.instant().minus(Duration.ofDays(2));
        ledger.watchFrom("morning-check", yesterday);
        schedule("morning-check", "0 0 7 ? * *", "run", "once");
        start();
        startAnother();
        await().until(() -> runs.size() + otherRuns.size() >= 1);
        started.forEach(timetable -> timetable.stop(LONG));
        assertThat(runs.size() + otherRuns.size()).isEqualTo(1);
    }

    @Test
    void a_node_that_starts_does_not_free_what_another_is_running() {
        CountDownLatch release = new CountDownLatch(1);
        jobs.put("morning-check", planned -> {
            runs.add("begun");
            waitFor(release);
        });
        schedule("morning-check", EACH_SECOND, "run", "once");
        start();
        await().until(() -> !runs.isEmpty());
        startAnother();
        assertThat(outcomes("morning-check")).contains("running").doesNotContain("interrupted");
        release.countDown();
    }

    private void startAnother() {
        Map<String, Job> other = Map.of("morning-check", planned -> otherRuns.add("morning-check " + planned));
        Timetable timetable =
                new Timetable(home.resolve("schedules"), new Firing(other, () -> calendar, ledger, clock), LATE_AFTER);
        started.add(timetable);
        timetable.start();
    }
}
