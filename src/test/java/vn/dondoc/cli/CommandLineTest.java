package vn.dondoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.acceptance.TemporaryHome;
import vn.dondoc.cli.CommandLine.Answer;

/** What scripts outside the project rely on. */
class CommandLineTest {
    private static final String DEPARTMENT = "so-thong-tin-va-truyen-thong";
    private static final String COMMUNES_CONNECTED = "II.2.1.e-07";

    @TempDir
    private Path home;

    private CommandLine dondoc;

    private static Answer duties;

    /** Asked once: the answer is long, and many tests read it. */
    @BeforeAll
    static void askForTheDuties(@TempDir Path shared) throws IOException {
        duties = new CommandLine(TemporaryHome.in(shared)).type("duties", "--format", "json");
    }

    @BeforeEach
    void installed() throws IOException {
        TemporaryHome.in(home);
        dondoc = new CommandLine(home);
    }

    // ---- duties

    @Test
    void duties_answers_with_every_duty_and_every_key() {
        assertThat(duties.exit()).isZero();
        assertThat(duties.json().size()).isGreaterThan(200);
        assertThat(duties.json())
                .allSatisfy(duty -> assertThat(keys(duty))
                        .contains(
                                "id",
                                "clause",
                                "quote",
                                "text",
                                "kind",
                                "lead",
                                "coordinating",
                                "recurrence",
                                "due",
                                "assumed",
                                "evidence",
                                "target"));
        assertThat(duties.json())
                .allSatisfy(duty -> assertThat(duty.get("kind").asText())
                        .isIn(
                                "target",
                                "deadline",
                                "one-off",
                                "annual",
                                "periodic",
                                "continuous",
                                "event",
                                "principle"));
        assertThat(texts(duties.json(), "id")).isSorted().doesNotHaveDuplicates();
        assertThat(duties.json())
                .allSatisfy(duty -> assertThat(duty.get("lead").size()).isPositive());
        assertNfc(duties);
    }

    @ParameterizedTest(name = "{0} counts {1}: {2} {3} {4}")
    @CsvSource({
        "II.2.1.e-05, provincial-bodies, >=, percent, 100",
        "II.2.1.e-06, districts, >=, percent, 100",
        "II.2.1.e-07, communes, >=, percent, 70",
        "II.2.1.a-10, agencies-and-districts, >=, percent, 30",
        "II.2.1.d-22, staff, >=, percent, 10",
        "II.1.d-05, cost, >=, percent, 10",
        "II.1.d-06, time, >=, percent, 30",
        "II.2.1.g-10, files, >=, percent, 100",
        "II.2.1.g-03, communes, >=, value, 9",
        "II.2.1.g-06, communes, >=, value, 2",
        "II.1.e-03, services, >=, value, 1",
        "I.1-03, rank, <=, value, 20",
        "I.1-04, rank, <=, value, 20"
    })
    void targets_say_what_they_count_and_how_much_of_it(String id, String of, String op, String unit, int number) {
        JsonNode target = byId(duties.json(), "id", id).get("target");
        assertThat(target.get("of").asText()).isEqualTo(of);
        assertThat(target.get("op").asText()).isEqualTo(op);
        assertThat(target.get(unit).asInt()).isEqualTo(number);
    }

    @Test
    void a_duty_names_its_leads_by_id_and_its_date_by_the_calendar() {
        JsonNode duty = byId(duties.json(), "id", COMMUNES_CONNECTED);
        assertThat(duty.get("lead")).hasSize(1);
        assertThat(duty.get("lead").get(0).asText()).isEqualTo(DEPARTMENT);
        assertThat(duty.get("due").asText()).isEqualTo("2017-12-31");
        assertThat(duty.get("assumed").asBoolean()).isFalse();
        assertThat(duty.get("kind").asText()).isEqualTo("target");
    }

    // ---- rules

    @Test
    void coverage_leaves_no_clause_uncovered() {
        Answer answer = dondoc.type("rules", "coverage", "--format", "json");
        assertThat(answer.exit()).isZero();
        assertThat(answer.json().get("uncovered").asInt()).isZero();
        JsonNode clauses = answer.json().get("clauses");
        assertThat(clauses.size()).isPositive();
        assertThat(clauses).allSatisfy(clause -> {
            assertThat(keys(clause)).contains("clause", "words", "ruledBy", "notCheckable");
            assertThat(clause.get("ruledBy").size() > 0
                            || !clause.get("notCheckable").isNull())
                    .as(clause.get("clause").asText())
                    .isTrue();
        });
        assertNfc(answer);
    }

    @Test
    void coverage_shows_of_each_rule_whether_an_example_fires_it_and_another_does_not() {
        JsonNode json = dondoc.type("rules", "coverage", "--format", "json").json();

        assertThat(json.get("rulesWithoutCases").asInt()).isZero();
        JsonNode rung = byId(json.get("rules"), "rule", "qua-han");
        assertThat(keys(rung)).containsExactly("kind", "rule", "fires", "restrained");
        assertThat(rung.get("kind").asText()).isEqualTo("rung");
        assertThat(byId(json.get("rules"), "rule", "HAN-07").get("fires").asBoolean())
                .isFalse();
    }

    @Test
    void a_duty_without_examples_is_named_by_coverage() throws IOException {
        Files.delete(home.resolve("rules/plan-881/leads.cases.yaml"));

        Answer answer = dondoc.type("rules", "coverage");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.out()).contains("“III.3-01”: thiếu ví dụ không áp dụng");
    }

    @Test
    void examples_are_counted_and_small_changes_tried_on_demand() {
        JsonNode without = dondoc.type("rules", "test", "--format", "json").json();
        assertThat(keys(without)).containsExactly("examples", "failed", "mutation");
        assertThat(without.get("failed")).isEmpty();
        assertThat(without.get("mutation").isNull()).isTrue();

        Answer answer = dondoc.type("rules", "test", "--mutate", "--sample", "700", "--format", "json");
        assertThat(answer.exit()).isZero();
        JsonNode mutation = answer.json().get("mutation");
        assertThat(keys(mutation))
                .containsExactly("tried", "refused", "noticed", "equivalent", "unnoticed", "wrongEntries");
        assertThat(mutation.get("tried").asInt()).isPositive();
    }

    @Test
    void a_change_that_no_example_notices_is_answered_with_its_cell_and_exit_1() throws IOException {
        Files.delete(home.resolve("rules/plan-881/equivalents.yaml"));

        Answer answer = dondoc.type("rules", "test", "--mutate", "--sample", "290");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.out()).contains("duties.csv, dòng ", " → ", "; cần một ví dụ", "không ai nhận ra.");
    }

    @Test
    void the_rules_that_are_shipped_have_no_mistake() {
        Answer answer = dondoc.type("rules", "check", "--format", "json");
        assertThat(answer.out()).contains("\"problems\" : [ ]", "\"warnings\" : [");
        assertThat(answer.exit()).isZero();
    }

    @Test
    void a_warning_is_told_and_exits_0() throws IOException {
        TemporaryHome.mailOnlyTo(home, unit -> !unit.equals("so-y-te"));
        Answer text = dondoc.type("rules", "check");
        assertThat(text.exit()).isZero();
        assertThat(text.out()).contains("Lưu ý: duties.csv, dòng", "“Sở Y tế”", "Không có lỗi, 1 điều cần lưu ý.");

        Answer json = dondoc.type("rules", "check", "--format", "json");
        assertThat(json.exit()).isZero();
        assertThat(json.json().get("problems")).isEmpty();
        assertThat(json.json().get("warnings")).hasSize(1);
        assertThat(json.json().get("warnings").get(0).get("hint").asText()).contains("so-y-te", "agencies.csv");
    }

    @Test
    void a_faulty_rule_file_is_answered_with_its_place_and_exit_1() throws IOException {
        Path duties = home.resolve("rules/plan-881/duties.csv");
        Files.writeString(duties, Files.readString(duties).replace("I.1-03,I.1,", "I.1-03,I.9,"));
        Answer answer = dondoc.type("rules", "check");
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.out()).contains("duties.csv", "I.9");
    }

    // ---- check and explain

    @Test
    void check_answers_with_every_key_sorted_and_exits_0_without_violations() {
        Answer answer = dondoc.type("check", "--as-of", "2017-12-18", "--format", "json");
        assertThat(answer.exit()).isZero();
        JsonNode json = answer.json();
        assertThat(keys(json)).contains("asOf", "rulesVersion", "findings");
        assertThat(json.get("asOf").asText()).isEqualTo("2017-12-18");
        assertThat(json.get("findings"))
                .allSatisfy(finding -> assertThat(keys(finding))
                        .contains(
                                "agency",
                                "duty",
                                "clause",
                                "period",
                                "state",
                                "due",
                                "assumed",
                                "measured",
                                "required",
                                "rule",
                                "explanation"));
        List<String> order = stream(json.get("findings"))
                .map(finding -> finding.get("agency").asText() + "\t"
                        + finding.get("duty").asText() + "\t"
                        + finding.get("period").asText())
                .toList();
        assertThat(order).isSorted().doesNotHaveDuplicates();
        assertNfc(answer);
    }

    @Test
    void check_exits_1_for_a_violation_and_shows_its_arithmetic() throws IOException {
        submitConnected(128);
        Answer answer = dondoc.type("check", "--as-of", "2018-01-02", "--format", "json", "--state", "VIOLATED");
        assertThat(answer.exit()).isEqualTo(1);
        JsonNode finding = answer.json().get("findings").get(0);
        assertThat(finding.get("duty").asText()).isEqualTo(COMMUNES_CONNECTED);
        assertThat(finding.get("measured").toString()).isEqualTo("{\"numerator\":128,\"denominator\":184}");
        assertThat(finding.get("required").get("percent").asInt()).isEqualTo(70);
        assertThat(finding.get("explanation").asText()).contains("128/184");
    }

    @Test
    void check_takes_a_vietnamese_date_and_narrows_to_one_unit() {
        Answer answer = dondoc.type("check", "--as-of", "18/12/2017", "--agency", "21172", "--format", "json");
        assertThat(texts(answer.json().get("findings"), "agency")).isNotEmpty().containsOnly("21172");
    }

    @Test
    void check_knows_only_what_was_received_up_to_the_end_of_the_day() throws IOException {
        submitConnected(184);
        assertThat(stateOf(COMMUNES_CONNECTED, "2017-12-17")).isEqualTo("NO_DATA");
        assertThat(stateOf(COMMUNES_CONNECTED, "2017-12-18")).isEqualTo("MET");
    }

    @Test
    void an_unknown_unit_is_answered_with_the_nearest_and_exit_2() {
        Answer answer = dondoc.type("check", "--agency", "so-noi-vy");
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("so-noi-vy", "so-noi-vu");
    }

    @Test
    void explain_says_why() throws IOException {
        submitConnected(128);
        Answer answer = dondoc.type("explain", DEPARTMENT, COMMUNES_CONNECTED, "--as-of", "2018-01-02");
        assertThat(answer.exit()).isZero();
        assertThat(answer.out()).contains("vi phạm", "128/184", "70%", "31/12/2017", "do Quyết định ấn định");
        assertNfc(answer);
    }

    @Test
    void explain_refuses_an_unknown_duty_with_the_nearest() {
        Answer answer = dondoc.type("explain", DEPARTMENT, "II.2.1.e-7");
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("II.2.1.e-7", "có phải");
    }

    // ---- submit

    @Test
    void a_good_report_is_accepted() throws IOException {
        Answer answer = dondoc.type("submit", "--format", "json", report("status", "in-progress"));
        assertThat(answer.exit()).isZero();
        JsonNode receipt = answer.json().get(0);
        assertThat(receipt.get("accepted")).hasSize(1);
        assertThat(receipt.get("refused")).isEmpty();
    }

    @Test
    void a_refused_row_is_answered_with_place_reason_and_hint_and_exit_1() throws IOException {
        Answer answer = dondoc.type("submit", "--format", "json", report("status", "xong rồi"));
        assertThat(answer.exit()).isEqualTo(1);
        JsonNode refused = answer.json().get(0).get("refused").get(0);
        assertThat(refused.get("place").asText()).isNotBlank();
        assertThat(refused.get("message").asText()).contains("xong rồi");
        assertThat(refused.get("hint").asText()).isNotBlank();
        assertThat(answer.json().get(0).get("accepted")).isEmpty();
        assertNfc(answer);
    }

    @Test
    void the_moment_of_receipt_counts_only_in_a_backdated_import() throws IOException {
        String file = file("cũ.json", """
                {"agency": "%s", "period": "2017-Q3", "receivedAt": "2017-09-12T09:00:00+07:00", "entries": [
                 {"duty": "%s", "status": "in-progress", "numerator": 184, "denominator": 184}]}
                """.formatted(DEPARTMENT, COMMUNES_CONNECTED));
        assertThat(dondoc.type("submit", file).exit()).isEqualTo(1);
        assertThat(dondoc.type("submit", "--backdated", file).exit()).isZero();
        assertThat(stateOf(COMMUNES_CONNECTED, "2017-09-13")).isEqualTo("MET");
    }

    @Test
    void a_file_that_is_not_there_is_a_mistake_of_usage() {
        Answer answer = dondoc.type("submit", home.resolve("không có.json").toString());
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("không có.json");
    }

    // ---- run and outbox

    @Test
    void a_morning_runs_as_of_an_instant_and_a_second_time_changes_nothing() {
        Answer morning = dondoc.type("run", "morning-check", "--at", "2017-12-18T07:00");
        assertThat(morning.exit()).isZero();
        JsonNode letters = dondoc.type("outbox", "list", "--format", "json").json();
        assertThat(letters.size()).isPositive();
        assertThat(keys(letters.get(0)))
                .contains("id", "state", "kind", "to", "subject", "items", "messageId", "reason");
        dondoc.type("run", "morning-check", "--at", "2017-12-18T07:00");
        assertThat(dondoc.type("outbox", "list", "--format", "json").json()).hasSize(letters.size());
    }

    @Test
    void an_unknown_job_is_answered_with_the_nearest_and_exit_2() {
        Answer answer = dondoc.type("run", "morning-chek");
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("morning-chek", "morning-check");
    }

    @Test
    void real_mail_for_another_day_wants_to_be_confirmed() throws IOException {
        TemporaryHome.configure(home, "transport: smtp", "host: localhost");
        Answer answer = dondoc.type("run", "morning-check", "--at", "2017-12-19T07:00");
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("--yes");
        assertThat(dondoc.type("run", "morning-check", "--at", "2017-12-19T07:00", "--yes")
                        .exit())
                .isZero();
    }

    @Test
    void an_officer_pauses_and_resumes_sending() {
        dondoc.type("run", "morning-check", "--at", "2017-12-18T07:00");
        assertThat(dondoc.type("outbox", "pause", "--author", "Nguyễn Thị A", "--reason", "kiểm tra lại")
                        .exit())
                .isZero();
        assertThat(dondoc.type("run", "send", "--at", "2017-12-18T07:35").out()).contains("Đã gửi 0", "tạm dừng");
        assertThat(dondoc.type("outbox", "list").out()).contains("Nguyễn Thị A", "kiểm tra lại");
        dondoc.type("outbox", "resume", "--author", "Nguyễn Thị A", "--reason", "đã xem");
        assertThat(dondoc.type("run", "send", "--at", "2017-12-18T07:40").out()).doesNotContain("Đã gửi 0");
    }

    @Test
    void an_officer_releases_a_letter_that_waits() throws IOException {
        TemporaryHome.configure(home, "release: all");
        dondoc.type("run", "morning-check", "--at", "2017-12-18T07:00");
        JsonNode held = dondoc.type("outbox", "list", "--state", "held", "--format", "json")
                .json();
        String first = held.get(0).get("id").asText();
        assertThat(dondoc.type("outbox", "release", first, "--author", "Nguyễn Thị A")
                        .exit())
                .isZero();
        assertThat(dondoc.type("outbox", "release", first, "--author", "Nguyễn Thị A")
                        .exit())
                .as("it waits no more")
                .isEqualTo(1);
        assertThat(dondoc.type("outbox", "list", "--state", "queued", "--format", "json")
                        .json())
                .hasSize(1);
        assertThat(dondoc.type("outbox", "release", "--all", "--author", "Nguyễn Thị A")
                        .exit())
                .isZero();
        assertThat(dondoc.type("outbox", "list", "--state", "held", "--format", "json")
                        .json())
                .isEmpty();
    }

    @Test
    void an_officer_without_a_name_or_a_reason_cannot_pause() {
        Answer answer = dondoc.type("outbox", "pause", "--author", " ", "--reason", "x");
        assertThat(answer.exit()).isEqualTo(2);
    }

    @Test
    void an_unknown_state_of_letters_is_answered_with_the_nearest() {
        Answer answer = dondoc.type("outbox", "list", "--state", "hold");
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("held");
    }

    // ---- usage and configuration

    @Test
    void a_mistake_in_the_configuration_is_named_with_file_and_line_and_exit_2() throws IOException {
        Path file = home.resolve("config/dondoc.yaml");
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        int line = lines.indexOf("  release: alerts");
        lines.set(line, "  relese: alerts");
        Files.write(file, lines);
        Answer answer = dondoc.type("check");
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("dondoc.yaml", String.valueOf(line + 1), "relese", "release");
        assertThat(answer.out()).isEmpty();
        assertThat(Files.exists(home.resolve("data"))).as("nothing was done").isFalse();
    }

    @Test
    void all_mistakes_of_a_configuration_are_named_at_once() throws IOException {
        TemporaryHome.configure(home, "release: sometimes", "maxMegabytes: nhiều", "goLive: \"31/02/2018\"");
        assertThat(dondoc.type("check").err()).contains("sometimes", "nhiều", "31/02/2018");
    }

    @ParameterizedTest
    @CsvSource({"chek", "check --as-of hôm-qua", "check --state DONE", "outbox", "rules", "run", "submit"})
    void wrong_usage_exits_2(String words) {
        Answer answer = dondoc.type(words.split(" "));
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).isNotBlank();
    }

    @Test
    void help_exits_0() {
        assertThat(dondoc.type("--help").exit()).isZero();
        assertThat(dondoc.type("check", "--help").out()).contains("--as-of");
    }

    private void submitConnected(int communes) throws IOException {
        assertThat(dondoc.type("submit", file("báo cáo.json", """
                        {"agency": "%s", "period": "2017-Q4", "entries": [
                         {"duty": "%s", "status": "in-progress", "numerator": %d, "denominator": 184}]}
                        """.formatted(DEPARTMENT, COMMUNES_CONNECTED, communes)))
                        .exit())
                .isZero();
    }

    private String report(String key, String value) throws IOException {
        return file("báo cáo.json", """
                {"agency": "so-y-te", "period": "2017-Q4", "entries": [{"duty": "III.1-03", "%s": "%s"}]}
                """.formatted(key, value));
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(home.resolve(name), content).toString();
    }

    private String stateOf(String duty, String day) {
        Answer answer = dondoc.type("check", "--as-of", day, "--agency", DEPARTMENT, "--format", "json");
        return byId(answer.json().get("findings"), "duty", duty).get("state").asText();
    }

    private static JsonNode byId(JsonNode list, String key, String id) {
        return stream(list)
                .filter(entry -> entry.get(key).asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + id));
    }

    private static List<String> texts(JsonNode list, String key) {
        return stream(list).map(entry -> entry.get(key).asText()).toList();
    }

    private static List<String> keys(JsonNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static void assertNfc(Answer answer) {
        assertThat(Normalizer.isNormalized(answer.out() + answer.err(), Normalizer.Form.NFC))
                .as("NFC")
                .isTrue();
    }
}
