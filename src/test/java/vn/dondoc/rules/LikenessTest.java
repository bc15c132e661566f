package vn.dondoc.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dondoc.bench.SampleProvince;
import vn.dondoc.facts.Obligation;
import vn.dondoc.findings.Finding;

class LikenessTest {
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2017, 6, 30),
            LocalDate.of(2017, 12, 18),
            LocalDate.of(2018, 3, 20),
            LocalDate.of(2019, 1, 2),
            LocalDate.of(2020, 12, 31),
            LocalDate.of(2021, 1, 15));

    @Test
    void one_of_those_that_are_alike_speaks_for_all_of_the_province() throws IOException {
        SampleProvince province = SampleProvince.open();
        RuleBook rules = province.rules();
        for (LocalDate day : DAYS) {
            List<Obligation> obligations = province.obligations(day);
            List<Finding> eachBeforeTheRules = rules.judgeInOneSession(obligations);

            assertThat(eachBeforeTheRules).as(day.toString()).hasSizeGreaterThan(1_000);
            assertThat(rules.judge(obligations)).as(day.toString()).isEqualTo(eachBeforeTheRules);
        }
    }

    @Test
    void nothing_else_may_be_compared_by_a_verdict_rule() {
        assertThat(Permitted.VERDICTS.properties())
                .as("a word more must become part of Likeness")
                .containsExactlyInAnyOrder(
                        "track",
                        "phase",
                        "report",
                        "progress",
                        "dueByLaw",
                        "doneInTime",
                        "reviewWanted",
                        "behind",
                        "periodOver");
        assertThat(Permitted.VERDICTS.tests()).isEmpty();
    }
}
