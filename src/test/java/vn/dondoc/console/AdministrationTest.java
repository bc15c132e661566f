package vn.dondoc.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.audit.Act;
import vn.dondoc.people.ApiToken;
import vn.dondoc.people.Person;
import vn.dondoc.people.Role;

/** What an administrator does about people, programs and rests from letters, and the record of it. */
class AdministrationTest {
    private static final Pattern SECRET = Pattern.compile("<code>([^<]*)</code>");

    @TempDir
    private Path folder;

    private AccessWorld world;
    private Browser browser;

    @BeforeEach
    void open() {
        world = AccessWorld.in(folder);
        browser = world.administrator("quan-tri");
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    @Test
    void somebody_added_comes_in_by_the_link_that_is_shown_once() {
        browser.get("/quan-tri");
        HttpResponse<String> given = add("so-tu-phap", "dau-moi", "so-tu-phap");
        String link = secretOn(given);
        assertThat(link).matches("http://127\\.0\\.0\\.1:\\d+/vao/[A-Za-z0-9_-]{43}");
        String path = link.substring(link.indexOf("/vao/"));
        Browser theirs = world.browser();
        theirs.get(path);
        theirs.post(path, "mat-khau", AccessWorld.PASSWORD, "mat-khau-lai", AccessWorld.PASSWORD);
        assertThat(theirs.get("/tai-khoan").body()).contains("Đầu mối, Sở Tư pháp");
        assertThat(browser.get("/quan-tri").body()).contains("so-tu-phap").contains("Sở Tư pháp");
        assertThat(browser.get("/quan-tri/nhat-ky").body())
                .contains("thêm người dùng")
                .contains("Chuyên viên (quan-tri)")
                .doesNotContain(path);
    }

    @Test
    void mistakes_are_told_at_their_fields_and_nothing_is_stored() {
        browser.get("/quan-tri");
        HttpResponse<String> refused = browser.post(
                "/quan-tri/nguoi-dung", "ten", "Có Dấu", "chuc-danh", "", "quyen", "dau-moi", "don-vi", "so-tu-fap");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"ten-loi\"")
                .contains("id=\"chuc-danh-loi\"")
                .contains("id=\"don-vi-loi\"")
                .contains("so-tu-phap");
        assertThat(world.people().flow().all()).hasSize(1);
    }

    @Test
    void who_gets_another_role_or_is_locked_loses_his_open_session_at_once() {
        world.someone("can-bo", Role.OFFICER);
        Browser theirs = world.signedIn("can-bo");
        assertThat(theirs.get("/tai-khoan").statusCode()).isEqualTo(200);
        browser.get("/quan-tri/nguoi-dung/can-bo");
        assertThat(browser.post(
                                "/quan-tri/nguoi-dung/can-bo/quyen",
                                "chuc-danh",
                                "Giám đốc",
                                "quyen",
                                "lanh-dao",
                                "don-vi",
                                "")
                        .statusCode())
                .isEqualTo(303);
        assertThat(theirs.get("/tai-khoan").statusCode()).isEqualTo(303);
        assertThat(world.people().flow().find("can-bo").orElseThrow().person())
                .isEqualTo(new Person("can-bo", "Giám đốc", Role.LEADER, "", true));

        Browser again = world.signedIn("can-bo");
        browser.post("/quan-tri/nguoi-dung/can-bo/khoa");
        assertThat(again.get("/tai-khoan").statusCode()).isEqualTo(303);
        assertThat(world.signedIn("can-bo").get("/tai-khoan").statusCode()).isEqualTo(303);
        browser.post("/quan-tri/nguoi-dung/can-bo/mo-khoa");
        assertThat(world.signedIn("can-bo").get("/tai-khoan").statusCode()).isEqualTo(200);
    }

    @Test
    void somebody_made_administrator_has_to_set_an_authenticator_up_first() {
        world.someone("can-bo", Role.OFFICER);
        browser.get("/quan-tri/nguoi-dung/can-bo");
        browser.post("/quan-tri/nguoi-dung/can-bo/quyen", "chuc-danh", "Quản trị", "quyen", "quan-tri", "don-vi", "");
        assertThat(Browser.location(world.signedIn("can-bo").get("/dang-nhap"))).isEqualTo("/dang-nhap/thiet-lap");
    }

    @Test
    void the_only_administrator_can_neither_lock_himself_nor_step_down() {
        browser.get("/quan-tri/nguoi-dung/quan-tri");
        HttpResponse<String> locked = browser.post("/quan-tri/nguoi-dung/quan-tri/khoa");
        assertThat(locked.statusCode()).isEqualTo(422);
        assertThat(locked.body()).contains("người quản trị duy nhất");
        assertThat(browser.post(
                                "/quan-tri/nguoi-dung/quan-tri/quyen",
                                "chuc-danh",
                                "Chuyên viên",
                                "quyen",
                                "can-bo",
                                "don-vi",
                                "")
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.get("/quan-tri").statusCode()).isEqualTo(200);
    }

    @Test
    void a_lost_authenticator_is_taken_away_and_set_up_anew() {
        world.administrator("quan-tri-2");
        browser.get("/quan-tri/nguoi-dung/quan-tri-2");
        browser.post("/quan-tri/nguoi-dung/quan-tri-2/bo-xac-thuc");
        assertThat(Browser.location(world.signedIn("quan-tri-2").get("/dang-nhap")))
                .isEqualTo("/dang-nhap/thiet-lap");
    }

    @Test
    void a_token_is_shown_once_and_works_until_it_is_taken_back() {
        browser.get("/quan-tri/ma-truy-cap");
        HttpResponse<String> given = browser.post(
                "/quan-tri/ma-truy-cap",
                "ten-chuong-trinh",
                "Một cửa",
                "don-vi",
                "524",
                "pham-vi",
                "report",
                "den-ngay",
                "2018-03-01");
        String token = secretOn(given);
        assertThat(world.people().tokenStore().shown(token, world.clock.instant()))
                .get()
                .extracting(ApiToken::agency)
                .isEqualTo("524");
        assertThat(browser.get("/quan-tri/ma-truy-cap").body())
                .contains("Một cửa")
                .contains("gửi báo cáo")
                .doesNotContain(token);
        assertThat(browser.post("/quan-tri/ma-truy-cap/1/thu-hoi").statusCode()).isEqualTo(303);
        assertThat(browser.post("/quan-tri/ma-truy-cap/1/thu-hoi").statusCode()).isEqualTo(404);
        assertThat(world.people().tokenStore().shown(token, world.clock.instant()))
                .isEmpty();
        HttpResponse<String> refused = browser.post("/quan-tri/ma-truy-cap", "ten-chuong-trinh", "");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"ten-chuong-trinh-loi\"")
                .contains("id=\"pham-vi-loi\"")
                .contains("id=\"den-ngay-loi\"");
    }

    @Test
    void a_rest_is_entered_by_who_is_signed_in_and_ended_before_its_time() {
        browser.get("/quan-tri/tam-dung");
        String[] fields = {"don-vi", "so-tu-phap", "ly-do", "Lũ lụt", "tu-ngay", "2017-12-18", "den-ngay", "2017-12-31"
        };
        assertThat(browser.post("/quan-tri/tam-dung", fields).statusCode()).isEqualTo(303);
        assertThat(browser.get("/quan-tri/tam-dung").body())
                .contains("Đã ghi, số 1.")
                .contains("Sở Tư pháp")
                .contains("31/12/2017")
                .contains("Chuyên viên (quan-tri)")
                .contains("đang dừng nhắc");
        assertThat(browser.post("/quan-tri/tam-dung/1/dung").statusCode()).isEqualTo(303);
        assertThat(browser.get("/quan-tri/tam-dung").body()).contains("đã hết");
        assertThat(browser.post("/quan-tri/tam-dung/1/dung").statusCode()).isEqualTo(404);
        assertThat(browser.post("/quan-tri/tam-dung/x/dung").statusCode()).isEqualTo(404);
        assertThat(browser.post("/quan-tri/tam-dung", "ly-do", "", "tu-ngay", "hôm nay", "den-ngay", "")
                        .body())
                .contains("id=\"tu-ngay-loi\"")
                .contains("id=\"den-ngay-loi\"");
        HttpResponse<String> everything =
                browser.post("/quan-tri/tam-dung", "ly-do", "x", "tu-ngay", "2017-12-18", "den-ngay", "2017-12-20");
        assertThat(everything.body()).contains("chưa nêu phạm vi tạm dừng");
    }

    @Test
    void letters_that_wait_are_looked_at_again_after_a_rest_is_entered() {
        world.dondoc().checkFlow().morning(AccessWorld.START);
        long before = waiting();
        assertThat(before).isPositive();
        browser.get("/quan-tri/tam-dung");
        browser.post(
                "/quan-tri/tam-dung",
                "tat-ca",
                "1",
                "ly-do",
                "Chuyển trụ sở",
                "tu-ngay",
                "2017-12-18",
                "den-ngay",
                "2017-12-31");
        await().atMost(Duration.ofMinutes(2)).until(() -> waiting() < before);
    }

    @Test
    void the_record_is_paged_searched_proved_whole_and_taken_along() {
        for (int line = 0; line < 60; line++) {
            world.dondoc().audit().add(world.clock.instant(), "=HYPERLINK(\"x\")", Act.PROMISED, "việc " + line, "");
        }
        String first = browser.get("/quan-tri/nhat-ky").body();
        assertThat(first).contains("việc 59").doesNotContain("việc 5<").contains("rel=\"next\"");
        Matcher next = Pattern.compile("href=\"(/quan-tri/nhat-ky\\?[^\"]*truoc=\\d+)\"")
                .matcher(first);
        assertThat(next.find()).isTrue();
        assertThat(browser.get(next.group(1).replace("&amp;", "&")).body())
                .contains("việc 5<")
                .doesNotContain("việc 59")
                .doesNotContain("rel=\"next\"");
        assertThat(browser.get("/quan-tri/nhat-ky?viec=SIGNED_IN").body())
                .contains("data-name=\"Việc\">đăng nhập</td>")
                .doesNotContain("việc 59");
        assertThat(browser.get("/quan-tri/nhat-ky?tim=vi%E1%BB%87c+59").body())
                .contains("việc 59")
                .doesNotContain("việc 58");
        assertThat(browser.get("/quan-tri/nhat-ky?viec=x&truoc=y").statusCode()).isEqualTo(200);
        assertThat(browser.get("/quan-tri/nhat-ky/kiem-tra").body()).contains("Nhật ký nguyên vẹn");
        HttpResponse<String> file = browser.get("/quan-tri/nhat-ky/tep");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"nhat-ky-2017-12-18.csv\"");
        assertThat(file.body())
                .startsWith("\ufeff\"Số\",\"Lúc\"")
                .contains("\"'=HYPERLINK(\"\"x\"\")\"")
                .contains("việc 0");
    }

    @Test
    void the_pages_speak_english_too() {
        browser.setCookie("ngon-ngu", "en");
        assertThat(browser.get("/quan-tri").body()).contains("Add somebody");
        assertThat(browser.get("/quan-tri/quyen").body()).contains("Administrator");
        assertThat(browser.get("/quan-tri/nguoi-dung/quan-tri").body()).contains("End all sessions");
        assertThat(browser.get("/quan-tri/nhat-ky").body())
                .contains(">letter sent</option>", ">report returned</option>")
                .doesNotContain("gửi thư</option>");
        assertThat(browser.get("/quan-tri/nguoi-dung/khong-co").statusCode()).isEqualTo(404);
    }

    private long waiting() {
        return world.dondoc().outbox().countByState().entrySet().stream()
                .filter(state -> state.getKey() == vn.dondoc.outbox.LetterState.QUEUED
                        || state.getKey() == vn.dondoc.outbox.LetterState.HELD)
                .mapToLong(java.util.Map.Entry::getValue)
                .sum();
    }

    private HttpResponse<String> add(String login, String role, String unit) {
        return browser.post(
                "/quan-tri/nguoi-dung",
                "ten",
                login,
                "chuc-danh",
                "Đầu mối, Sở Tư pháp",
                "quyen",
                role,
                "don-vi",
                unit);
    }

    private static String secretOn(HttpResponse<String> page) {
        Matcher secret = SECRET.matcher(page.body());
        assertThat(secret.find()).as(page.body()).isTrue();
        return secret.group(1);
    }
}
