package vn.dondoc.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.rules.EditedPlan.LADDER;

import java.io.IOException;
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
}
