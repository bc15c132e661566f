package vn.dondoc.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.reading.FaultyFileException;

/** What the runner says of wrong examples, and of rules that an edit of the tables brings into play. */
class RuleCasesRunnerTest {
    private static final String INSPECTION = "duty: II.2.1.a-10, agency: so-noi-vu, period: 2017, asOf: \"01/01/2018\"";
    private static final String REVIEW_PLAN = "duty: II.2.1.b-15, agency: so-tu-phap";
    private static final String STAFF = "duty: II.2.1.d-22, agency: \"522\"";

    private static ShippedRules rules;

    @TempDir
    private Path folder;

    private Path copy = Path.of("");

    @BeforeAll
    static void read_what_is_shipped() {
        rules = ShippedRules.read();
    }

    @BeforeEach
    void copy_the_rules() throws IOException {
        copy = ShippedRules.copyTo(folder);
    }

    @Test
    void a_wrong_verdict_is_found_with_its_place_and_what_came_instead() throws IOException {
        assertThat(rules.wrongOf(copy, example(INSPECTION, "numerator: 9, denominator: 33", "đạt", "")))
                .singleElement()
                .asString()
                .contains("own.cases.yaml, dòng 2", "cần “đạt”, được “vi phạm”", "9/33");
    }

    @Test
    void the_right_verdict_by_another_rule_is_wrong() throws IOException {
        String numbers = "numerator: 10, denominator: 33";

        assertThat(rules.wrongOf(
                        copy,
                        example(INSPECTION, numbers, "đạt", "CHI-TIEU-03"),
                        example(INSPECTION, numbers, "đạt", "THU-HANG-02")))
                .singleElement()
                .asString()
                .contains("dòng 3");
    }

    @Test
    void a_loosened_number_makes_shipped_examples_fail() throws IOException {
        ShippedRules.edit(copy, "targets.dslr", "    Phải đạt ít nhất ", "70%", "69%");

        List<RuleCases.Result> failed =
                rules.run(copy).stream().filter(result -> !result.passed()).toList();

        assertThat(failed).isNotEmpty().extracting(RuleCases.Result::duty).containsOnly("II.2.1.e-07");
    }

    @Test
    void a_postponed_date_makes_shipped_examples_fail() throws IOException {
        ShippedRules.edit(copy, "duties.csv", "II.2.1.e-05,", "trước 01/01/2018,", "trước 02/01/2018,");

        List<RuleCases.Result> failed =
                rules.run(copy).stream().filter(result -> !result.passed()).toList();

        assertThat(failed).isNotEmpty().extracting(RuleCases.Result::duty).containsOnly("II.2.1.e-05");
    }

    @Test
    void an_example_of_an_unknown_duty_a_foreign_unit_or_another_period_is_wrong() throws IOException {
        List<String> wrong = rules.wrongOf(
                copy,
                example("duty: IX.9-99, agency: \"522\", asOf: \"01/01/2018\"", "", "đạt", ""),
                example("duty: II.2.1.g-06, agency: \"536\", asOf: \"01/01/2018\"", "", "đạt", ""),
                example("duty: III.1-03, agency: \"522\", period: 2019-Q1, asOf: \"01/01/2018\"", "", "đạt", ""));

        assertThat(wrong).hasSize(3);
        assertThat(wrong.get(0)).contains("không có nhiệm vụ “IX.9-99”");
        assertThat(wrong.get(1)).contains("không ràng buộc “536”");
        assertThat(wrong.get(2)).contains("không có kết luận nào cho kỳ “2019-Q1”");
    }

    @Test
    void a_report_received_after_the_day_is_not_known_on_it() throws IOException {
        String received = "numerator: 10, denominator: 33";
        String onTheDay = INSPECTION.replace("01/01/2018", "15/12/2017");
        String dayBefore = INSPECTION.replace("01/01/2018", "14/12/2017");

        assertThat(rules.wrongOf(
                        copy,
                        example(onTheDay, received, "đạt", "CHI-TIEU-03"),
                        example(dayBefore, received, "chưa có số liệu", "CHI-TIEU-02")))
                .isEmpty();
    }

    @Test
    void an_example_with_an_unknown_verdict_key_or_number_is_refused() throws IOException {
        Files.writeString(copy.resolve(ShippedRules.PLAN).resolve("own.cases.yaml"), """
                cases:
                  - {name: a, duty: III.1-03, agency: "522", asOf: "01/01/2018", expect: vi phạn}
                  - {name: b, duty: III.1-03, agency: "522", asOf: "01/01/2018", expect: đạt, thêm: 1}
                  - name: c
                    duty: I.1-03
                    agency: ubnd-tinh
                    asOf: "01/01/2018"
                    reports: [{period: 2017-Q4, receivedOn: "15/12/2017", value: hai mươi}]
                    expect: đạt
                """);

        assertThatThrownBy(() -> rules.run(copy))
                .isInstanceOf(FaultyFileException.class)
                .hasMessageContaining("vi phạn")
                .hasMessageContaining("thêm")
                .hasMessageContaining("hai mươi");
    }

    @Test
    void an_example_may_ask_for_the_stage_of_reminding_and_how_its_letter_reads() throws IOException {
        String silent = "  - {name: ví dụ, duty: III.3-03, agency: so-tai-chinh, period: 2019, asOf: \"02/01/2020\", "
                + "expect: quá hạn, unanswered: 0, stage: ";

        assertThat(rules.wrongOf(
                        copy,
                        silent + "qua-han/0, letter: thư đơn vị, tone: đôn đốc, addressee: thủ trưởng, promises: 1}",
                        silent + "qua-han/0, tone: đề nghị}",
                        silent + "qua-han/1}",
                        silent + "không}"))
                .hasSize(3)
                .allSatisfy(wrong -> assertThat(wrong)
                        .contains("được “quá hạn”, bậc “qua-han/0 (thư đơn vị, đôn đốc, thủ trưởng, hẹn nộp 1)”"));
    }

    @Test
    void a_promise_counts_as_broken_from_the_working_day_after_it() throws IOException {
        String late = "  - {name: ví dụ, duty: III.3-03, agency: so-tai-chinh, period: 2019, expect: quá hạn, "
                + "promised: \"08/01/2020\", asOf: ";

        assertThat(rules.wrongOf(
                        copy, late + "\"08/01/2020\", stage: qua-han/0}", late + "\"09/01/2020\", stage: that-hen/0}"))
                .isEmpty();
    }

    @Test
    void an_example_may_say_that_a_duty_does_not_bind_a_unit() throws IOException {
        String connected = "  - {name: ví dụ, duty: II.2.1.e-05, asOf: \"12/05/2017\", agency: ";

        assertThat(rules.wrongOf(
                        copy,
                        connected + "\"522\", expect: không ràng buộc}",
                        connected + "so-thong-tin-va-truyen-thong, expect: không ràng buộc}"))
                .singleElement()
                .asString()
                .contains("dòng 3", "cần “không ràng buộc”, được “chưa có số liệu”");
    }

    @Test
    void a_letter_without_a_stage_and_a_stage_of_nobodys_duty_are_refused() throws IOException {
        Files.writeString(copy.resolve(ShippedRules.PLAN).resolve("own.cases.yaml"), """
                cases:
                  - {name: a, duty: III.1-03, agency: "522", asOf: "01/01/2018", expect: quá hạn, tone: đôn đốc}
                  - {name: b, duty: III.1-03, agency: "522", asOf: "01/01/2018", expect: không ràng buộc, rule: HAN-01}
                """);

        assertThatThrownBy(() -> rules.run(copy))
                .isInstanceOf(FaultyFileException.class)
                .hasMessageContaining("dòng 2")
                .hasMessageContaining("stage: truoc-moc/3")
                .hasMessageContaining("bỏ rule, stage");
    }

    @Test
    void a_date_that_a_document_sets_is_violated_by_unfinished_work_and_only_overdue_by_silence() throws IOException {
        ShippedRules.edit(copy, "duties.csv", "II.2.1.b-15,", ",giả định,có,", ",Quyết định,có,");
        String lastDay = REVIEW_PLAN + ", asOf: \"02/01/2018\"";
        String dayAfter = REVIEW_PLAN + ", asOf: \"03/01/2018\"";

        assertThat(rules.wrongOf(
                        copy,
                        example(lastDay, "status: đã trình", "có nguy cơ không đạt", "HAN-05"),
                        example(lastDay, "", "có nguy cơ không đạt", "HAN-05"),
                        example(dayAfter, "status: đã trình", "vi phạm", "HAN-07"),
                        example(dayAfter, "", "quá hạn", "HAN-08"),
                        example(dayAfter, "status: hoàn thành", "đạt", "HAN-01")))
                .isEmpty();
    }

    @Test
    void a_target_past_an_assumed_date_is_overdue_and_never_violated() throws IOException {
        ShippedRules.edit(copy, "duties.csv", "II.2.1.d-22,", ",Quyết định,không,", ",giả định,không,");
        String lastDay = STAFF + ", asOf: \"31/12/2021\"";
        String dayAfter = STAFF + ", asOf: \"01/01/2022\"";

        assertThat(rules.wrongOf(
                        copy,
                        example(lastDay, "numerator: 99, denominator: 1000", "có nguy cơ không đạt", "CHI-TIEU-08"),
                        example(dayAfter, "numerator: 99, denominator: 1000", "quá hạn", "CHI-TIEU-11"),
                        example(dayAfter, "numerator: 100, denominator: 1000", "đạt", "CHI-TIEU-03")))
                .isEmpty();
    }

    private static String example(String what, String report, String expect, String rule) {
        String reports = report.isEmpty() ? "[]" : "[{period: 2017-Q4, receivedOn: \"15/12/2017\", " + report + "}]";
        return "  - {name: ví dụ, " + what + ", reports: " + reports + ", expect: \"" + expect + "\", rule: \"" + rule
                + "\"}";
    }
}
