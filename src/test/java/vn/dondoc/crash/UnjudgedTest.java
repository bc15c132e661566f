package vn.dondoc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.app.Dondoc;
import vn.dondoc.app.Settings;
import vn.dondoc.config.Home;
import vn.dondoc.findings.FindingChange;
import vn.dondoc.intake.Intake;
import vn.dondoc.notices.CheckOutcome;
import vn.dondoc.outbox.LetterKind;
import vn.dondoc.outbox.QueuedLetter;

/** A report's own check judges the units of which something new is known, and no other. */
class UnjudgedTest {
    private static final Instant BEFORE_DUE = Instant.parse("2026-02-26T00:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-02T03:00:00Z");
    private static final int NO_PORT = 9;
    private static final String DONE =
            "\"status\":\"done\",\"completedOn\":\"2026-02-20\",\"evidence\":[{\"ref\":\"1/KH\",\"date\":\"2026-02-20\"}]";
    private static final String UNDER_WAY = "\"status\":\"in-progress\"";

    @TempDir
    private Path folder;

    private Dondoc dondoc;

    @BeforeEach
    void check_the_mornings_before_and_after_the_due_date() throws Exception {
        dondoc = Dondoc.open(Settings.read(new Home(SmallOffice.installIn(folder, NO_PORT))));
        dondoc.checkFlow().morning(BEFORE_DUE);
        dondoc.checkFlow().morning(MORNING);
    }

    @AfterEach
    void close() {
        dondoc.database().close();
    }

    @Test
    void a_reports_own_check_leaves_nothing_to_do_for_a_check_of_everything() {
        receive("so-tai-chinh", UNDER_WAY);
        CheckOutcome own = dondoc.checkFlow().submission(LATER).orElseThrow();
        assertThat(own.changes()).isNotEmpty();
        assertThat(alertedUnits()).containsExactly("so-tai-chinh");

        CheckOutcome ofEverything = judgeEverythingAnew();
        assertThat(ofEverything.changes()).isEmpty();
        assertThat(ofEverything.worded()).isEmpty();
    }

    @Test
    void what_a_process_took_in_and_died_before_judging_is_judged_with_the_next_report() {
        receive("so-tai-chinh", UNDER_WAY);
        receive("so-y-te", DONE);

        CheckOutcome next = dondoc.checkFlow().submission(LATER).orElseThrow();
        assertThat(unitsOf(next)).containsExactly("so-tai-chinh", "so-y-te");
        assertThat(alertedUnits()).containsExactly("so-tai-chinh");
    }

    @Test
    void what_came_in_after_the_moment_that_a_check_judges_is_still_to_be_judged() {
        receive("so-tai-chinh", UNDER_WAY);
        CheckOutcome begunBefore =
                dondoc.checkFlow().submission(LATER.minusMillis(1)).orElseThrow();
        assertThat(begunBefore.changes()).isEmpty();

        dondoc.checkFlow().submission(LATER);
        assertThat(alertedUnits()).containsExactly("so-tai-chinh");
    }

    @Test
    void what_is_judged_is_not_judged_again_and_units_that_said_nothing_are_left_to_the_morning() {
        receive("so-y-te", DONE);
        dondoc.checkFlow().submission(LATER);
        dondoc.database().jdbi().useHandle(handle -> handle.execute("UPDATE finding SET state = 'DUE_SOON'"));

        receive("so-tai-chinh", UNDER_WAY);
        CheckOutcome next = dondoc.checkFlow().submission(LATER).orElseThrow();
        assertThat(unitsOf(next)).containsExactly("so-tai-chinh");
        assertThat(unitsOf(judgeEverythingAnew())).contains("so-y-te");
    }

    private CheckOutcome judgeEverythingAnew() {
        dondoc.database()
                .jdbi()
                .useHandle(handle -> handle.execute("INSERT INTO unjudged (agency, since) VALUES ('*', '')"));
        return dondoc.checkFlow().submission(LATER).orElseThrow();
    }

    private void receive(String unit, String status) {
        String report =
                "{\"agency\":\"" + unit + "\",\"period\":\"2026\",\"entries\":[{\"duty\":\"II.1-01\"," + status + "}]}";
        var receipt = dondoc.intake()
                .receive("báo cáo.json", report.getBytes(StandardCharsets.UTF_8), Intake.Options.STRICT, LATER);
        assertThat(receipt.refused()).isEmpty();
    }

    private static List<String> unitsOf(CheckOutcome outcome) {
        return outcome.changes().stream()
                .map(FindingChange::key)
                .map(key -> key.agency())
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> alertedUnits() {
        return dondoc.outbox().list().stream()
                .map(QueuedLetter::letter)
                .filter(letter -> letter.kind() == LetterKind.ALERT)
                .map(letter -> letter.agency())
                .toList();
    }
}
