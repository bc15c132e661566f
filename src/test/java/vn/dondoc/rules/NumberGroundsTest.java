package vn.dondoc.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.rules.EditedPlan.DUTIES;
import static vn.dondoc.rules.EditedPlan.TARGETS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that the Decision does not give, and targets of which no rule speaks. */
class NumberGroundsTest {
    private static final String CONNECTED = "II.2.1.e-07";
    private static final String DEMAND = "Phải đạt ít nhất 70% số \"xã, phường, thị trấn\"";

    @TempDir
    private Path home;

    private EditedPlan plan;

    @BeforeEach
    void copy() throws IOException {
        plan = new EditedPlan(home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"69%", "71%", "7%", "70,5%"})
    void a_share_that_the_decision_does_not_give_is_refused(String share) throws IOException {
        plan.withText(TARGETS, DEMAND, DEMAND.replace("70%", share));
        assertThat(plan.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).startsWith("targets.dslr, dòng ").contains(CONNECTED);
            assertThat(problem.message()).contains("mức " + share + " không có trong lời Quyết định", "nêu 70%");
            assertThat(problem.hint()).contains("Ghi chú");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {19, 21})
    void a_rank_that_the_decision_does_not_give_is_refused(int rank) throws IOException {
        plan.withText(TARGETS, "Thứ hạng không được quá 20 ", "Thứ hạng không được quá " + rank + " ");
        assertThat(plan.problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.message()).contains("mức " + rank + " không có trong lời"));
    }

    @Test
    void a_later_document_may_set_another_number() throws IOException {
        plan.withText(TARGETS, DEMAND, DEMAND.replace("70%", "75%"));
        plan.with(DUTIES, CONNECTED, "Ghi chú", "75% theo Công văn số 12/UBND-NC ngày 12/05/2017");
        assertThat(plan.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "31/02/2018,không có ngày ấy trong lịch",
        "99/99/2018,không có ngày ấy trong lịch",
        "11/05/2017,có trước ngày Quyết định có hiệu lực 12/05/2017"
    })
    void a_document_of_an_impossible_day_sets_no_date(String day, String words) throws IOException {
        plan.with(DUTIES, "I.1-03", "Hạn", "31/01/2021", "Ghi chú", "theo Công văn số 12/SNV-CCHC ngày " + day);
        assertThat(plan.problems()).anySatisfy(problem -> {
            assertThat(problem.place()).isEqualTo(plan.cell(DUTIES, "I.1-03", "Ghi chú"));
            assertThat(problem.message()).contains("văn bản “số 12/SNV-CCHC ngày " + day + "”", words);
        });
    }

    @Test
    void a_sentence_that_is_not_understood_hides_no_wrong_value_of_another() throws IOException {
        plan.withText(TARGETS, DEMAND, DEMAND.replace("70%", "130%"));
        plan.withText(TARGETS, "Phải giảm ít nhất 10% \"biên chế\"", "Phải giảm chừng 10% \"biên chế\"");
        assertThat(plan.problems())
                .extracting(problem -> problem.message())
                .anySatisfy(message -> assertThat(message).contains("không hiểu câu “Phải giảm chừng"))
                .anySatisfy(message -> assertThat(message).contains("“130%” không dùng được"));
    }

    @Test
    void a_wrong_value_is_named_on_its_own_line() throws IOException {
        plan.withText(TARGETS, DEMAND, DEMAND.replace("70%", "130%"));
        int line = Files.readAllLines(plan.path(TARGETS)).indexOf("    " + DEMAND.replace("70%", "130%")) + 1;
        assertThat(plan.problems())
                .anySatisfy(problem -> assertThat(problem.place()).startsWith("targets.dslr, dòng " + line + ","));
    }

    @Test
    void a_rule_for_a_duty_that_is_no_target_is_named_where_it_stands() throws IOException {
        plan.with(DUTIES, CONNECTED, "Loại", "một lần", "Hoàn thành khi", "thực hiện");
        assertThat(plan.problems()).anySatisfy(problem -> {
            assertThat(problem.place()).startsWith("targets.dslr, dòng ");
            assertThat(problem.message()).startsWith("“" + CONNECTED + "” không phải chỉ tiêu");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"duties.csv", "reminders.csv"})
    void a_table_with_nothing_but_its_headings_says_so(String table) throws IOException {
        Files.writeString(plan.path(table), Files.readAllLines(plan.path(table)).get(0) + "\n");
        assertThat(plan.problems())
                .anySatisfy(problem -> {
                    assertThat(problem.place()).isEqualTo(table);
                    assertThat(problem.message()).isEqualTo("không có dòng nào dưới dòng tiêu đề");
                })
                .noneSatisfy(problem -> assertThat(problem.message()).contains("khi”", "then"));
    }

    @Test
    void a_target_whose_only_rule_is_on_trial_is_refused() throws IOException {
        plan.withText(TARGETS, DEMAND, DEMAND + "\n    Đang thử nghiệm");
        assertThat(plan.problems())
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.message()).contains("mọi quy tắc của chỉ tiêu đang thử nghiệm"));
    }

    @ParameterizedTest
    @CsvSource({
        "Áp dụng từ ngày,12/05/2017,",
        "Áp dụng từ ngày,13/05/2017,từ ngày 12/05/2017 đến ngày 12/05/2017",
        "Áp dụng đến ngày,31/12/2017,từ ngày 01/01/2018"
    })
    void days_of_which_no_rule_of_a_target_speaks_are_told(String sentence, String day, String words)
            throws IOException {
        plan.withText(TARGETS, DEMAND, DEMAND + "\n    " + sentence + " \"" + day + "\"");
        assertThat(plan.problems().toString()).contains(words == null ? "[]" : "không quy tắc nào áp dụng " + words);
    }

    @Test
    void a_target_that_binds_later_needs_no_rule_before() throws IOException {
        plan.withText(TARGETS, DEMAND, DEMAND + "\n    Áp dụng từ ngày \"01/07/2017\"");
        plan.with(DUTIES, CONNECTED, "Từ ngày", "01/07/2017");
        assertThat(plan.problems()).isEmpty();
    }
}
