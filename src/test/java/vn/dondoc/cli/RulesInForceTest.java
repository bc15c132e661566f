package vn.dondoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.acceptance.TemporaryHome;

/** Rules come in force as a whole, with author, moment and reason; the past keeps the rules of its day. */
class RulesInForceTest {
    private static final String QUARTERLY = "III.1-03";
    private static final String OLD_DATE = ",trước 01/01/2018,Quyết định,";
    private static final String NEW_DATE = ",trước 01/02/2018,giả định,";
    private static final String CONNECTED = "II.2.1.e-05";

    @TempDir
    private Path home;

    private CommandLine dondoc;

    @BeforeEach
    void install() throws IOException {
        TemporaryHome.in(home);
        TemporaryHome.mailOnlyTo(home, unit -> unit.startsWith("so-"));
        dondoc = new CommandLine(home);
        dondoc.setClock("2017-12-18T08:00");
    }

    private CommandLine.Answer check(String moment) {
        dondoc.setClock(moment);
        return dondoc.type("run", "morning-check");
    }

    private void edit(String before, String after) throws IOException {
        Path duties = home.resolve("rules/plan-881/duties.csv");
        String text = Files.readString(duties);
        assertThat(text).contains(before);
        Files.writeString(duties, text.replace(before, after));
    }

    private CommandLine.Answer publish(String... more) {
        return dondoc.type(Stream.concat(
                        Stream.of("rules", "publish", "--by", "Nguyễn Thị A", "--reason", "Công văn 12/SNV-CCHC"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private JsonNode history() {
        return dondoc.type("rules", "history", "--format", "json").json();
    }

    private String dueOf(String duty) {
        for (JsonNode each : dondoc.type("duties", "--format", "json").json()) {
            if (each.get("id").asText().equals(duty)) {
                return each.get("due").asText();
            }
        }
        throw new AssertionError(duty);
    }

    private List<Path> letters() throws IOException {
        Path folder = home.resolve("data/letters");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml")).toList();
        }
    }

    @Test
    void the_first_check_records_what_is_in_force() {
        assertThat(history().get("publications")).isEmpty();

        check("2017-12-18T07:00");

        JsonNode first = history().get("publications").get(0);
        assertThat(first.get("number").asInt()).isEqualTo(1);
        assertThat(first.get("reason").asText()).isEqualTo("Bản đầu tiên khi đưa vào vận hành");
        assertThat(history().get("edited").asBoolean()).isFalse();
    }

    @Test
    void an_edit_counts_once_it_is_published_and_says_who_and_why() throws IOException {
        check("2017-12-18T07:00");
        String before = dueOf(CONNECTED);

        edit(OLD_DATE, NEW_DATE);
        assertThat(dueOf(CONNECTED)).isEqualTo(before);
        assertThat(history().get("edited").asBoolean()).isTrue();

        dondoc.setClock("2017-12-18T09:00");
        CommandLine.Answer answer = publish();
        assertThat(answer.exit()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("lần 2", "09:00 ngày 18/12/2017", "Nguyễn Thị A: Công văn 12/SNV-CCHC");
        assertThat(dueOf(CONNECTED)).isNotEqualTo(before);
        assertThat(history().get("edited").asBoolean()).isFalse();
    }

    @Test
    void a_faulty_edit_is_refused_with_its_cell_and_the_old_rules_stay_in_force() throws IOException {
        check("2017-12-18T07:00");
        String before = dueOf(CONNECTED);
        edit(OLD_DATE, ",sớm,Quyết định,");

        CommandLine.Answer answer = publish();

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("duties.csv, dòng", "cột “Hạn”", "quy tắc cũ vẫn có hiệu lực");
        assertThat(dueOf(CONNECTED)).isEqualTo(before);
        assertThat(history().get("publications")).hasSize(1);
        assertThat(dondoc.type("check", "--as-of", "2017-12-18").exit()).isLessThan(2);
    }

    @Test
    void a_faulty_edit_found_by_a_job_is_told_to_the_administrators_in_one_letter() throws IOException {
        check("2017-12-18T07:00");
        dondoc.type("run", "send");
        int before = letters().size();
        edit(OLD_DATE, ",sớm,Quyết định,");

        check("2017-12-19T07:00");
        check("2017-12-20T07:00");
        dondoc.setClock("2017-12-20T08:00");
        dondoc.type("run", "send");

        List<String> told = dondoc.type("outbox", "list")
                .out()
                .lines()
                .filter(line -> line.contains("Quy tắc chưa được áp dụng"))
                .toList();
        assertThat(told).hasSize(1);
        assertThat(letters().size()).isGreaterThan(before);
        assertThat(history().get("publications")).hasSize(1);
    }

    @Test
    void a_past_day_is_judged_by_the_rules_of_its_day_and_days_before_the_first_by_the_first() throws IOException {
        check("2017-12-18T07:00");
        String first = versionOn("2017-06-01");
        edit(OLD_DATE, NEW_DATE);
        dondoc.setClock("2017-12-20T09:00");
        publish();

        assertThat(versionOn("2017-06-01")).isEqualTo(first);
        assertThat(versionOn("2017-12-19")).isEqualTo(first);
        assertThat(versionOn("2017-12-20")).isNotEqualTo(first);
        assertThat(stateOn("2017-12-19", "--rules", "2")).isEqualTo(stateOn("2017-12-19", "--rules", "now"));
    }

    private String versionOn(String day) {
        return dondoc.type("check", "--as-of", day, "--format", "json")
                .json()
                .get("rulesVersion")
                .asText();
    }

    private String stateOn(String day, String... more) {
        return dondoc.type(Stream.concat(Stream.of("check", "--as-of", day, "--format", "json"), Stream.of(more))
                        .toArray(String[]::new))
                .json()
                .get("rulesVersion")
                .asText();
    }

    @Test
    void a_rollback_puts_the_version_before_in_force_and_in_the_folder_and_keeps_the_edit() throws IOException {
        check("2017-12-18T07:00");
        String original = Files.readString(home.resolve("rules/plan-881/duties.csv"));
        edit(OLD_DATE, NEW_DATE);
        publish();

        CommandLine.Answer back = dondoc.type("rules", "rollback", "--by", "Trần Văn B", "--reason", "ghi nhầm ngày");

        assertThat(back.exit()).as(back.err()).isZero();
        assertThat(Files.readString(home.resolve("rules/plan-881/duties.csv"))).isEqualTo(original);
        assertThat(back.out()).contains("lần 3", "được giữ tại");
        assertThat(history().get("publications")).hasSize(3);
        assertThat(history().get("publications").get(2).get("version"))
                .isEqualTo(history().get("publications").get(0).get("version"));
        try (Stream<Path> kept = Files.walk(home.resolve("rules/.da-thay"))) {
            assertThat(kept.filter(file -> file.endsWith("duties.csv")).toList())
                    .singleElement()
                    .satisfies(file -> assertThat(Files.readString(file)).contains(NEW_DATE));
        }
    }

    @Test
    void every_further_rollback_goes_one_further_back_and_never_to_what_was_rolled_back() throws IOException {
        check("2017-12-18T07:00");
        edit(OLD_DATE, NEW_DATE);
        publish();
        edit(NEW_DATE, ",trước 01/03/2018,giả định,");
        publish();

        assertThat(rollback().exit()).isZero();
        assertThat(versions()).containsExactly(1, 2, 3, 2);
        assertThat(rollback().exit()).isZero();
        assertThat(versions()).containsExactly(1, 2, 3, 2, 1);

        CommandLine.Answer none = rollback();
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).contains("Chưa có phiên bản nào trước bản đang áp dụng");
        assertThat(versions()).hasSize(5);
    }

    @Test
    void an_edit_after_a_rollback_is_taken_back_to_what_the_rollback_restored() throws IOException {
        check("2017-12-18T07:00");
        edit(OLD_DATE, NEW_DATE);
        publish();
        rollback();
        edit(OLD_DATE, ",trước 01/03/2018,giả định,");
        publish();

        assertThat(rollback().exit()).isZero();
        assertThat(versions()).containsExactly(1, 2, 1, 4, 1);
    }

    private CommandLine.Answer rollback() {
        dondoc.setClock(
                "2017-12-18T%02d:00".formatted(9 + history().get("publications").size()));
        return dondoc.type("rules", "rollback", "--by", "Trần Văn B", "--reason", "ghi nhầm ngày");
    }

    /** Of every publication, the number of the one that had its content first. */
    private List<Integer> versions() {
        List<String> published = history().get("publications").findValuesAsText("version");
        return published.stream().map(version -> published.indexOf(version) + 1).toList();
    }

    @Test
    void a_difference_is_told_in_duties_and_dates() throws IOException {
        check("2017-12-18T07:00");
        edit(OLD_DATE, NEW_DATE);

        CommandLine.Answer diff = dondoc.type("rules", "diff");

        assertThat(diff.out())
                .contains(
                        "sửa nhiệm vụ " + CONNECTED,
                        "Hạn: “trước 01/01/2018” → “trước 01/02/2018”",
                        "ngày cuối của kỳ 2017: “31/12/2017” → “31/01/2018”");
        assertThat(diff.out()).doesNotContain(QUARTERLY);
        assertThat(dondoc.type("rules", "diff", "1", "1").out()).contains("Không khác nhau.");
    }

    @Test
    void another_folder_is_published_into_the_place_of_the_homes_own() throws IOException {
        check("2017-12-18T07:00");
        Path edited =
                TemporaryHome.in(Files.createDirectories(home.resolve("thu"))).resolve("rules");
        Path duties = edited.resolve("plan-881/duties.csv");
        Files.writeString(duties, Files.readString(duties).replace(OLD_DATE, NEW_DATE));

        CommandLine.Answer answer = publish("--rules", edited.toString());

        assertThat(answer.exit()).as(answer.err()).isZero();
        assertThat(Files.readString(home.resolve("rules/plan-881/duties.csv"))).contains(NEW_DATE);
        assertThat(history().get("edited").asBoolean()).isFalse();
    }

    @Test
    void examples_of_the_edited_duty_are_named_and_do_not_stand_in_the_way() throws IOException {
        check("2017-12-18T07:00");
        edit(OLD_DATE, NEW_DATE);

        CommandLine.Answer answer = publish();

        assertThat(answer.exit()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("Lưu ý: ", ".cases.yaml, dòng", "ghi theo quy tắc cũ");
    }

    @Test
    void an_example_that_failed_before_stands_in_nobodys_way() throws IOException {
        check("2017-12-18T07:00");
        edit(OLD_DATE, NEW_DATE);
        Path examples = home.resolve("rules/plan-881/own.cases.yaml");
        Files.writeString(examples, """
                cases:
                  - {name: "Báo cáo quý không phải là đạt", duty: III.1-03, agency: so-y-te, asOf: "01/03/2018", expect: đạt}
                """);

        CommandLine.Answer answer = publish();

        assertThat(answer.exit()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("own.cases.yaml", "Báo cáo quý không phải là đạt");
    }

    @Test
    void nobody_publishes_without_a_name_and_a_reason() {
        check("2017-12-18T07:00");

        CommandLine.Answer answer = dondoc.type("rules", "publish", "--by", " ", "--reason", " ");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("--by", "--reason");
    }

    // ---- the same once more

    @Test
    void publishing_what_is_in_force_says_that_nothing_differs() {
        check("2017-12-18T07:00");

        CommandLine.Answer answer = publish();

        assertThat(answer.exit()).as(answer.err()).isZero();
        assertThat(answer.out())
                .contains("Không có gì khác; không ghi thêm lần công bố. Vẫn áp dụng: lần 1")
                .doesNotContain("Đang áp dụng");
        assertThat(history().get("publications")).hasSize(1);
    }

    @Test
    void publishing_other_examples_says_that_the_rules_are_the_same() throws IOException {
        check("2017-12-18T07:00");
        Path examples = home.resolve("rules/plan-881/numbers.cases.yaml");
        Files.writeString(examples, Files.readString(examples) + "# thêm một ghi chú\n");

        CommandLine.Answer answer = publish();

        assertThat(answer.exit()).as(answer.err()).isZero();
        assertThat(answer.out())
                .contains("Chỉ ví dụ thay đổi; quy tắc như cũ, không ghi thêm lần công bố. Vẫn áp dụng: lần 1");
    }

    @Test
    void a_rollback_names_the_publication_that_it_repeats_and_so_does_the_history() throws IOException {
        check("2017-12-18T07:00");
        edit(OLD_DATE, NEW_DATE);
        publish();

        assertThat(rollback().out()).contains("Đang áp dụng: lần 3, như lần 1, phiên bản");

        assertThat(dondoc.type("rules", "history").out().lines().toList().get(2))
                .contains(", như lần 1  Trần Văn B");
        JsonNode publications = history().get("publications");
        assertThat(publications.get(2).get("repeats").asInt()).isEqualTo(1);
        assertThat(publications.get(1).get("repeats").isNull()).isTrue();
    }

    @Test
    void who_rolled_back_as_far_as_there_is_learns_how_to_take_that_back() throws IOException {
        check("2017-12-18T07:00");
        edit(OLD_DATE, NEW_DATE);
        publish();
        rollback();

        assertThat(rollback().err()).contains("để quay lại bản vừa bỏ: dondoc rules rollback 2");
    }

    @Test
    void an_edit_that_a_rollback_puts_aside_is_said_to_be_kept() throws IOException {
        check("2017-12-18T07:00");
        edit(OLD_DATE, NEW_DATE);

        CommandLine.Answer back = rollback();

        assertThat(back.out())
                .contains(
                        "Không có gì khác; không ghi thêm lần công bố. Vẫn áp dụng: lần 1",
                        "Bản sửa chưa áp dụng trong thư mục rules được giữ tại",
                        ".da-thay");
    }

    @Test
    void a_version_is_rolled_back_to_with_the_most_examples_that_were_kept_with_it() throws IOException {
        check("2017-12-18T07:00");
        edit(OLD_DATE, NEW_DATE);
        publish();
        Path examples = home.resolve("rules/plan-881/numbers.cases.yaml");
        Files.delete(examples);
        edit(NEW_DATE, OLD_DATE);
        dondoc.setClock("2017-12-18T10:00");
        publish();
        edit(OLD_DATE, NEW_DATE);
        dondoc.setClock("2017-12-18T11:00");
        publish();

        CommandLine.Answer back =
                dondoc.type("rules", "rollback", versionOf(1), "--by", "Trần Văn B", "--reason", "ghi nhầm ngày");

        assertThat(back.out()).contains("lần 5, như lần 1");
        assertThat(examples).exists();
    }

    // ---- moments

    @Test
    void rules_come_in_force_today_or_earlier_and_who_means_a_later_day_is_told_where_to_write_it() throws IOException {
        check("2017-12-18T07:00");
        edit(OLD_DATE, NEW_DATE);

        CommandLine.Answer ahead = publish("--at", "2017-12-20T00:00");
        CommandLine.Answer back = dondoc.type(
                "rules", "rollback", "1", "--by", "Trần Văn B", "--reason", "ghi nhầm", "--at", "2017-12-20T00:00");

        assertThat(List.of(ahead, back)).allSatisfy(refused -> {
            assertThat(refused.exit()).isEqualTo(2);
            assertThat(refused.err())
                    .contains(
                            "--at: 00:00 ngày 20/12/2017 chưa đến", "cột “Từ ngày”", "Áp dụng từ ngày", "chưa làm gì");
        });
        assertThat(history().get("publications")).hasSize(1);
        assertThat(dueOf(CONNECTED)).contains("2017-12-31");
    }

    @Test
    void a_moment_before_the_rules_in_force_is_moved_to_theirs_and_that_is_said() throws IOException {
        check("2017-12-18T07:00");
        edit(OLD_DATE, NEW_DATE);

        CommandLine.Answer answer = publish("--at", "2017-06-01T07:00");

        assertThat(answer.out()).contains("từ 07:00 ngày 18/12/2017", "không áp dụng từ 07:00 ngày 01/06/2017 được");
    }

    @Test
    void an_edit_that_a_job_of_a_later_day_takes_up_is_in_force_from_now() throws IOException {
        check("2017-12-18T07:00");
        edit(OLD_DATE, NEW_DATE);

        dondoc.type("run", "morning-check", "--at", "2018-03-01T07:00");

        assertThat(history().get("publications").get(1).get("at").asText()).isEqualTo("2017-12-18T00:00:00Z");
    }

    /** As an earlier version of the program let it come to be: by a clock that stood there. */
    private void publishAhead(String moment) {
        dondoc.setClock(moment);
        assertThat(publish().exit()).isZero();
        dondoc.setClock("2017-12-18T09:00");
    }

    @Test
    void a_publication_that_lies_ahead_does_not_hold_back_what_is_published_now() throws IOException {
        check("2017-12-18T07:00");
        edit(OLD_DATE, NEW_DATE);
        publishAhead("2018-06-01T00:00");
        edit(NEW_DATE, ",trước 01/03/2018,giả định,");

        CommandLine.Answer answer = publish();

        assertThat(answer.out()).contains("lần 3", "từ 09:00 ngày 18/12/2017");
        assertThat(versionOn("2017-12-18")).isEqualTo(versionOf(3));
        assertThat(versionOn("2018-06-02")).as("nor replaces it later").isEqualTo(versionOf(3));
    }

    @Test
    void a_publication_that_lies_ahead_is_published_anew_to_hold_from_now() throws IOException {
        check("2017-12-18T07:00");
        edit(OLD_DATE, NEW_DATE);
        publishAhead("2018-06-01T00:00");
        assertThat(versionOn("2017-12-18")).isEqualTo(versionOf(1));
        assertThat(dondoc.type("doctor").out())
                .contains("lần 2 ghi từ 00:00 ngày 01/06/2018, chưa đến", "dondoc rules publish")
                .doesNotContain("phiên bản 2 đang có hiệu lực");

        CommandLine.Answer answer = publish();

        assertThat(answer.out()).contains("lần 3, như lần 2", "từ 09:00 ngày 18/12/2017");
        assertThat(versionOn("2017-12-18")).isEqualTo(versionOf(3));
        assertThat(dondoc.type("doctor").out()).doesNotContain("chưa đến");
    }

    @Test
    void a_publication_that_lies_ahead_is_taken_back_before_it_holds() throws IOException {
        check("2017-12-18T07:00");
        edit(OLD_DATE, NEW_DATE);
        publishAhead("2018-06-01T00:00");

        CommandLine.Answer back = dondoc.type("rules", "rollback", "--by", "Trần Văn B", "--reason", "ghi nhầm ngày");

        assertThat(back.out()).contains("lần 3, như lần 1", "từ 09:00 ngày 18/12/2017");
        assertThat(versionOn("2018-06-02")).isEqualTo(versionOf(1));
    }

    private String versionOf(int number) {
        return history().get("publications").get(number - 1).get("version").asText();
    }
}
