package vn.dondoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.acceptance.TemporaryHome;
import vn.dondoc.cli.CommandLine.Answer;

/** Promises, extensions, exemptions and silences as officers type them. */
class ArrangementCommandsTest {
    private static final String HEALTH = "so-y-te";
    private static final String REPORT = "III.1-03";

    @TempDir
    private Path home;

    private CommandLine dondoc;

    @BeforeEach
    void installed() throws IOException {
        TemporaryHome.in(home);
        dondoc = new CommandLine(home);
    }

    @Test
    void a_promise_is_taken_told_by_explain_and_refused_a_second_time() {
        Answer first = ack("--until", "05/01/2018");
        assertThat(first.exit()).isZero();
        assertThat(first.out()).contains(HEALTH, REPORT, "2017-Q3", "05/01/2018", "Phó Giám đốc");
        assertThat(explain("2017-12-18"))
                .contains("Hẹn nộp đến hết ngày 05/01/2018 (Phó Giám đốc hẹn ngày 18/12/2017, qua dondoc ack).");
        assertThat(explain("2017-12-17")).doesNotContain("Hẹn nộp");
        assertThat(explain("2018-01-05")).doesNotContain("đã qua mà chưa thực hiện");
        assertThat(explain("2018-01-06")).contains("đã qua mà chưa thực hiện");
        Answer second = ack("--until", "12/01/2018");
        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.out()).isEmpty();
        assertThat(second.err()).contains("đã hẹn 1 lần", "05/01/2018", "Không ghi: 1 lỗi.");
    }

    @Test
    void how_far_ahead_a_promise_may_lie_is_configured() throws IOException {
        TemporaryHome.configure(home, "longestPromiseDays: 10");
        assertThat(ack("--until", "2017-12-29").err()).contains("xa quá 10 ngày", "28/12/2017");
        assertThat(ack("--until", "2017-12-28").exit()).isZero();
    }

    @Test
    void an_unknown_unit_or_duty_is_a_mistake_of_usage() {
        Answer unit = dondoc.type("ack", "so-y-to", REPORT, "--until", "2018-01-05", "--by", "A");
        assertThat(unit.exit()).isEqualTo(2);
        assertThat(unit.err()).contains("so-y-te");
        Answer duty = dondoc.type("ack", HEALTH, "III.1-3", "--until", "2018-01-05", "--by", "A");
        assertThat(duty.exit()).isEqualTo(2);
        assertThat(duty.err()).contains("có phải");
    }

    @Test
    void an_extension_and_an_exemption_are_taken_and_told_by_explain() {
        Answer extended = grant("extend", "2017-Q3", "--to", "31/01/2018");
        assertThat(extended.exit()).isZero();
        assertThat(extended.out()).contains("gia hạn đến hết ngày 31/01/2018", "123/SNV-CCHC", "15/12/2017");
        Answer exempted = grant("exempt", "2017-H1");
        assertThat(exempted.exit()).isZero();
        assertThat(exempted.out()).contains("Được miễn theo văn bản 123/SNV-CCHC ngày 15/12/2017");
        assertThat(explain("2017-12-18")).contains("Được gia hạn đến hết ngày 31/01/2018");
        assertThat(grant("extend", "2017-Q4", "--to", "01/12/2017").exit()).isEqualTo(1);
    }

    @Test
    void a_silence_is_taken_listed_told_by_explain_and_ended() {
        Answer added = silence("--agency", HEALTH, "--until", "31/12/2017");
        assertThat(added.exit()).isZero();
        assertThat(added.out()).contains("số 1", "đơn vị so-y-te", "18/12/2017", "31/12/2017", "sắp xếp lại");
        assertThat(explain("2017-12-31")).contains("Đang tạm dừng nhắc số 1");
        assertThat(explain("2018-01-01")).doesNotContain("tạm dừng nhắc");
        assertThat(dondoc.type("silence", "list").out()).contains("đang có hiệu lực", "1 lần tạm dừng nhắc");
        assertThat(dondoc.type("silence", "end", "1", "--by", "A").exit()).isZero();
        assertThat(dondoc.type("silence", "end", "1", "--by", "A").exit()).isEqualTo(1);
        assertThat(dondoc.type("silence", "list").out()).contains("đã dừng ngày 18/12/2017");
        assertThat(silence("--until", "31/12/2017").err()).contains("chưa nêu phạm vi");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ack",
                "ack so-y-te III.1-03 --by A",
                "ack so-y-te III.1-03 --until 2018-01-05",
                "extend so-y-te III.1-03 --period 2017-Q3 --to 2018-01-31 --by A",
                "exempt so-y-te III.1-03 --period 2017-Q3 --document 1/SNV --by A",
                "silence",
                "silence add --agency so-y-te --until 2018-01-05 --by A",
                "silence end"
            })
    void what_is_required_is_asked_for(String words) {
        assertThat(dondoc.type(words.split(" ")).exit()).isEqualTo(2);
    }

    private Answer ack(String... more) {
        return typed(new String[] {"ack", HEALTH, REPORT, "--period", "2017-Q3", "--by", "Phó Giám đốc"}, more);
    }

    private Answer grant(String command, String period, String... more) {
        return typed(
                new String[] {
                    command,
                    HEALTH,
                    REPORT,
                    "--period",
                    period,
                    "--document",
                    "123/SNV-CCHC",
                    "--dated",
                    "15/12/2017",
                    "--by",
                    "Chuyên viên"
                },
                more);
    }

    private Answer silence(String... more) {
        return typed(
                new String[] {"silence", "add", "--reason", "đang sắp xếp lại tổ chức", "--by", "Chuyên viên"}, more);
    }

    private String explain(String day) {
        return dondoc.type("explain", HEALTH, REPORT, "--as-of", day).out();
    }

    private Answer typed(String[] words, String... more) {
        String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return dondoc.type(all);
    }
}
