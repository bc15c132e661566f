package vn.dondoc.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.rules.EditedPlan.LADDER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rungs that are never climbed. */
class LadderLintsTest {
    @TempDir
    private Path home;

    private EditedPlan plan;

    @BeforeEach
    void copy() throws IOException {
        plan = new EditedPlan(home);
    }

    private void assertOne(String rung, String heading, String... words) {
        assertThat(plan.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).isEqualTo(plan.cell(LADDER, rung, heading));
            assertThat(problem.message()).contains(words);
            assertThat(problem.hint()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "thuong-xuyen,Loại nhiệm vụ,thường xuyên; chỉ tiêu,chỉ tiêu",
        "thuong-xuyen,Trạng thái,số liệu cũ; quá hạn,quá hạn",
        "qua-han,Trạng thái,quá hạn; số liệu cũ,số liệu cũ",
        "qua-han,Trạng thái,quá hạn; sắp đến hạn,sắp đến hạn",
        "da-den-moc,Trạng thái,có nguy cơ không đạt; sắp đến hạn,sắp đến hạn",
        "truoc-moc,Trạng thái,sắp đến hạn; có nguy cơ không đạt; quá hạn,quá hạn",
        "truoc-moc,Trạng thái,sắp đến hạn; có nguy cơ không đạt; đạt,đạt",
        "chua-dat,Loại nhiệm vụ,chỉ tiêu; khi phát sinh,khi phát sinh"
    })
    void a_word_that_never_comes_with_the_other_cells_is_refused(String rung, String heading, String cell, String word)
            throws IOException {
        plan.with(LADDER, rung, heading, cell);
        assertOne(rung, heading, "“" + word + "” không bao giờ ứng");
    }

    @ParameterizedTest
    @CsvSource({
        "thuong-xuyen,Tính từ,hạn",
        "phat-sinh,Tính từ,mốc theo dõi",
        "mot-lan,Tính từ,phát sinh",
        "chua-co-so-lieu,Tính từ,mốc theo dõi"
    })
    void an_anchor_that_never_comes_is_refused(String rung, String heading, String anchor) throws IOException {
        plan.with(LADDER, rung, heading, anchor);
        assertOne(rung, heading, "không bao giờ tới", anchor);
    }

    @Test
    void a_rung_after_a_promise_needs_a_rung_that_takes_one() throws IOException {
        for (String rung : LadderLints.placesIn(new RuleFolder(plan.path("..").normalize(), ShippedRules.PLAN).files())
                .keySet()) {
            plan.with(LADDER, rung, "Hẹn nộp", "0");
        }
        assertOne("that-hen", "Tính từ", "ngày hẹn");
        plan.with(LADDER, "qua-han", "Hẹn nộp", "1");
        assertThat(plan.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "có nguy cơ không đạt,hằng năm,mốc báo cáo,0,da-den-moc",
        "sắp đến hạn,hằng năm,mốc báo cáo,0,truoc-moc",
        "sắp đến hạn,khi phát sinh,mốc báo cáo,0,phat-sinh",
        "sắp đến hạn,khi phát sinh,ban hành,10,phat-sinh"
    })
    void a_rung_that_another_always_outdoes_is_refused(
            String state, String kind, String anchor, String from, String other) throws IOException {
        plan.withCopy(
                LADDER,
                "qua-han",
                "khong-toi",
                "Trạng thái",
                state,
                "Loại nhiệm vụ",
                kind,
                "Tính từ",
                anchor,
                "Từ ngày thứ",
                from);
        assertOne("khong-toi", "Bậc", "bậc “" + other + "” luôn đứng trên");
    }

    @ParameterizedTest
    @CsvSource({
        // of one-off duties some have no date, and no other rung is reached before their age
        "sắp đến hạn,một lần,ban hành,10,",
        // events of which nobody knows yet are not due soon: from day 40 this one goes before
        "sắp đến hạn,khi phát sinh,ban hành,40,",
        // a number of letters puts it in front
        "có nguy cơ không đạt,hằng năm,mốc theo dõi,0,2",
        // targets are at risk before any date of theirs
        "có nguy cơ không đạt,hằng năm; chỉ tiêu,mốc báo cáo,1,",
        // earlier than the other
        "quá hạn,hằng năm,hạn,0,"
    })
    void its_neighbour_that_counts_in_some_case_is_not(
            String state, String kind, String anchor, String from, String letters) throws IOException {
        plan.withCopy(
                LADDER,
                "qua-han",
                "co-luc-toi",
                "Trạng thái",
                state,
                "Loại nhiệm vụ",
                kind,
                "Tính từ",
                anchor,
                "Từ ngày thứ",
                from,
                "Sau số thư",
                letters == null ? "" : letters);
        assertThat(plan.problems())
                .noneSatisfy(problem -> assertThat(problem.message()).contains("không bao giờ được tính"));
    }

    private static final String ALWAYS = "";

    @ParameterizedTest
    @CsvSource({
        // the other holds all the time, on each of these days, not on the last, not on the first, not on any
        "'','','','',true",
        "'','',01/01/2018,31/12/2018,true",
        "01/01/2018,31/12/2018,01/01/2018,31/12/2018,true",
        "01/01/2018,30/12/2018,01/01/2018,31/12/2018,false",
        "02/01/2018,31/12/2018,01/01/2018,31/12/2018,false",
        "01/01/2019,'',01/01/2018,31/12/2018,false"
    })
    void a_rung_outdoes_another_only_while_it_holds(
            String from, String to, String otherFrom, String otherTo, boolean outdone) throws IOException {
        withOutdoing(from, to, "");
        with("khong-toi", "vi-pham", "20", otherFrom, otherTo, "");
        assertThat(plan.problems())
                .extracting(problem -> problem.place() + ": " + problem.message())
                .filteredOn(problem -> problem.contains("không bao giờ được tính"))
                .hasSize(outdone ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"'','',1", "x,'',0", "'',x,1", "x,x,1"})
    void a_rung_on_trial_outdoes_none_in_force(String trial, String trialOfOther, int refused) throws IOException {
        withOutdoing(ALWAYS, ALWAYS, trial);
        with("khong-toi", "vi-pham", "20", ALWAYS, ALWAYS, trialOfOther);
        assertThat(plan.problems())
                .filteredOn(problem -> problem.message().contains("không bao giờ được tính"))
                .hasSize(refused);
    }

    /** Counts from the day of issue and so is reached before the report date of any quarter. */
    private void withOutdoing(String from, String to, String trial) throws IOException {
        plan.withCopy(
                LADDER,
                "mot-lan",
                "dung-tren",
                "Từ ngày thứ",
                "0",
                "Lặp lại sau",
                "7",
                "Loại nhiệm vụ",
                "hằng năm",
                "Khẩn trương",
                "",
                "Trạng thái",
                "chưa có số liệu",
                "Từ ngày",
                from,
                "Đến ngày",
                to,
                "Thử nghiệm",
                trial);
    }

    private void with(String rung, String like, String day, String from, String to, String trial) throws IOException {
        plan.withCopy(
                LADDER,
                like,
                rung,
                "Trạng thái",
                "chưa có số liệu",
                "Loại nhiệm vụ",
                "hằng năm",
                "Tính từ",
                "mốc báo cáo",
                "Từ ngày thứ",
                day,
                "Từ ngày",
                from,
                "Đến ngày",
                to,
                "Thử nghiệm",
                trial);
    }

    @Test
    void a_span_that_ends_before_it_begins_is_refused() throws IOException {
        plan.with(LADDER, "that-hen", "Từ ngày", "02/01/2018", "Đến ngày", "01/01/2018");
        assertOne("that-hen", "Từ ngày", "02/01/2018", "01/01/2018", "không bao giờ áp dụng");
    }

    @Test
    void a_span_of_one_day_is_not() throws IOException {
        plan.with(LADDER, "that-hen", "Từ ngày", "02/01/2018", "Đến ngày", "02/01/2018");
        assertThat(plan.problems()).isEmpty();
    }

    @Test
    void a_rung_that_ended_before_the_decision_is_refused() throws IOException {
        plan.with(LADDER, "that-hen", "Đến ngày", "01/01/2017");
        assertOne("that-hen", "Đến ngày", "trước ngày Quyết định");
    }

    @ParameterizedTest
    @CsvSource({"Từ ngày,31/02/2018,không phải ngày", "Đến ngày,mai,không phải ngày", "Thử nghiệm,có,không hiểu"})
    void a_cell_that_cannot_be_read_is_named(String heading, String cell, String words) throws IOException {
        plan.with(LADDER, "that-hen", heading, cell);
        assertOne("that-hen", heading, cell, words);
    }

    @Test
    void a_table_without_the_three_columns_is_read() throws IOException {
        Path table = plan.path(LADDER);
        Files.writeString(
                table,
                Files.readString(table)
                        .replace(",Từ ngày,Đến ngày,Thử nghiệm,Ghi chú", ",Ghi chú")
                        .replaceAll("(?m)(,[0-2]),,,,", "$1,"));
        assertThat(Files.readString(table)).doesNotContain("Thử nghiệm");
        assertThat(plan.problems()).isEmpty();
    }

    @Test
    void the_three_columns_may_stand_anywhere() throws IOException {
        Path table = plan.path(LADDER);
        Files.writeString(
                table,
                Files.readString(table)
                        .replace(",Từ ngày,Đến ngày,Thử nghiệm,Ghi chú", ",Ghi chú")
                        .replaceAll("(?m)(,[0-2]),,,,", "$1,")
                        .replaceAll("(?m)^Bậc,", "Thử nghiệm,Bậc,")
                        .replaceAll("(?m)^(?!Thử nghiệm)", ",")
                        .replaceAll("(?m)^,$", ""));
        assertThat(plan.problems()).isEmpty();
    }

    private void assertGap(String... words) {
        assertThat(plan.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).isEqualTo(LADDER);
            assertThat(problem.message())
                    .contains("không có bậc nào cho “số liệu cũ”")
                    .contains(words);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "truoc-moc,sắp đến hạn",
        "da-den-moc,có nguy cơ không đạt",
        "qua-han,quá hạn",
        "vi-pham,vi phạm",
        "mot-lan,sắp đến hạn",
        "mot-lan-khan,sắp đến hạn",
        "phat-sinh,sắp đến hạn",
        "chua-dat,chưa đạt",
        "chua-dat-khan,chưa đạt",
        "chua-co-so-lieu,chưa có số liệu",
        "thuong-xuyen,số liệu cũ"
    })
    void a_first_letter_that_is_taken_away_is_missed(String rung, String state) throws IOException {
        plan.without(LADDER, rung);
        assertThat(plan.problems()).isNotEmpty().anySatisfy(problem -> {
            assertThat(problem.place()).isEqualTo(LADDER);
            assertThat(problem.message()).startsWith("không có bậc nào cho “" + state + "”");
        });
    }

    @ParameterizedTest
    @CsvSource({"qua-han-cap-tren", "qua-han-lanh-dao", "vi-pham-lanh-dao", "that-hen", "cham-tien-do"})
    void a_letter_upwards_may_be_taken_away(String rung) throws IOException {
        plan.without(LADDER, rung);
        assertThat(plan.problems()).isEmpty();
    }

    @Test
    void the_only_row_for_a_case_neither_ends_nor_is_tried_alone() throws IOException {
        plan.with(LADDER, "qua-han", "Đến ngày", "31/12/2017");
        assertThat(plan.problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.message()).contains("“quá hạn”", "từ ngày 01/01/2018"));
        plan.with(LADDER, "qua-han", "Đến ngày", "", "Thử nghiệm", "x");
        assertThat(plan.problems())
                .isNotEmpty()
                .allSatisfy(problem ->
                        assertThat(problem.message()).contains("“quá hạn”").doesNotContain("từ ngày"));
    }

    @Test
    void a_row_on_trial_answers_for_none_in_force() throws IOException {
        plan.with(LADDER, "thuong-xuyen", "Thử nghiệm", "x");
        assertGap("loại “thường xuyên”");
    }

    @Test
    void a_day_left_open_between_two_rows_is_told() throws IOException {
        plan.withCopy(LADDER, "thuong-xuyen", "sau", "Từ ngày", "07/03/2018");
        plan.with(LADDER, "thuong-xuyen", "Đến ngày", "05/03/2018");
        assertGap("từ ngày 06/03/2018");
    }

    @Test
    void rows_that_follow_each_other_leave_none_open() throws IOException {
        plan.withCopy(LADDER, "thuong-xuyen", "sau", "Từ ngày", "06/03/2018");
        plan.with(LADDER, "thuong-xuyen", "Đến ngày", "05/03/2018");
        assertThat(plan.problems()).isEmpty();
    }
}
