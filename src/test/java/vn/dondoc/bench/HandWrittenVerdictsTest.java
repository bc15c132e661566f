package vn.dondoc.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dondoc.facts.Obligation;
import vn.dondoc.findings.Finding;

class HandWrittenVerdictsTest {
    @Test
    void the_yardstick_and_the_rules_say_the_same_of_every_obligation() throws IOException {
        SampleProvince province = SampleProvince.open();
        List<Obligation> obligations = province.obligations();

        List<Finding> findings = province.rules().judge(obligations);

        assertThat(obligations).hasSizeGreaterThan(7_000);
        assertThat(findings).hasSameSizeAs(obligations);
        assertThat(findings)
                .allSatisfy(
                        finding -> assertThat(finding.state()).isEqualTo(HandWrittenVerdicts.of(finding.obligation())));
    }
}
