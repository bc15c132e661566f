package vn.dondoc.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dondoc.web.MailedLetters.OTHER_REPORT;
import static vn.dondoc.web.MailedLetters.REPORT;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.flow.PromiseLinkFlow;
import vn.dondoc.flow.ShippedPlan;
import vn.dondoc.notices.PromiseRule;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.store.ArrangementStore;
import vn.dondoc.store.Database;
import vn.dondoc.store.EmptyRecords;
import vn.dondoc.store.PromiseStore;

/** The link of a letter, followed over real HTTP into a real database. */
class PromisePageTest {
    @TempDir
    private Path folder;

    private MailedLetters letters;

    @BeforeEach
    void mail() {
        letters = new MailedLetters(folder);
    }

    @AfterEach
    void close() {
        letters.close();
    }

    @Test
    void opening_the_link_however_often_changes_nothing() throws Exception {
        String link = letters.letterNaming(REPORT, OTHER_REPORT);
        String before = letters.everything();
        for (int time = 1; time <= 2; time++) {
            assertThat(letters.head(link).statusCode()).isEqualTo(200);
            assertThat(letters.get(link).statusCode()).isEqualTo(200);
        }
        assertThat(letters.everything()).isEqualTo(before);
    }

    @Test
    void the_page_shows_each_duty_with_a_labelled_field_within_the_days_that_may_be_chosen() throws Exception {
        Document page = Jsoup.parse(
                letters.get(letters.letterNaming(REPORT, OTHER_REPORT)).body());
        assertThat(page.select("html").attr("lang")).isEqualTo("vi");
        assertThat(page.select("header").text()).isEqualTo("Đôn Đốc · Sở Nội vụ tỉnh Quảng Ngãi");
        assertThat(page.text())
                .contains("Sở Y tế", "18/12/2017", "Quý III năm 2017", "mục III.1", "02/10/2017 (giả định)");
        assertThat(page.select("input[type=date]")).hasSize(2).allSatisfy(field -> {
            assertThat(field.attr("min")).isEqualTo("2017-12-18");
            assertThat(field.attr("max")).isEqualTo("2018-02-16");
        });
        assertThat(page.select("input"))
                .allSatisfy(field ->
                        assertThat(page.select("label[for=" + field.id() + "]")).hasSize(1));
        assertThat(page.select("script")).isEmpty();
    }

    @Test
    void nothing_from_elsewhere_may_run_in_the_page_or_learn_of_the_link() throws Exception {
        HttpResponse<String> page = letters.get(letters.letterNaming(REPORT));
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(letters.get("/trang.css")
                        .headers()
                        .firstValue("Content-Type")
                        .orElseThrow())
                .startsWith("text/css");
    }

    @Test
    void the_button_stores_what_was_chosen_and_uses_the_link_up() throws Exception {
        String link = letters.letterNaming(REPORT, OTHER_REPORT);
        HttpResponse<String> answer =
                letters.post(link, Map.of(REPORT, "2018-01-05", OTHER_REPORT, "", "author", "  Phó Giám đốc "));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(text(answer)).contains("Đã ghi ngày hẹn nộp", "quý III năm 2017", "05/01/2018");
        assertThat(letters.promises()).containsExactly(REPORT + " 2018-01-05");
        assertThat(letters.promise(REPORT).author()).isEqualTo("Phó Giám đốc");
        assertThat(letters.promise(REPORT).channel()).isEqualTo("đường dẫn trong thư");
        assertThat(letters.promise(REPORT).at()).isEqualTo(ShippedPlan.at("2017-12-18T08:00"));
    }

    @Test
    void a_used_link_says_when_it_was_used_by_whom_and_what_was_promised_and_does_nothing() throws Exception {
        String link = letters.letterNaming(REPORT, OTHER_REPORT);
        letters.post(link, Map.of(REPORT, "2018-01-05", "author", "Phó Giám đốc"));
        String before = letters.everything();
        letters.itIs("2017-12-20T09:30");
        HttpResponse<String> again = letters.post(link, Map.of(OTHER_REPORT, "2018-01-12", "author", "Người khác"));
        for (HttpResponse<String> answer : java.util.List.of(again, letters.get(link))) {
            assertThat(answer.statusCode()).isEqualTo(410);
            assertThat(text(answer))
                    .contains("chỉ dùng một lần", "Phó Giám đốc", "08:00 ngày 18/12/2017", "quý III", "05/01/2018");
        }
        assertThat(letters.everything()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2018-01-16T23:59, 200", "2018-01-17T23:59, 200", "2018-01-18T00:00, 410"})
    void a_link_works_until_the_end_of_its_thirtieth_day(String moment, int status) throws Exception {
        String link = letters.letterNaming(REPORT);
        letters.itIs(moment);
        assertThat(letters.get(link).statusCode()).isEqualTo(status);
        HttpResponse<String> answer = letters.post(link, Map.of(REPORT, "2018-01-31", "author", "Phó Giám đốc"));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(letters.promises()).hasSize(status == 200 ? 1 : 0);
        assertThat(text(answer)).contains(status == 200 ? "Đã ghi" : "đến hết ngày 17/01/2018");
    }

    @Test
    void a_link_of_which_any_character_was_altered_is_refused() throws Exception {
        String link = letters.letterNaming(REPORT);
        String before = letters.everything();
        for (int place = AckLinks.PATH.length(); place < link.length(); place++) {
            char altered = link.charAt(place) == '1' ? '2' : '1';
            String other = link.substring(0, place) + altered + link.substring(place + 1);
            assertThat(letters.post(other, Map.of(REPORT, "2018-01-05", "author", "A"))
                            .statusCode())
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(letters.get(link + "A").statusCode()).isEqualTo(403);
        assertThat(letters.get(link.substring(0, link.length() - 1)).statusCode())
                .isEqualTo(403);
        assertThat(letters.everything()).isEqualTo(before);
    }

    @Test
    void a_well_signed_link_without_a_letter_finds_nothing() throws Exception {
        HttpResponse<String> answer = letters.get(letters.linkOf("nobody@quangngai.example|reminder|2017-12-18"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(text(answer)).contains("Không tìm thấy thư");
        assertThat(letters.get("/").statusCode()).isEqualTo(404);
        assertThat(text(letters.get("/"))).contains("Không có trang này");
    }

    @Test
    void a_link_is_good_for_its_own_letter_only() throws Exception {
        String link = letters.letterNaming(REPORT);
        letters.letterNaming(OTHER_REPORT);
        assertThat(letters.post(link, Map.of(OTHER_REPORT, "2018-01-05", "author", "A"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(letters.promises()).isEmpty();
    }

    @Test
    void what_was_typed_is_shown_again_with_the_mistake_at_its_field() throws Exception {
        String link = letters.letterNaming(REPORT, OTHER_REPORT);
        HttpResponse<String> answer =
                letters.post(link, Map.of(REPORT, "2018-02-17", OTHER_REPORT, "2018-01-05", "author", "\u202E "));
        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(answer.body());
        Element wrong = field(page, REPORT);
        assertThat(wrong.val()).isEqualTo("2018-02-17");
        assertThat(describing(page, wrong)).contains("17/02/2018 xa quá 60 ngày", "16/02/2018");
        assertThat(field(page, OTHER_REPORT).val()).isEqualTo("2018-01-05");
        assertThat(field(page, OTHER_REPORT).attr("aria-invalid")).isEqualTo("false");
        assertThat(describing(page, byId(page, "author"))).contains("ghi họ tên");
        assertThat(page.select("[role=alert]").text()).contains("có 2 chỗ cần sửa");
        assertThat(letters.promises()).isEmpty();
        assertThat(letters.post(link, Map.of(REPORT, "2018-02-16", "author", "A"))
                        .statusCode())
                .as("the link is still good")
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2017-12-17, 422", "2017-12-18, 200", "05/01/2018, 200", "2018-02-16, 200", "2018-02-30, 422"})
    void a_day_is_taken_within_its_limits_in_either_form(String day, int status) throws Exception {
        assertThat(letters.post(letters.letterNaming(REPORT), Map.of(REPORT, day, "author", "A"))
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void a_form_without_any_day_is_not_taken() throws Exception {
        HttpResponse<String> answer = letters.post(letters.letterNaming(REPORT), Map.of("author", "A"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(text(answer)).contains("Chưa chọn ngày hẹn nào");
    }

    @Test
    void a_name_with_markup_is_shown_as_text() throws Exception {
        String link = letters.letterNaming(REPORT);
        String name = "<script>alert(1)</script>\"'><b>";
        HttpResponse<String> refused = letters.post(link, Map.of("author", name));
        assertThat(byId(Jsoup.parse(refused.body()), "author").val()).isEqualTo(name);
        letters.post(link, Map.of(REPORT, "2018-01-05", "author", name));
        HttpResponse<String> used = letters.get(link);
        for (HttpResponse<String> answer : java.util.List.of(refused, used)) {
            assertThat(answer.body()).doesNotContain("<script", "<b>");
        }
        assertThat(text(used)).contains(name);
    }

    @Test
    void what_was_done_meanwhile_is_shown_as_done_and_not_offered() throws Exception {
        String link = letters.letterNaming(REPORT, OTHER_REPORT);
        letters.isDone(REPORT);
        Document page = Jsoup.parse(letters.get(link).body());
        assertThat(page.select("input[type=date]")).hasSize(1);
        assertThat(page.select(".others li").text()).contains("✓", "Quý III năm 2017", "không cần hẹn nộp");
        assertThat(letters.post(link, Map.of(REPORT, "2018-01-05", "author", "A"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(letters.promises()).isEmpty();
    }

    @Test
    void a_duty_promised_through_another_letter_is_not_offered_again() throws Exception {
        letters.post(letters.letterNaming(REPORT), Map.of(REPORT, "2018-01-05", "author", "Phó Giám đốc"));
        Document page = Jsoup.parse(
                letters.get(letters.letterNaming(REPORT, OTHER_REPORT)).body());
        assertThat(page.select("input[type=date]")).hasSize(1);
        assertThat(page.select(".others li").text()).contains("Đã hẹn 1 lần", "Phó Giám đốc", "05/01/2018");
    }

    @Test
    void the_units_own_duties_come_before_those_of_units_below_it() throws Exception {
        String ofCity = "522/III.1-03/2017-Q3";
        Document page =
                Jsoup.parse(letters.get(letters.letterNaming(ofCity, REPORT)).body());
        assertThat(page.select("input[type=date]").eachAttr("name")).containsExactly(REPORT, ofCity);
        assertThat(page.select(".item").get(1).text()).contains("UBND thành phố Quảng Ngãi");
    }

    @Test
    void a_duty_that_no_rule_knows_any_more_is_shown_and_not_offered() throws Exception {
        Document page = Jsoup.parse(
                letters.get(letters.letterNaming("so-y-te/IX.9-01/2017")).body());
        assertThat(page.select("form")).isEmpty();
        assertThat(page.text()).contains("IX.9-01", "không còn theo dõi", "Không còn nhiệm vụ nào");
    }

    @Test
    void a_form_larger_than_any_browser_sends_is_refused() throws Exception {
        String link = letters.letterNaming(REPORT);
        Map<String, String> form = Map.of(REPORT, "2018-01-05", "author", "A".repeat(64 * 1024));
        assertThat(letters.post(link, form).statusCode()).isEqualTo(413);
        assertThat(letters.promises()).isEmpty();
    }

    @Test
    void a_port_that_is_taken_is_named() {
        try (Database other = Database.open(EmptyRecords.at(folder.resolve("other.db")))) {
            PromiseLinkFlow flow = new PromiseLinkFlow(
                    ShippedPlan.assessor(other),
                    new ArrangementStore(other),
                    new PromiseStore(other),
                    PromiseRule.ONCE,
                    60);
            AckLinks links = new AckLinks("http://localhost", SigningKey.in(folder.resolve("ack-secret")), 30);
            assertThatThrownBy(() ->
                            PageServer.start("127.0.0.1", letters.port(), flow, links, "Sở Nội vụ", Clock.systemUTC()))
                    .isInstanceOf(FaultyFileException.class)
                    .hasMessageContaining("web.port")
                    .hasMessageContaining(String.valueOf(letters.port()));
        }
    }

    @Test
    void a_link_is_short_enough_for_a_line_of_mail() {
        String link = letters.linkOf("so-y-te@quangngai.example|reminder|" + LocalDate.of(2017, 12, 18));
        assertThat(link).hasSizeLessThan(120).matches("/hen-nop/[A-Za-z0-9_-]+");
    }

    private static Element field(Document page, String name) {
        return page.select("input").stream()
                .filter(input -> input.attr("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Element byId(Document page, String id) {
        return page.select("#" + id).stream().findFirst().orElseThrow();
    }

    private static String describing(Document page, Element field) {
        StringBuilder words = new StringBuilder();
        for (String id : field.attr("aria-describedby").split(" ")) {
            words.append(byId(page, id).text()).append(' ');
        }
        return words.toString();
    }

    private static String text(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body()).text();
    }
}
