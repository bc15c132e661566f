package vn.dondoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.acceptance.TemporaryHome;

/** Rows of the ladder that hold from one day to another, and rows that are only tried. */
class TrialAndDatedLadderTest {
    private static final String URGING = "qua-han,quá hạn,mọi loại,,hạn,1,10,,thư đơn vị,đôn đốc,thủ trưởng,1,,,,";
    private static final String DATES_AND_TRIAL = ",,,,";

    @TempDir
    private Path home;

    private CommandLine dondoc = new CommandLine(Path.of(""));

    @BeforeEach
    void install() throws IOException {
        TemporaryHome.in(home);
        TemporaryHome.mailOnlyTo(home, "so-y-te"::equals);
        dondoc = new CommandLine(home);
    }

    private static String urging(String tone, String from, String to, String trial) {
        return URGING.replace(",đôn đốc,", "," + tone + ",")
                .replace(DATES_AND_TRIAL, "," + from + "," + to + "," + trial + ",");
    }

    private void replaceUrgingBy(String... rows) throws IOException {
        Path ladder = home.resolve("rules/plan-881/reminders.csv");
        List<String> lines = new ArrayList<>(Files.readAllLines(ladder));
        assertThat(lines.removeIf(line -> line.startsWith(URGING))).isTrue();
        lines.addAll(Arrays.asList(rows));
        Files.write(ladder, lines);
    }

    private void checkOn(String day) {
        dondoc.setClock(day + "T07:00");
        dondoc.type("run", "morning-check");
    }

    /** What was decided about the report of the third quarter, which is overdue on every day asked for here. */
    private String reasonOn(String day) {
        return dondoc.type("why", "so-y-te", "--on", day)
                .out()
                .lines()
                .filter(line -> line.contains("III.1-03, kỳ 2017-Q3"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> problems() {
        return dondoc.type("rules", "check")
                .out()
                .lines()
                .filter(line -> line.startsWith("reminders.csv"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"2018-03-05,đôn đốc", "2018-03-06,đôn đốc", "2018-03-07,đề nghị", "2018-03-08,đề nghị"})
    void one_row_of_a_rung_follows_another(String day, String tone) throws IOException {
        replaceUrgingBy(urging("đôn đốc", "", "06/03/2018", ""), urging("đề nghị", "07/03/2018", "", ""));

        assertThat(problems()).isEmpty();
        checkOn(day);
        assertThat(reasonOn(day)).endsWith("(" + tone + ")");
    }

    @Test
    void a_past_day_is_shown_by_the_row_of_its_day() throws IOException {
        replaceUrgingBy(urging("đôn đốc", "", "", ""), urging("báo cáo lãnh đạo", "06/03/2018", "07/03/2018", "x"));
        dondoc.setClock("2018-04-02T07:00");

        assertThat(triedOn("2018-03-05")).isEmpty();
        assertThat(triedOn("2018-03-06")).isNotEmpty();
        assertThat(triedOn("2018-03-07")).isNotEmpty();
        assertThat(triedOn("2018-03-08")).isEmpty();
    }

    private List<String> triedOn(String day) {
        return dondoc.type("explain", "so-y-te", "III.1-03", "--as-of", day)
                .out()
                .lines()
                .filter(line -> line.contains("Bậc nhắc đang thử nghiệm"))
                .toList();
    }

    @Test
    void a_row_on_trial_is_shown_and_never_mailed() throws IOException {
        replaceUrgingBy(urging("đôn đốc", "", "", ""), urging("báo cáo lãnh đạo", "", "", "x"));

        assertThat(problems()).isEmpty();
        checkOn("2018-03-05");
        assertThat(reasonOn("2018-03-05"))
                .contains("(đôn đốc; bậc nhắc đang thử nghiệm: sẽ nhắc qua-han/")
                .contains("giọng “báo cáo lãnh đạo”");
        assertThat(dondoc.type("outbox", "show", "1").out())
                .contains("III.1-03")
                .doesNotContain("báo cáo lãnh đạo");
        assertThat(dondoc.type("check", "--agency", "so-y-te", "--format", "json")
                        .json()
                        .findValuesAsText("trialStage"))
                .anyMatch(shown -> shown.endsWith("chỉ để xem, không gửi thư."));
    }

    @Test
    void two_rows_never_hold_on_one_day() throws IOException {
        replaceUrgingBy(urging("đôn đốc", "", "07/03/2018", ""), urging("đề nghị", "07/03/2018", "", ""));

        assertThat(problems()).anyMatch(problem -> problem.contains("cùng ứng với một trường hợp"));
    }
}
