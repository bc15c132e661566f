package vn.dondoc.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.flow.ShippedPlan.at;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.flow.ShippedPlan;
import vn.dondoc.store.Database;

/** What a finding says of a unit from which nothing came, on the shipped plan. */
class ExplanationTest {
    private static final String UNIT = "so-tu-phap";
    private static final Instant NOW = at("2017-10-11T09:00");

    @TempDir
    private Path folder;

    @Test
    void where_nothing_came_for_a_period_the_period_is_named_whatever_came_for_others() {
        assertThat(explained("III.1-03", "2017-Q3"))
                .contains("Đơn vị chưa có báo cáo tính cho quý III năm 2017.")
                .doesNotContain("chưa báo cáo nhiệm vụ");
        assertThat(explained("III.1-03", "2017-H1")).doesNotContain("chưa có báo cáo");
        assertThat(explained("II.1.a-04", "2017")).contains("Đơn vị chưa có báo cáo tính cho năm 2017.");
    }

    @Test
    void of_what_comes_once_nothing_came_at_all() {
        assertThat(explained("II.1.a-01", "2017")).contains("Đơn vị chưa có báo cáo về nhiệm vụ này.");
    }

    private String explained(String duty, String period) {
        try (Database database = Database.open(folder.resolve("dondoc.db"))) {
            ShippedPlan.done(database, folder, UNIT, "2017-H1", "III.1-03", at("2017-07-05T09:00"));
            return ShippedPlan.assessor(database).of(Set.of(UNIT), VietnamTime.dayOf(NOW), NOW).findings().stream()
                    .filter(finding -> finding.key().equals(new Finding.Key(UNIT, duty, period)))
                    .findFirst()
                    .orElseThrow()
                    .explanation();
        }
    }
}
