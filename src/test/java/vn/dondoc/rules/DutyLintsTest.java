package vn.dondoc.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.rules.EditedPlan.DUTIES;
import static vn.dondoc.rules.EditedPlan.LADDER;
import static vn.dondoc.rules.EditedPlan.TARGETS;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.reading.Problem;

/** What the check finds in duties and targets whose every cell can be read. */
class DutyLintsTest {
    /** Tied to II.1.a-02 by “Trùng với”. */
    private static final String YEARLY = "II.2.1.a-01";

    private static final String CONNECTED = "II.2.1.e-07";
    private static final String STAFF = "II.2.1.d-22";
    private static final String INSPECTED = "II.2.1.a-10";

    @TempDir
    private Path home;

    private EditedPlan plan;

    @BeforeEach
    void copy() throws IOException {
        plan = new EditedPlan(home);
    }

    private void assertOne(String file, String id, String heading, String... words) {
        assertThat(plan.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).isEqualTo(plan.cell(file, id, heading));
            assertThat(problem.message()).contains(words);
            assertThat(problem.hint()).isNotEmpty();
        });
    }

    private void assertNone() {
        assertThat(plan.problems()).isEmpty();
    }

    // ---- two rows of one duty

    @ParameterizedTest
    @CsvSource({"Hạn,28/02", "Mốc theo dõi,30/11 năm trước", "Mốc theo dõi,''"})
    void two_rows_that_are_tied_give_one_date(String heading, String date) throws IOException {
        plan.with(DUTIES, YEARLY, heading, date);
        assertOne(DUTIES, YEARLY, heading, "dòng “II.2.1.a-01” ghi “" + date + "”", "II.1.a-02");
    }

    @Test
    void rows_that_are_tied_in_one_direction_only_are_compared_too() throws IOException {
        plan.with(DUTIES, "II.1.a-02", "Trùng với", "").with(DUTIES, YEARLY, "Hạn", "28/02");
        assertOne(DUTIES, YEARLY, "Hạn", "II.1.a-02");
    }

    @Test
    void rows_that_are_tied_no_more_may_differ() throws IOException {
        plan.with(DUTIES, "II.1.a-02", "Trùng với", "").with(DUTIES, YEARLY, "Hạn", "28/02", "Trùng với", "");
        assertNone();
    }

    @Test
    void a_row_copied_with_another_date_is_found_without_a_tie() throws IOException {
        plan.withCopy(
                DUTIES, STAFF, "II.2.1.d-98", "Hạn", "cuối năm 2022", "Căn cứ hạn", "giả định", "Loại", "một lần");
        assertOne(DUTIES, "II.2.1.d-98", "Hạn", "cùng một nhiệm vụ", STAFF);
    }

    @Test
    void a_row_copied_with_the_same_dates_is_no_contradiction() throws IOException {
        plan.withCopy(DUTIES, YEARLY, "II.2.1.a-98", "Trùng với", "");
        assertNone();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Đề án giao, khác hạn với II.1.a-02.", "khác hạn với II.1.a-04, II.1.a-02"})
    void a_note_says_that_two_dates_are_meant(String note) throws IOException {
        plan.with(DUTIES, YEARLY, "Hạn", "28/02", "Ghi chú", note);
        assertNone();
    }

    @Test
    void a_note_about_another_row_does_not() throws IOException {
        plan.with(DUTIES, YEARLY, "Hạn", "28/02", "Ghi chú", "khác hạn với II.1.a-021");
        assertOne(DUTIES, YEARLY, "Hạn", "II.1.a-02");
    }

    @Test
    void a_row_that_takes_over_on_a_day_may_give_another_date() throws IOException {
        plan.with(DUTIES, "II.1.a-02", "Đến ngày", "30/06/2018");
        plan.with(DUTIES, YEARLY, "Hạn", "28/02", "Từ ngày", "01/07/2018");
        assertNone();
    }

    @Test
    void a_row_that_still_binds_on_the_first_day_of_the_other_may_not() throws IOException {
        plan.with(DUTIES, "II.1.a-02", "Đến ngày", "30/06/2018");
        plan.with(DUTIES, YEARLY, "Hạn", "28/02", "Từ ngày", "30/06/2018");
        assertOne(DUTIES, YEARLY, "Hạn", "II.1.a-02");
    }

    // ---- rows that never apply, days before the Decision

    @ParameterizedTest
    @CsvSource({"Từ ngày,11/05/2017", "Đến ngày,11/05/2017"})
    void a_day_before_the_decision_is_refused(String heading, String day) throws IOException {
        plan.with(DUTIES, YEARLY, heading, day);
        assertThat(plan.problems()).hasSize(1);
        assertOne(DUTIES, YEARLY, heading, "trước ngày Quyết định có hiệu lực 12/05/2017");
    }

    @ParameterizedTest
    @CsvSource({"Từ ngày,12/05/2017", "Đến ngày,12/05/2017"})
    void the_day_of_the_decision_is_not(String heading, String day) throws IOException {
        plan.with(DUTIES, YEARLY, heading, day);
        assertNone();
    }

    @ParameterizedTest
    @CsvSource({"Hạn,11/05/2017", "Mốc theo dõi,11/05/2017"})
    void a_due_date_before_the_decision_is_refused(String heading, String day) throws IOException {
        plan.with(DUTIES, CONNECTED, heading, day);
        assertOne(DUTIES, CONNECTED, heading, "trước ngày Quyết định có hiệu lực");
    }

    @Test
    void a_row_that_ends_before_it_begins_is_refused() throws IOException {
        plan.with(DUTIES, YEARLY, "Từ ngày", "02/01/2018", "Đến ngày", "01/01/2018");
        assertOne(DUTIES, YEARLY, "Đến ngày", "không bao giờ áp dụng");
    }

    @Test
    void a_row_of_one_day_is_not() throws IOException {
        plan.with(DUTIES, YEARLY, "Từ ngày", "01/01/2018", "Đến ngày", "01/01/2018");
        assertNone();
    }

    @ParameterizedTest
    @CsvSource({"Đến ngày,30/12/2017,không bao giờ đến hạn", "Từ ngày,01/01/2018,chưa ràng buộc đã hết hạn"})
    void a_date_on_which_the_row_does_not_bind_is_refused(String heading, String day, String words) throws IOException {
        plan.with(DUTIES, CONNECTED, heading, day);
        assertOne(DUTIES, CONNECTED, "Hạn", words);
    }

    @ParameterizedTest
    @CsvSource({"Đến ngày,31/12/2017", "Từ ngày,31/12/2017"})
    void the_last_day_of_both_is_not(String heading, String day) throws IOException {
        plan.with(DUTIES, CONNECTED, heading, day);
        assertNone();
    }

    @Test
    void a_lead_that_ended_before_the_row_begins_is_refused() throws IOException {
        // UBND huyện Tây Trà ended on 31/01/2020; UBND huyện Trà Bồng took over
        plan.with(DUTIES, "II.2.1.g-03", "Từ ngày", "01/02/2020");
        assertNone();
    }

    // ---- the ground of a date

    @ParameterizedTest
    @CsvSource({
        "II.2.1.e-07,31/12/2018,trước ngày 01/01/2018",
        "II.2.1.e-07,01/01/2018,trước ngày 01/01/2018",
        "II.2.1.e-07,trước 31/12/2017,trước ngày 01/01/2018",
        "II.2.1.d-22,30/06/2021,đến cuối năm 2021",
        "II.2.1.d-22,31/12/2020,đến cuối năm 2021",
        "II.2.1.a-10,30/11,hàng năm",
        "II.2.1.a-10,31/12 năm trước,hàng năm",
        "I.1-03,31/12/2021,đến năm 2020"
    })
    void a_date_that_the_decision_does_not_give_is_not_its_own(String id, String date, String words)
            throws IOException {
        plan.with(DUTIES, id, "Hạn", date);
        assertOne(DUTIES, id, "Căn cứ hạn", "“Quyết định” cho ngày " + date, "“" + words + "”");
    }

    @ParameterizedTest
    @CsvSource({
        "II.2.1.e-07,31/12/2017",
        "II.2.1.e-07,đến 31/12/2017",
        "II.2.1.d-22,cuối năm 2021",
        "II.2.1.d-22,trước 01/01/2022",
        "II.2.1.a-10,cuối năm",
        "I.1-03,31/12/2019"
    })
    void the_same_day_in_other_words_is(String id, String date) throws IOException {
        plan.with(DUTIES, id, "Hạn", date);
        assertNone();
    }

    @Test
    void a_date_without_any_in_the_decision_is_assumed() throws IOException {
        plan.with(DUTIES, "II.1.c-02", "Căn cứ hạn", "Quyết định");
        assertOne(DUTIES, "II.1.c-02", "Căn cứ hạn", "lời Quyết định không nêu thời hạn");
    }

    @Test
    void an_assumed_date_may_be_any() throws IOException {
        plan.with(DUTIES, CONNECTED, "Hạn", "31/12/2018", "Căn cứ hạn", "giả định");
        assertNone();
    }

    @Test
    void a_document_in_the_note_may_give_another_date() throws IOException {
        plan.with(DUTIES, CONNECTED, "Hạn", "31/12/2018", "Ghi chú", "Theo Công văn số 12/SNV-CCHC ngày 05/12/2017.");
        assertNone();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Theo Công văn số 12/SNV-CCHC.", "Theo Quyết định số 881/QĐ-UBND ngày 12/5/2017."})
    void a_document_without_a_day_and_the_decision_itself_are_no_ground(String note) throws IOException {
        plan.with(DUTIES, CONNECTED, "Hạn", "31/12/2018", "Ghi chú", note);
        assertOne(DUTIES, CONNECTED, "Căn cứ hạn", "31/12/2018");
    }

    // ---- shares

    @Test
    void a_share_whose_evidence_names_no_whole_is_refused() throws IOException {
        plan.with(DUTIES, "II.2.1.g-10", "Minh chứng", "Từng hồ sơ; tỷ lệ đúng hẹn");
        assertOne(DUTIES, "II.2.1.g-10", "Minh chứng", "“hồ sơ”", "tổng số nào");
    }

    @Test
    void a_cut_whose_evidence_names_no_base_is_refused() throws IOException {
        plan.with(DUTIES, STAFF, "Minh chứng", "Số biên chế đã tinh giản");
        assertOne(DUTIES, STAFF, "Minh chứng", "“biên chế”");
    }

    @Test
    void a_share_of_units_is_counted_by_the_list_of_units() throws IOException {
        plan.with(DUTIES, CONNECTED, "Minh chứng", "Ngày kết nối");
        assertNone();
    }

    @Test
    void a_share_of_ranks_has_no_whole() throws IOException {
        plan.withText(TARGETS, "Phải giảm ít nhất 10% \"biên chế\"", "Phải giảm ít nhất 10% \"thứ hạng\"");
        assertThat(plan.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).startsWith("targets.dslr, dòng ").contains(STAFF);
            assertThat(problem.message()).contains("“thứ hạng” không có mẫu số");
        });
    }

    // ---- days in sentences

    @ParameterizedTest
    @CsvSource({
        "kể từ ngày \"12/05/2017\",kể từ ngày \"11/05/2017\",II.2.1.d-22",
        "nếu từ ngày \"30/06\",nếu từ ngày \"30/06/2016\",II.2.1.a-10",
        "Từ ngày \"01/02/2020\",Từ ngày \"01/02/2010\",II.2.1.g-03",
        "của năm 2020,của năm 2016,I.1-03"
    })
    void a_sentence_with_a_day_before_the_decision_is_refused(String before, String after, String id)
            throws IOException {
        plan.withText(TARGETS, before, after);
        assertThat(plan.problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.message()).contains("trước n"))
                .extracting(Problem::place)
                .anySatisfy(place ->
                        assertThat(place).startsWith("targets.dslr, dòng ").contains(id));
    }

    // ---- everything at once

    @Test
    void a_row_that_is_refused_already_is_not_told_twice_and_the_others_are_told() throws IOException {
        plan.with(DUTIES, CONNECTED, "Hạn", "31/12/2018", "Nhắc trước", "mười");
        plan.with(DUTIES, "II.2.1.e-06", "Hạn", "31/12/2018");
        plan.with(DUTIES, "II.2.1.g-10", "Minh chứng", "tỷ lệ");
        plan.with(LADDER, "qua-han", "Tính từ", "mốc");
        plan.with(LADDER, "thuong-xuyen", "Trạng thái", "số liệu cũ; quá hạn");
        assertThat(plan.problems())
                .extracting(Problem::place)
                .contains(
                        plan.cell(DUTIES, CONNECTED, "Nhắc trước"),
                        plan.cell(DUTIES, "II.2.1.e-06", "Căn cứ hạn"),
                        plan.cell(DUTIES, "II.2.1.g-10", "Minh chứng"),
                        plan.cell(LADDER, "qua-han", "Tính từ"),
                        plan.cell(LADDER, "thuong-xuyen", "Trạng thái"))
                .doesNotContain(plan.cell(DUTIES, CONNECTED, "Căn cứ hạn"));
    }
}
