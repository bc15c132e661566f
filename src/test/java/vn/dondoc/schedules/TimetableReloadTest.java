package vn.dondoc.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dondoc.reading.Problem;

class TimetableReloadTest extends TimetableFixture {
    @Test
    void a_faulty_reload_keeps_the_old_schedules() {
        schedule("morning-check", EACH_SECOND, "run", "skip");
        Timetable timetable = start();
        await().until(() -> !runs.isEmpty());
        List<Schedule> before = timetable.schedules();
        schedule("morning-check", "0 60 7 ? * *", "run", "skip");
        schedule("weekly-digest", EACH_SECOND, "run", "skip");

        assertThat(timetable.reload())
                .extracting(Problem::place)
                .containsExactly("morning-check.yaml, dòng 3, khóa “cron”");
        assertThat(timetable.schedules()).isEqualTo(before);
        int soFar = runs.size();
        await().until(() -> runs.size() >= soFar + 2);
        assertThat(runs).allMatch(run -> run.startsWith("morning-check"));
    }

    @Test
    void a_reload_puts_new_schedules_in_force_and_takes_removed_ones_out() throws IOException {
        schedule("morning-check", EACH_SECOND, "run", "skip");
        Timetable timetable = start();
        await().until(() -> !runs.isEmpty());
        Files.delete(home.resolve("schedules/morning-check.yaml"));
        schedule("weekly-digest", EACH_SECOND, "run", "skip");

        assertThat(timetable.reload()).isEmpty();
        await().until(() -> count("weekly-digest") >= 1);
        int soFar = count("morning-check");
        await().until(() -> count("weekly-digest") >= 2);
        assertThat(count("morning-check")).isEqualTo(soFar);
    }

    @Test
    void a_reload_catches_up_what_the_changed_schedule_would_have_run() {
        schedule("morning-check", "0 0 7 ? * *", "skip", "once");
        Timetable timetable = startAt(at("2018-03-19", "06:45"));
        schedule("morning-check", "0 0 6 ? * *", "skip", "once");
        assertThat(timetable.reload()).isEmpty();
        assertThat(runs).isEmpty();

        ledger.begin("weekly-digest", at("2018-03-12", "07:30"), at("2018-03-12", "07:30"));
        schedule("weekly-digest", "0 30 6 ? * MON", "skip", "once");
        assertThat(timetable.reload()).isEmpty();
        await().until(() -> !runs.isEmpty());
        assertThat(runs).containsExactly("weekly-digest " + at("2018-03-19", "06:30"));
    }

    @Test
    void a_change_of_the_folder_is_seen_until_it_is_read_be_it_in_vain() throws IOException {
        schedule("morning-check", "0 0 7 ? * *", "run", "skip");
        Timetable timetable = start();
        assertThat(timetable.changed()).isFalse();
        schedule("morning-check", "0 0 25 ? * *", "run", "skip");
        assertThat(timetable.changed()).isTrue();
        assertThat(timetable.reload()).isNotEmpty();
        assertThat(timetable.changed()).isFalse();
        Files.move(home.resolve("schedules/morning-check.yaml"), home.resolve("schedules/renamed.yaml"));
        assertThat(timetable.changed()).isTrue();
        Files.writeString(home.resolve("schedules/README.md"), "ghi chú");
        timetable.reload();
        Files.writeString(home.resolve("schedules/README.md"), "ghi chú khác");
        assertThat(timetable.changed()).as("only schedule files count").isFalse();
    }

    @Test
    void set_anew_after_the_clock_went_back_it_goes_on_and_runs_each_time_once() {
        schedule("morning-check", EACH_SECOND, "run", "skip");
        Timetable timetable = start();
        await().until(() -> !runs.isEmpty());
        timetable.setAnew();
        int before = runs.size();
        await().until(() -> runs.size() > before + 1);
        assertThat(runs).doesNotHaveDuplicates();
    }
}
