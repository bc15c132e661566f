package vn.dondoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.acceptance.TemporaryHome;
import vn.dondoc.cli.CommandLine.Answer;

/** Rules that hold from one day to another, and rules that are only tried. */
class TrialAndDatedRulesTest {
    private static final String QUARTERLY = "III.1-03";
    private static final String CONNECTED = "II.2.1.e-07";
    private static final String COMMUNICATIONS = "so-thong-tin-va-truyen-thong";

    @TempDir
    private Path home;

    private CommandLine dondoc = new CommandLine(Path.of(""));

    @BeforeEach
    void install() throws IOException {
        TemporaryHome.in(home);
        TemporaryHome.mailOnlyTo(home, "so-y-te"::equals);
        dondoc = new CommandLine(home);
    }

    private void edit(String file, String before, String after) throws IOException {
        Path edited = home.resolve("rules/plan-881").resolve(file);
        String text = Files.readString(edited);
        assertThat(text).contains(before);
        Files.writeString(edited, text.replace(before, after));
    }

    private JsonNode finding(String day, String agency, String duty) {
        Answer answer = dondoc.type("check", "--as-of", day, "--agency", agency, "--format", "json");
        assertThat(answer.exit()).as(answer.err()).isLessThan(2);
        return StreamSupport.stream(answer.json().get("findings").spliterator(), false)
                .filter(finding -> finding.get("duty").asText().equals(duty))
                .findFirst()
                .orElseThrow();
    }

    private List<String> problems() {
        return dondoc.type("rules", "check").out().lines().toList();
    }

    private void tryOnly(String duty) throws IOException {
        Path duties = home.resolve("rules/plan-881/duties.csv");
        List<String> lines = Files.readAllLines(duties);
        lines.set(0, lines.get(0) + ",Thử nghiệm");
        lines.replaceAll(line -> line.startsWith(duty + ",") ? line + ",x" : line);
        Files.write(duties, lines);
    }

    @Test
    void a_duty_on_trial_is_judged_and_shown_and_never_mailed() throws IOException {
        tryOnly(QUARTERLY);
        dondoc.setClock("2018-03-05T07:00");

        JsonNode tried = finding("2018-03-05", "so-y-te", QUARTERLY);
        assertThat(tried.get("trial").asBoolean()).isTrue();
        assertThat(tried.get("explanation").asText()).contains("Quy tắc đang thử nghiệm: chỉ để xem, không gửi thư.");

        dondoc.type("run", "morning-check");
        String letter = dondoc.type("outbox", "show", "1").out();
        assertThat(letter).contains("Sở Y tế").doesNotContain(QUARTERLY);
        assertThat(dondoc.type("why", "so-y-te", "--on", "2018-03-05").out())
                .contains("quy tắc đang thử nghiệm, chỉ để xem");
    }

    @Test
    void a_duty_that_is_not_on_trial_is_mailed() {
        dondoc.setClock("2018-03-05T07:00");
        dondoc.type("run", "morning-check");

        assertThat(dondoc.type("outbox", "show", "1").out()).contains("Sở Y tế", QUARTERLY);
    }

    @Test
    void one_rule_of_a_target_follows_another() throws IOException {
        edit(
                "targets.dslr",
                "    Phải đạt ít nhất 70% số \"xã, phường, thị trấn\"\n",
                "    Phải đạt ít nhất 70% số \"xã, phường, thị trấn\"\n    Áp dụng đến ngày \"31/12/2017\"\n");
        append("Áp dụng từ ngày \"01/01/2018\"");
        edit("duties.csv", "\"70% hiểu là", "\"80% theo Công văn số 12/UBND-NC ngày 05/12/2017. 70% hiểu là");

        assertThat(problems().get(problems().size() - 1)).startsWith("Không có lỗi");
        assertThat(percentOn("2017-12-31")).isEqualTo(70);
        assertThat(percentOn("2018-01-01")).isEqualTo(80);
    }

    @Test
    void two_rules_of_a_target_never_hold_on_one_day() throws IOException {
        append("Áp dụng từ ngày \"01/01/2018\"");

        assertThat(problems())
                .anyMatch(line -> line.startsWith("targets.dslr, dòng ")
                        && line.contains("chỉ tiêu có hai quy tắc cùng áp dụng"));
    }

    @Test
    void a_target_is_asked_of_nobody_before_its_rule_holds() throws IOException {
        edit(
                "targets.dslr",
                "    Phải đạt ít nhất 70% số \"xã, phường, thị trấn\"\n",
                "    Phải đạt ít nhất 70% số \"xã, phường, thị trấn\"\n    Áp dụng từ ngày \"01/09/2017\"\n");

        assertThat(dondoc.type("check", "--as-of", "2017-08-31", "--agency", COMMUNICATIONS)
                        .out())
                .doesNotContain(CONNECTED);
        assertThat(percentOn("2017-09-01")).isEqualTo(70);
    }

    @Test
    void a_target_on_trial_is_no_violation_of_a_unit() throws IOException {
        edit(
                "targets.dslr",
                "    Phải đạt ít nhất 70% số \"xã, phường, thị trấn\"\n",
                "    Phải đạt ít nhất 70% số \"xã, phường, thị trấn\"\n    Đang thử nghiệm\n");

        assertThat(finding("2018-01-02", COMMUNICATIONS, CONNECTED).get("trial").asBoolean())
                .isTrue();
    }

    @Test
    void a_target_on_trial_beside_the_one_in_force_is_judged_and_shown() throws IOException {
        append("Đang thử nghiệm\n    Áp dụng từ ngày \"02/01/2018\"\n    Áp dụng đến ngày \"03/01/2018\"");

        assertThat(problems().get(problems().size() - 1)).startsWith("Không có lỗi");
        assertThat(triedPercentOn("2018-01-01")).isNull();
        assertThat(triedPercentOn("2018-01-02")).isEqualTo(80);
        assertThat(triedPercentOn("2018-01-03")).isEqualTo(80);
        assertThat(triedPercentOn("2018-01-04")).isNull();
        assertThat(dondoc.type("explain", COMMUNICATIONS, CONNECTED, "--as-of", "2018-01-02")
                        .out())
                .contains("Theo quy tắc đang thử nghiệm: ", "chỉ để xem, không gửi thư", "80%");
    }

    /** 150 of 184 communes are above the 70 % in force, and below the 90 % on trial. */
    @Test
    void a_target_is_mailed_about_by_the_rule_in_force_alone(@TempDir Path other) throws IOException {
        home = TemporaryHome.in(other);
        TemporaryHome.mailOnlyTo(home, COMMUNICATIONS::equals);
        dondoc = new CommandLine(home);
        edit(
                "targets.dslr",
                "    Phải đạt ít nhất 70% số \"xã, phường, thị trấn\"\n",
                "    Phải đạt ít nhất 90% số \"xã, phường, thị trấn\"\n    Đang thử nghiệm\n");
        append("Áp dụng đến ngày \"31/12/2018\"");
        dondoc.setClock("2017-12-20T08:00");
        Path report = Files.writeString(home.resolve("báo cáo.json"), """
                {"agency": "so-thong-tin-va-truyen-thong", "period": "2017-Q4", "entries": [
                 {"duty": "II.2.1.e-07", "status": "in-progress", "numerator": 150, "denominator": 184}]}
                """);
        assertThat(dondoc.type("submit", report.toString()).exit()).isZero();
        dondoc.setClock("2018-01-02T07:00");
        dondoc.type("run", "morning-check");

        JsonNode judged = finding("2018-01-02", COMMUNICATIONS, CONNECTED);
        assertThat(judged.get("state").asText()).isEqualTo("MET");
        assertThat(judged.get("trialVerdict").get("state").asText()).isEqualTo("VIOLATED");
        assertThat(dondoc.type("outbox", "list").out())
                .contains("Sở Thông tin và Truyền thông")
                .doesNotContain("vi phạm");
    }

    private @Nullable Integer triedPercentOn(String day) {
        JsonNode finding = finding(day, COMMUNICATIONS, CONNECTED);
        assertThat(finding.get("trial").asBoolean()).isFalse();
        assertThat(finding.get("required").get("percent").asInt()).isEqualTo(70);
        JsonNode tried = finding.get("trialVerdict");
        return tried.isNull() ? null : tried.get("required").get("percent").asInt();
    }

    @Test
    void two_rules_of_a_target_are_never_tried_on_one_day() throws IOException {
        append("Đang thử nghiệm");
        append("Đang thử nghiệm", "giai đoạn khác");

        assertThat(problems()).anyMatch(line -> line.contains("chỉ tiêu có hai quy tắc cùng áp dụng"));
    }

    private int percentOn(String day) {
        return finding(day, COMMUNICATIONS, CONNECTED)
                .get("required")
                .get("percent")
                .asInt();
    }

    private void append(String sentence) throws IOException {
        append(sentence, "giai đoạn sau");
    }

    private void append(String sentence, String name) throws IOException {
        Path targets = home.resolve("rules/plan-881/targets.dslr");
        Files.writeString(
                targets,
                Files.readString(targets) + "\nquy tắc \"Kết nối cấp xã, " + name + "\"\nkhi\n    Chỉ tiêu \""
                        + CONNECTED
                        + "\"\nthì\n    Phải đạt ít nhất 80% số \"xã, phường, thị trấn\"\n    " + sentence
                        + "\nkết thúc\n");
    }
}
