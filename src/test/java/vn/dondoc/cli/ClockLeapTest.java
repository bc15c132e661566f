package vn.dondoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.acceptance.TemporaryHome;
import vn.dondoc.cli.CommandLine.Answer;
import vn.dondoc.crash.SmallOffice;

/** Commands on a machine whose clock has leapt since the last morning: the day of the limit, and the day after. */
class ClockLeapTest {
    private static final String LAST_DAY_OF_A_REST = "2026-04-06T07:10";
    private static final String DAY_AFTER = "2026-04-07T07:10";

    @TempDir
    private Path home;

    private CommandLine dondoc = new CommandLine(Path.of(""));

    @BeforeEach
    void an_office_at_work() throws IOException {
        SmallOffice.installIn(home, 9);
        dondoc = new CommandLine(home);
        dondoc.setClock("2026-03-02T07:10");
        assertThat(dondoc.type("run", "morning-check").exit()).isZero();
    }

    @Test
    void a_morning_by_hand_asks_where_mail_is_real() throws IOException {
        dondoc.setClock(DAY_AFTER);
        Answer asked = dondoc.type("run", "morning-check");
        assertThat(asked.exit()).isEqualTo(2);
        assertThat(asked.err()).contains("cách lần kiểm tra gần nhất (02/03/2026) 36 ngày", "--yes");
        assertThat(dondoc.type("run", "morning-check", "--yes").out()).contains("07/04/2026");
        assertThat(dondoc.type("run", "morning-check").exit()).isZero();
    }

    @Test
    void a_rest_of_thirty_five_days_asks_nothing() {
        dondoc.setClock(LAST_DAY_OF_A_REST);
        assertThat(dondoc.type("run", "morning-check").out()).contains("06/04/2026");
    }

    @Test
    void a_report_is_kept_and_waits_to_be_judged() throws IOException {
        Path report = report();
        dondoc.setClock(DAY_AFTER);
        Answer kept = dondoc.type("submit", report.toString());
        assertThat(kept.exit()).isZero();
        assertThat(kept.out()).contains("nhận 1");
        assertThat(kept.err()).contains("chưa xét", "đồng hồ máy", "36 ngày", "dondoc run morning-check --yes");

        dondoc.setClock(LAST_DAY_OF_A_REST);
        assertThat(dondoc.type("submit", report.toString()).err()).doesNotContain("chưa xét");
    }

    @Test
    void before_the_plan_is_live_who_says_that_the_clock_is_right_ends_the_hold_all_the_same() throws IOException {
        TemporaryHome.configure(home, "goLive: \"01/06/2026\"");
        dondoc.setClock(DAY_AFTER);
        assertThat(dondoc.type("submit", report().toString()).err()).contains("chưa xét");

        assertThat(dondoc.type("run", "morning-check", "--yes").out()).contains("chưa đến ngày đưa vào vận hành");

        assertThat(dondoc.type("submit", report().toString()).err()).doesNotContain("chưa xét");
        assertThat(dondoc.type("audit", "export").out()).contains("xác nhận đồng hồ máy đúng", "36 ngày");
    }

    @Test
    void doctor_says_what_is_held_and_how_to_go_on() {
        dondoc.setClock(DAY_AFTER);
        assertThat(dondoc.type("doctor").out())
                .contains("Lỗi       Kiểm tra buổi sáng: đồng hồ máy chỉ 07:10 ngày 07/04/2026")
                .contains("các việc tự chạy được giữ lại", "dondoc run morning-check --yes");
    }

    private Path report() throws IOException {
        return Files.writeString(
                home.resolve("so-y-te.json"),
                "{\"agency\":\"so-y-te\",\"period\":\"2026\",\"entries\":[{\"duty\":\"II.1-01\",\"status\":\"in-progress\"}]}");
    }
}
