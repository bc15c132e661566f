package vn.dondoc.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.rules.Publication;

/** Administrators edit the rules in the console; others read them. */
class RulesInTheConsoleTest {
    private static final String ADMINISTRATOR = "quan-tri";
    private static final String COLLEAGUE = "quan-tri-2";
    private static final String LEADER = "lanh-dao";
    private static final String DUTIES = "/quy-tac/nhap/tep/duties.csv";
    private static final String QUARTERLY = "III.1-03";
    private static final String KEEP = "Ghi vào bản nháp";
    private static final String REASON = "theo Công văn số 12/SNV-CCHC ngày 05/12/2017";

    @TempDir
    private static Path folder;

    private static SampleConsole console;

    @BeforeAll
    static void open() {
        console = SampleConsole.in(folder);
    }

    @AfterAll
    static void close() {
        console.close();
    }

    @BeforeEach
    void nobody_edits() {
        List.of(ADMINISTRATOR, COLLEAGUE).forEach(person -> console.post(person, "/quy-tac/nhap/bo", Map.of()));
    }

    private static Document page(String person, String path) {
        HttpResponse<String> answer = console.get(person, path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static void begin(String person) {
        assertThat(console.post(person, "/quy-tac/nhap", Map.of()).statusCode()).isEqualTo(303);
    }

    /** Where a duty's row stands in a draft. */
    private static String rowOf(String person, String duty) {
        return page(person, DUTIES + "?tim=" + duty).select("tbody th a").stream()
                .filter(link -> link.text().equals(duty))
                .findFirst()
                .orElseThrow()
                .attr("href");
    }

    private static FilledForm row(String person, String duty) {
        String path = rowOf(person, duty);
        return FilledForm.on(console, person, path, path);
    }

    private static HttpResponse<String> publish(String person, String reason) {
        return FilledForm.on(console, person, "/quy-tac/nhap", "/quy-tac/nhap/cong-bo")
                .fill("Lý do", reason)
                .press("Đưa vào áp dụng");
    }

    private static Publication inForce() {
        return console.dondoc().rules().latest().orElseThrow();
    }

    // ---- from a date to the way back

    @Test
    void an_administrator_changes_a_date_publishes_it_with_a_reason_sees_what_changed_and_takes_it_back() {
        Publication before = inForce();
        begin(ADMINISTRATOR);
        HttpResponse<String> kept = row(ADMINISTRATOR, QUARTERLY)
                .fill("Mốc theo dõi", "05/03; 05/06; 05/09; 20/12")
                .press(KEEP);
        assertThat(kept.statusCode()).isEqualTo(303);
        assertThat(page(ADMINISTRATOR, "/quy-tac/nhap").text())
                .contains("Đã ghi vào bản nháp.", "sửa nhiệm vụ III.1-03", "05/03; 05/06; 05/09; 25/11", "20/12");
        assertThat(inForce()).as("nothing is in force yet").isEqualTo(before);

        assertThat(publish(ADMINISTRATOR, REASON).statusCode()).isEqualTo(303);

        assertThat(inForce().author()).isEqualTo("Quản trị, Sở Nội vụ (quan-tri)");
        assertThat(page(LEADER, "/quy-tac/lich-su").text())
                .contains(REASON, inForce().version());
        assertThat(page(
                                LEADER,
                                "/quy-tac/so-sanh?truoc=" + before.number() + "&sau="
                                        + inForce().number())
                        .text())
                .contains("sửa nhiệm vụ III.1-03", "20/12");

        FilledForm.on(console, ADMINISTRATOR, "/quy-tac/lich-su", "/quy-tac/quay-lai")
                .with("lan", String.valueOf(before.number()))
                .with("ly-do", "ghi nhầm ngày")
                .press("Áp dụng lại");
        assertThat(inForce().version()).isEqualTo(before.version());
        assertThat(inForce().reason()).isEqualTo("ghi nhầm ngày");
    }

    @Test
    void a_corrected_day_off_shows_in_a_draft_that_was_looked_at_before() {
        begin(ADMINISTRATOR);
        row(ADMINISTRATOR, QUARTERLY).fill("Hạn", "31/03; 30/06; 30/09; 20/12").press(KEEP);
        WorkingCalendar calendar = console.dondoc().settings().calendar();
        WorkingCalendar before = new WorkingCalendar(Map.of(), Set.of(), Set.of());
        before.takeOver(calendar);
        String seen = page(ADMINISTRATOR, "/quy-tac/nhap").text();

        calendar.takeOver(
                new WorkingCalendar(Map.of(LocalDate.of(2017, 12, 20), "Bão"), Set.of(), Set.of(2016, 2017, 2018)));
        String corrected = page(ADMINISTRATOR, "/quy-tac/nhap").text();
        calendar.takeOver(before);

        assertThat(seen).contains("20/12/2017").doesNotContain("21/12/2017");
        assertThat(corrected).contains("21/12/2017");
    }

    @Test
    void nothing_is_published_or_taken_back_without_a_reason() {
        Publication before = inForce();
        begin(ADMINISTRATOR);
        row(ADMINISTRATOR, QUARTERLY).fill("Nhắc trước", "10; 3").press(KEEP);

        HttpResponse<String> published = publish(ADMINISTRATOR, " ");
        HttpResponse<String> takenBack = console.post(ADMINISTRATOR, "/quy-tac/quay-lai", Map.of("lan", "1"));

        assertThat(published.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(published.body()).select(".problems").text()).contains("Lý do: không để trống");
        assertThat(takenBack.statusCode()).isEqualTo(422);
        assertThat(inForce()).isEqualTo(before);
    }

    // ---- mistakes

    @Test
    void a_faulty_cell_is_named_with_its_place_and_what_to_write_and_the_rules_in_force_stay() {
        Publication before = inForce();
        begin(ADMINISTRATOR);
        String path = rowOf(ADMINISTRATOR, QUARTERLY);
        row(ADMINISTRATOR, QUARTERLY).fill("Chủ trì", "Sở Tư phap").press(KEEP);

        Document faulty = page(ADMINISTRATOR, path);
        assertThat(faulty.select("[aria-invalid=true]").attr("id"))
                .isEqualTo(faulty.select("label:containsOwn(Chủ trì)").attr("for"));
        assertThat(faulty.expectFirst("#ket-qua").text())
                .contains("1 lỗi: 1 ở các ô của dòng này")
                .doesNotContain("Không có lỗi");
        assertThat(faulty.select(".problem").text()).contains("không có đơn vị hay nhóm “Sở Tư phap”", "Sở Tư pháp");
        assertThat(page(ADMINISTRATOR, DUTIES + "?tim=" + QUARTERLY).text()).contains("có lỗi");

        HttpResponse<String> refused = console.post(ADMINISTRATOR, "/quy-tac/nhap/cong-bo", Map.of("ly-do", REASON));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).expectFirst(".problems").text())
                .contains("Chưa công bố; quy tắc cũ vẫn có hiệu lực.", "duties.csv, dòng", "cột “Chủ trì”");
        assertThat(inForce()).isEqualTo(before);
    }

    @Test
    void a_cell_is_checked_as_one_types_and_by_a_button_without_being_kept() {
        begin(ADMINISTRATOR);
        String path = rowOf(ADMINISTRATOR, QUARTERLY);
        FilledForm form = row(ADMINISTRATOR, QUARTERLY).fill("Hạn", "31/13");

        HttpResponse<String> pressed = form.press("Kiểm tra");
        Map<String, String> typed = Map.of("o9", "31/13", "dau", form.value("dau"));
        HttpResponse<String> part = console.post(ADMINISTRATOR, path.replace("/dong/", "/kiem-tra-dong/"), typed);

        assertThat(Jsoup.parse(pressed.body()).select("#loi-o9").text()).contains("“31/13” không phải ngày");
        assertThat(Jsoup.parse(part.body()).select("#loi-o9[hx-swap-oob]").text())
                .contains("“31/13” không phải ngày", "25/11");
        assertThat(page(ADMINISTRATOR, "/quy-tac/nhap").text()).contains("Chưa sửa gì.");
    }

    @Test
    void a_sentence_that_is_none_is_refused_with_its_line_and_the_nearest_one_beside_the_list_of_all() {
        begin(ADMINISTRATOR);
        String path = "/quy-tac/nhap/tep/targets.dslr";
        FilledForm form = FilledForm.on(console, ADMINISTRATOR, path, path);
        String faulty = form.value("noi-dung").replaceFirst("Có nguy cơ khi chưa đạt", "Có nguy cơ khi chưa xong");

        Document checked =
                Jsoup.parse(form.with("noi-dung", faulty).press("Kiểm tra").body());

        assertThat(checked.select(".problems").text()).contains("targets.dslr, dòng 9", "Có nguy cơ khi chưa đạt");
        assertThat(checked.text()).contains("Các câu được dùng", "Phải đạt ít nhất …% số");
    }

    @Test
    void the_examples_are_run_by_a_button() {
        begin(ADMINISTRATOR);

        Document run = Jsoup.parse(
                console.post(ADMINISTRATOR, "/quy-tac/nhap/vi-du", Map.of()).body());

        assertThat(run.select("section [role=status]").text()).matches("[\\d.]+ ví dụ, 0 không đúng\\.");
    }

    @Test
    void a_row_is_copied_and_removed_and_every_other_row_stays_as_it_was() {
        begin(ADMINISTRATOR);
        String before = text("duties.csv");
        String copy = row(ADMINISTRATOR, QUARTERLY)
                .fill("Mã", "III.1-93")
                .press("Chép thành dòng mới")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(text("duties.csv").lines())
                .hasSize((int) before.lines().count() + 1)
                .containsAll(before.lines().toList());

        FilledForm.on(console, ADMINISTRATOR, copy, copy).press("Bỏ dòng này");

        assertThat(text("duties.csv")).isEqualTo(before);
    }

    private static String text(String file) {
        String path = "/quy-tac/nhap/tep/" + file;
        return FilledForm.on(console, ADMINISTRATOR, path + "?dang=van-ban", path)
                .value("noi-dung");
    }

    // ---- two at once

    @Test
    void of_two_administrators_at_once_the_second_is_told_and_nobodys_rows_are_lost() {
        Publication before = inForce();
        begin(ADMINISTRATOR);
        begin(COLLEAGUE);
        row(ADMINISTRATOR, QUARTERLY).fill("Nhắc trước", "12; 3").press(KEEP);
        row(COLLEAGUE, "III.1-01").fill("Minh chứng", "Số, ngày Kế hoạch").press(KEEP);
        assertThat(publish(ADMINISTRATOR, REASON).statusCode()).isEqualTo(303);

        assertThat(page(COLLEAGUE, "/quy-tac/nhap").text()).contains("Quy tắc đang áp dụng đã đổi", REASON);
        HttpResponse<String> refused = console.post(COLLEAGUE, "/quy-tac/nhap/cong-bo", Map.of("ly-do", "việc khác"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(inForce().reason()).isEqualTo(REASON);

        FilledForm.on(console, COLLEAGUE, "/quy-tac/nhap", "/quy-tac/nhap/lay-ve")
                .press("Lấy thay đổi vào bản nháp");
        assertThat(publish(COLLEAGUE, "việc khác").statusCode()).isEqualTo(303);
        assertThat(page(LEADER, "/quy-tac/tep/duties.csv?tim=III.1-01").text()).contains("III.1-01");
        assertThat(inForceText()).contains("\"Số, ngày Kế hoạch\"", "12; 3");
        console.post(ADMINISTRATOR, "/quy-tac/quay-lai", Map.of("lan", "" + before.number(), "ly-do", "thử xong"));
    }

    @Test
    void where_both_edited_one_row_the_second_says_whose_counts() {
        Publication before = inForce();
        begin(ADMINISTRATOR);
        begin(COLLEAGUE);
        row(ADMINISTRATOR, QUARTERLY).fill("Nhắc trước", "12; 3").press(KEEP);
        row(COLLEAGUE, QUARTERLY).fill("Nhắc trước", "8; 2").press(KEEP);
        publish(ADMINISTRATOR, REASON);

        FilledForm choice = FilledForm.on(console, COLLEAGUE, "/quy-tac/nhap", "/quy-tac/nhap/lay-ve");
        assertThat(page(COLLEAGUE, "/quy-tac/nhap").text()).contains("duties.csv: giữ bản nháp");
        choice.with("giu", "duties.csv").press("Lấy thay đổi vào bản nháp");

        assertThat(page(COLLEAGUE, "/quy-tac/nhap").text()).contains("12; 3 → 8; 2");
        console.post(ADMINISTRATOR, "/quy-tac/quay-lai", Map.of("lan", "" + before.number(), "ly-do", "thử xong"));
    }

    private static String inForceText() {
        return new String(
                console.dondoc().rules().files(inForce()).content("duties.csv").orElseThrow(), StandardCharsets.UTF_8);
    }

    @Test
    void a_page_left_open_does_not_undo_what_was_kept_meanwhile() {
        begin(ADMINISTRATOR);
        FilledForm leftOpen = row(ADMINISTRATOR, QUARTERLY);
        row(ADMINISTRATOR, "III.1-01").fill("Minh chứng", "Kế hoạch đã ký").press(KEEP);

        HttpResponse<String> late = leftOpen.fill("Nhắc trước", "9").press(KEEP);

        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(late.body()).select(".problems").text()).contains("đã được sửa ở một cửa sổ khác");
        assertThat(text("duties.csv")).contains("Kế hoạch đã ký");
    }

    // ---- who may

    @Test
    void a_leader_reads_everything_and_edits_nothing() {
        for (String path : List.of(
                "/quy-tac",
                "/quy-tac/tep/duties.csv",
                "/quy-tac/dong/duties.csv/30",
                "/quy-tac/tep/targets.dslr",
                "/quy-tac/dieu-khoan",
                "/quy-tac/lich-su")) {
            assertThat(page(LEADER, path).select("form[method=post]").eachAttr("action"))
                    .as(path)
                    .containsOnly("/dang-xuat");
        }
        assertThat(console.get(LEADER, "/quy-tac/nhap").statusCode()).isEqualTo(403);
        assertThat(console.post(LEADER, "/quy-tac/nhap", Map.of()).statusCode()).isEqualTo(403);
        assertThat(console.post("can-bo", "/quy-tac/quay-lai", Map.of("lan", "1", "ly-do", REASON))
                        .statusCode())
                .isEqualTo(403);
        assertThat(console.get("so-tu-phap", "/quy-tac").statusCode()).isEqualTo(403);
    }

    @Test
    void the_decision_is_shown_clause_by_clause_with_its_duties_or_why_it_has_none() {
        Document clauses = page(LEADER, "/quy-tac/dieu-khoan?tim=" + QUARTERLY);

        assertThat(clauses.select("section.card")).hasSize(1);
        assertThat(clauses.select("section.card").text())
                .contains("mục III.1", "Định kỳ hàng quý, 6 tháng, năm báo cáo", "Theo dõi bằng: III.1-01, III.1-02");
        assertThat(page(LEADER, "/quy-tac/dieu-khoan").select("section.card:contains(không kiểm tra được)"))
                .isNotEmpty();
    }

    // ---- hostile edits

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\"\nIII.9-99,III.1,chèn dòng",
                "\",\"=cmd|' /C calc'!A0\",\"",
                "a\r\nb;c,d\"e",
                "<script>alert(1)</script>",
                "${7*7} #{7*7} @if(true)",
                "\u202Eđảo chữ\u0000"
            })
    void what_is_typed_into_a_cell_never_leaves_it(String typed) {
        begin(ADMINISTRATOR);
        long rows = text("duties.csv").lines().count();

        row(ADMINISTRATOR, QUARTERLY).fill("Ghi chú", typed).press(KEEP);

        assertThat(text("duties.csv").lines()).hasSize((int) rows);
        String shown =
                console.get(ADMINISTRATOR, rowOf(ADMINISTRATOR, QUARTERLY)).body();
        assertThat(shown).doesNotContain("<script>alert", "\u202E");
        assertThat(page(ADMINISTRATOR, "/quy-tac/nhap").select(".problems").text())
                .doesNotContain("III.9-99");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..%2F..%2Fconfig%2Fdondoc.yaml",
                "..%5C..%5Cdondoc.yaml",
                "%2Fetc%2Fpasswd",
                ".da-thay",
                "moi.yaml"
            })
    void no_other_file_is_read_or_written(String name) {
        begin(ADMINISTRATOR);
        Map<String, String> fields = Map.of("noi-dung", "của kẻ khác", "dau", "", "lam", "luu");

        assertThat(console.get(LEADER, "/quy-tac/tep/" + name).statusCode()).isBetween(400, 404);
        assertThat(console.post(ADMINISTRATOR, "/quy-tac/nhap/tep/" + name, fields)
                        .statusCode())
                .isBetween(400, 404);
    }

    /** By a connection of its own, for the server ends it with such an address. */
    @Test
    void an_address_that_is_none_is_refused() throws Exception {
        HttpRequest request =
                console.asked(LEADER, "/quy-tac/tep/duties.csv%00.yaml").GET().build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Địa chỉ không đúng", "Về trang đầu").doesNotContain("etty");
    }

    @Test
    void a_text_is_kept_composed_with_plain_line_ends_and_a_huge_one_is_refused() {
        begin(ADMINISTRATOR);
        String path = "/quy-tac/nhap/tep/plan.yaml";
        FilledForm form = FilledForm.on(console, ADMINISTRATOR, path, path);
        String before = form.value("noi-dung");
        String windows = Normalizer.normalize(before, Normalizer.Form.NFD).replace("\n", "\r\n");

        assertThat(form.with("noi-dung", windows).press(KEEP).statusCode()).isEqualTo(303);
        assertThat(text("plan.yaml")).isEqualTo(before);

        HttpResponse<String> huge = FilledForm.on(console, ADMINISTRATOR, path, path)
                .with("noi-dung", "# " + "x".repeat(2_200_000))
                .press(KEEP);
        assertThat(huge.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(huge.body()).select(".problems").text()).contains("tệp lớn quá 2 MB");
        assertThat(text("plan.yaml")).isEqualTo(before);
    }

    @Test
    void a_draft_never_touches_the_folder_of_the_rules() throws Exception {
        Path duties = folder.resolve("rules/plan-881/duties.csv");
        byte[] before = Files.readAllBytes(duties);
        begin(ADMINISTRATOR);

        row(ADMINISTRATOR, QUARTERLY).fill("Nhắc trước", "11").press(KEEP);

        assertThat(Files.readAllBytes(duties)).isEqualTo(before);
        assertThat(new String(before, StandardCharsets.UTF_8)).doesNotContain(",11,");
    }
}
