package vn.dondoc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.app.Dondoc;
import vn.dondoc.app.Settings;
import vn.dondoc.config.Home;
import vn.dondoc.intake.Intake;
import vn.dondoc.outbox.QueuedLetter;

/** Two processes on one home: a report comes in while the other's morning check is thinking. */
class ReportDuringACheckTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant BEFORE = Instant.parse("2026-03-01T23:59:59Z");
    private static final int NO_PORT = 9;

    @TempDir
    private Path folder;

    private Dondoc checking;
    private Dondoc receiving;

    @BeforeEach
    void open() throws Exception {
        Settings settings = Settings.read(new Home(SmallOffice.installIn(folder, NO_PORT)));
        checking = Dondoc.open(settings);
        receiving = Dondoc.open(settings);
    }

    @AfterEach
    void close() {
        checking.database().close();
        receiving.database().close();
    }

    @Test
    void what_came_in_during_the_check_is_not_asked_for() {
        AtomicBoolean cameIn = new AtomicBoolean();
        checking.database().jdbi().setSqlLogger(after("max(day) FROM morning", cameIn, this::report));

        checking.checkFlow().morning(MORNING);

        assertThat(cameIn).isTrue();
        assertThat(textsTo("so-tai-chinh"))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).contains("II.1-01"));
        assertThat(textsTo("so-y-te"))
                .as("it handed its plan in before seven")
                .allSatisfy(text -> assertThat(text).doesNotContain("II.1-01"));
    }

    @Test
    void reports_that_never_stop_coming_in_do_not_keep_the_morning_from_its_letters() {
        AtomicBoolean any = new AtomicBoolean();
        checking.database().jdbi().setSqlLogger(after("max(day) FROM morning", any, () -> {
            any.set(false);
            report();
        }));
        assertThat(checking.checkFlow().morning(MORNING)).isPresent();
        assertThat(checking.lastMorning()).isPresent();
    }

    private int reports;

    private void report() {
        String report =
                "{\"agency\":\"so-y-te\",\"period\":\"2026\",\"entries\":[{\"duty\":\"II.1-01\",\"status\":\"done\","
                        + "\"completedOn\":\"2026-02-20\",\"evidence\":[{\"ref\":\"" + ++reports
                        + "/KH\",\"date\":\"2026-02-20\"}]}]}";
        var receipt = receiving
                .intake()
                .receive("báo cáo.json", report.getBytes(StandardCharsets.UTF_8), Intake.Options.STRICT, BEFORE);
        assertThat(receipt.refused()).isEmpty();
    }

    private List<String> textsTo(String unit) {
        return receiving.outbox().list().stream()
                .map(QueuedLetter::letter)
                .filter(letter -> letter.agency().equals(unit))
                .map(letter -> letter.text())
                .toList();
    }

    private static SqlLogger after(String statement, AtomicBoolean done, Runnable what) {
        return new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                if (context.getRawSql().contains(statement) && done.compareAndSet(false, true)) {
                    what.run();
                }
            }
        };
    }
}
