package vn.dondoc.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.findings.Finding;
import vn.dondoc.notices.Promise;
import vn.dondoc.notices.PromiseRule;
import vn.dondoc.reading.Problem;
import vn.dondoc.store.ArrangementStore;
import vn.dondoc.store.Database;
import vn.dondoc.store.EmptyRecords;
import vn.dondoc.store.PromiseStore;

class PromiseFlowTest {
    private static final String HEALTH = "so-y-te";
    private static final String REPORT = "III.1-03";
    private static final Instant NOW = ShippedPlan.at("2017-12-18T08:00");

    @TempDir
    private Path folder;

    private Database database;

    @BeforeEach
    void openDatabase() {
        database = Database.open(EmptyRecords.in(folder));
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void a_promise_is_stored_with_who_gave_it_when_and_how() {
        Entered<Promise> answer = promise(REPORT, "2017-Q3", "2018-01-05");
        Promise expected = new Promise(
                new Finding.Key(HEALTH, REPORT, "2017-Q3"),
                LocalDate.parse("2018-01-05"),
                "Phó Giám đốc",
                "dondoc ack",
                NOW);
        assertThat(answer.stored()).contains(expected);
        assertThat(promises("2017-Q3")).containsExactly(expected);
    }

    @ParameterizedTest(name = "until {0}: {1}")
    @CsvSource({"2017-12-17, false", "2017-12-18, true", "2018-02-16, true", "2018-02-17, false"})
    void a_promised_day_lies_between_today_and_sixty_days_ahead(String until, boolean taken) {
        Entered<Promise> answer = promise(REPORT, "2017-Q3", until);
        assertThat(answer.stored().isPresent()).isEqualTo(taken);
        assertThat(promises("2017-Q3")).hasSize(taken ? 1 : 0);
        if (!taken) {
            assertThat(answer.refused())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.hint()).contains("18/12/2017", "16/02/2018"));
        }
    }

    @Test
    void a_second_promise_is_refused_and_the_first_is_told() {
        promise(REPORT, "2017-Q3", "2018-01-05");
        Entered<Promise> second = promise(REPORT, "2017-Q3", "2018-01-12");
        assertThat(words(second)).contains("đã hẹn 1 lần", "18/12/2017", "Phó Giám đốc", "05/01/2018");
        assertThat(promises("2017-Q3")).hasSize(1);
    }

    @Test
    void the_rule_says_how_many_promises_are_allowed() {
        assertThat(words(flow(finding -> 0).enter(request(REPORT, "2017-Q3", "2018-01-05"), NOW)))
                .contains("không được hẹn nộp");
        PromiseFlow twice = flow(finding -> 2);
        for (boolean taken : List.of(true, true, false)) {
            assertThat(twice.enter(request(REPORT, "2017-Q3", "2018-01-05"), NOW)
                            .stored()
                            .isPresent())
                    .isEqualTo(taken);
        }
    }

    @Test
    void the_period_goes_without_saying_when_one_is_open() {
        assertThat(promise("II.2.1.d-19", "", "2018-01-05")
                        .stored()
                        .orElseThrow()
                        .finding())
                .isEqualTo(new Finding.Key(HEALTH, "II.2.1.d-19", "2017"));
    }

    @Test
    void several_open_periods_are_named() {
        assertThat(words(promise(REPORT, "", "2018-01-05"))).contains("2017-H1", "2017-Q3", "ghi rõ một kỳ");
    }

    @Test
    void a_period_that_is_not_watched_is_refused_with_the_nearest() {
        assertThat(words(promise(REPORT, "2017-Q5", "2018-01-05"))).contains("2017-Q5", "2017-Q");
    }

    @Test
    void what_is_done_needs_no_promise() {
        ShippedPlan.done(database, folder, HEALTH, "2017-Q3", REPORT, NOW.minusSeconds(60));
        assertThat(words(promise(REPORT, "2017-Q3", "2018-01-05"))).containsPattern("“đạt.*”, không cần hẹn");
    }

    @Test
    void what_is_not_due_yet_needs_no_promise() {
        assertThat(words(promise("II.1.b-02", "", "2018-01-05"))).contains("“chưa đến hạn”, không cần hẹn");
    }

    @Test
    void a_duty_of_others_is_refused() {
        assertThat(words(promise("II.2.1.e-07", "2017", "2018-01-05"))).contains("không ràng buộc");
    }

    @Test
    void all_mistakes_are_told_at_once_and_nothing_is_stored() {
        Entered<Promise> answer = flow(PromiseRule.ONCE)
                .enter(
                        new PromiseFlow.Request("so-y-to", "III.1-3", "", LocalDate.parse("2017-12-17"), " \u202E "),
                        NOW);
        assertThat(answer.refused())
                .extracting(Problem::place)
                .containsExactly("đơn vị", "nhiệm vụ", "ngày hẹn", "người hẹn");
        assertThat(words(answer)).contains("so-y-te", "III.1-0");
    }

    private Entered<Promise> promise(String duty, String period, String until) {
        return flow(PromiseRule.ONCE).enter(request(duty, period, until), NOW);
    }

    private PromiseFlow flow(PromiseRule rule) {
        return new PromiseFlow(ShippedPlan.assessor(database), new PromiseStore(database), rule, 60);
    }

    private static PromiseFlow.Request request(String duty, String period, String until) {
        return new PromiseFlow.Request(HEALTH, duty, period, LocalDate.parse(until), "Phó Giám đốc");
    }

    private List<Promise> promises(String period) {
        return new ArrangementStore(database).knownAt(NOW).promisesFor(new Finding.Key(HEALTH, REPORT, period));
    }

    private static String words(Entered<?> answer) {
        return answer.refused().stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }
}
