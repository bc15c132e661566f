package vn.dondoc.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.flow.PeopleFlow;
import vn.dondoc.people.Role;
import vn.dondoc.people.Secrets;
import vn.dondoc.people.Totp;

/** Login and password, the authenticator's code, and the session that follows. */
class SignInTest {
    private static final String COOKIE = "dondoc";

    @TempDir
    private Path folder;

    private AccessWorld world;

    @BeforeEach
    void open() {
        world = AccessWorld.in(folder);
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    // ---- login and password

    @Test
    void a_stranger_is_sent_to_sign_in_and_comes_back_to_the_page_he_asked_for() {
        world.someone("can-bo", Role.OFFICER);
        Browser browser = world.browser();
        HttpResponse<String> sent = browser.get("/tai-khoan?x=1");
        assertThat(sent.statusCode()).isEqualTo(303);
        String signIn = sent.headers().firstValue("Location").orElseThrow();
        assertThat(signIn).isEqualTo("/dang-nhap?ve=%2Ftai-khoan%3Fx%3D1");

        assertThat(browser.get(signIn).body()).contains("value=\"/tai-khoan?x=1\"");
        HttpResponse<String> done =
                browser.post("/dang-nhap", "ten", "can-bo", "mat-khau", AccessWorld.PASSWORD, "ve", "/tai-khoan?x=1");
        assertThat(done.headers().firstValue("Location")).contains("/tai-khoan?x=1");
        assertThat(browser.get("/tai-khoan").body()).contains("can-bo").contains("Chuyên viên");
    }

    @Test
    void capitals_and_blanks_around_a_login_and_decomposed_letters_of_a_password_do_not_matter() {
        world.someone("can-bo", Role.OFFICER);
        Browser browser = world.browser();
        browser.get("/dang-nhap");
        String decomposed = java.text.Normalizer.normalize(AccessWorld.PASSWORD, java.text.Normalizer.Form.NFD);
        assertThat(decomposed).isNotEqualTo(AccessWorld.PASSWORD);
        HttpResponse<String> done = browser.post("/dang-nhap", "ten", " Can-Bo ", "mat-khau", decomposed);
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(Browser.location(done)).isEqualTo("/");
    }

    @Test
    void a_wrong_password_an_unknown_login_one_who_is_locked_and_one_without_a_password_are_refused_alike() {
        world.someone("can-bo", Role.OFFICER);
        world.someone("khoa", Role.OFFICER);
        world.people().flow().lock("khoa", "kiểm thử", world.clock.instant());
        world.people()
                .flow()
                .add(
                        new vn.dondoc.people.Person("moi", "Chuyên viên", Role.OFFICER, "", true),
                        "kiểm thử",
                        world.clock.instant());
        List<String> pages = List.of("can-bo", "khong-co", "khoa", "moi").stream()
                .map(login -> {
                    Browser browser = world.browser();
                    browser.get("/dang-nhap");
                    long before = world.people().passwords().worked();
                    String password = login.equals("khoa") ? AccessWorld.PASSWORD : "sai sai sai sai sai";
                    HttpResponse<String> page = browser.post("/dang-nhap", "ten", login, "mat-khau", password);
                    assertThat(page.statusCode()).as(login).isEqualTo(422);
                    assertThat(world.people().passwords().worked() - before)
                            .as("work for " + login)
                            .isEqualTo(1);
                    return page.body().replace(login, "").replaceAll("value=\"[0-9a-f]{64}\"", "");
                })
                .toList();
        assertThat(pages).allMatch(page -> page.equals(pages.get(0)));
        assertThat(pages.get(0)).contains("Tên đăng nhập hoặc mật khẩu không đúng.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "evil",
                "/\t/evil"
            })
    void whoever_makes_up_a_link_to_the_sign_in_page_leads_nobody_elsewhere(String elsewhere) {
        world.someone("can-bo", Role.OFFICER);
        Browser browser = world.browser();
        browser.get("/dang-nhap?ve=" + java.net.URLEncoder.encode(elsewhere, java.nio.charset.StandardCharsets.UTF_8));
        HttpResponse<String> done =
                browser.post("/dang-nhap", "ten", "can-bo", "mat-khau", AccessWorld.PASSWORD, "ve", elsewhere);
        assertThat(done.headers().firstValue("Location")).contains("/");
    }

    @Test
    void a_sign_in_form_that_this_browser_did_not_ask_for_is_refused() {
        world.someone("can-bo", Role.OFFICER);
        Browser attacker = world.browser();
        attacker.get("/dang-nhap");
        Browser victim = world.browser();
        HttpResponse<String> without = victim.post("/dang-nhap", "ten", "can-bo", "mat-khau", AccessWorld.PASSWORD);
        assertThat(without.statusCode()).isEqualTo(403);
        victim.setCookie("dondoc-bieu-mau", "cua-toi");
        victim.setCookie(COOKIE, "");
        assertThat(victim.post("/dang-nhap", "ten", "can-bo", "mat-khau", AccessWorld.PASSWORD)
                        .statusCode())
                .isEqualTo(403);
        assertThat(world.people().sessions().of("can-bo", world.clock.instant()))
                .isEmpty();
    }

    // ---- pauses

    @Test
    void after_five_failures_even_the_right_password_waits_a_minute_then_two_and_an_hour_at_most() {
        world.someone("can-bo", Role.OFFICER);
        for (int failure = 1; failure <= 5; failure++) {
            assertThat(tryToSignIn("can-bo", "sai")).as("failure " + failure).isEqualTo(422);
        }
        assertThat(tryToSignIn("can-bo", AccessWorld.PASSWORD)).isEqualTo(429);
        world.clock.tick(Duration.ofMinutes(1).minusSeconds(1));
        assertThat(tryToSignIn("can-bo", AccessWorld.PASSWORD)).isEqualTo(429);
        world.clock.tick(Duration.ofSeconds(1));
        assertThat(tryToSignIn("can-bo", "sai")).isEqualTo(422);
        world.clock.tick(Duration.ofMinutes(2).minusSeconds(1));
        assertThat(tryToSignIn("can-bo", AccessWorld.PASSWORD)).isEqualTo(429);
        world.clock.tick(Duration.ofSeconds(1));
        assertThat(tryToSignIn("can-bo", AccessWorld.PASSWORD)).isEqualTo(303);
        for (int failure = 1; failure <= 4; failure++) {
            assertThat(tryToSignIn("can-bo", "sai"))
                    .as("counted anew " + failure)
                    .isEqualTo(422);
        }
        assertThat(tryToSignIn("can-bo", AccessWorld.PASSWORD)).isEqualTo(303);
    }

    @Test
    void a_login_that_there_is_not_is_paused_like_any_other_and_pausing_does_no_work_on_passwords() {
        for (int failure = 1; failure <= 5; failure++) {
            assertThat(tryToSignIn("khong-co", "sai")).isEqualTo(422);
        }
        long before = world.people().passwords().worked();
        assertThat(tryToSignIn("khong-co", "sai")).isEqualTo(429);
        assertThat(world.people().passwords().worked()).isEqualTo(before);
    }

    @Test
    void an_address_that_tries_many_logins_is_paused_and_other_logins_from_elsewhere_are_not() throws Exception {
        world.close();
        world = AccessWorld.in(folder.resolve("proxy"), "https://dieu-hanh.don-vi.example");
        world.someone("can-bo", Role.OFFICER);
        for (int failure = 1; failure <= 30; failure++) {
            assertThat(tryFrom("203.0.113.7", "ten-" + failure, "sai")).isEqualTo(422);
        }
        assertThat(tryFrom("203.0.113.7", "can-bo", AccessWorld.PASSWORD)).isEqualTo(429);
        assertThat(tryFrom("203.0.113.8, 203.0.113.7", "can-bo", AccessWorld.PASSWORD))
                .as("what stands before the proxy's own word may be made up")
                .isEqualTo(429);
        assertThat(tryFrom("203.0.113.8", "can-bo", AccessWorld.PASSWORD)).isEqualTo(303);
    }

    @Test
    void without_a_proxy_nobody_is_believed_where_he_comes_from() {
        for (int failure = 1; failure <= 30; failure++) {
            assertThat(tryFrom("203.0.113." + failure, "ten-" + failure, "sai")).isEqualTo(422);
        }
        assertThat(tryFrom("203.0.113.99", "ten-99", "sai")).isEqualTo(429);
    }

    @Test
    void who_tries_a_paused_login_again_and_again_does_not_pause_his_whole_office() {
        world.someone("can-bo", Role.OFFICER);
        for (int attempt = 1; attempt <= 40; attempt++) {
            assertThat(tryToSignIn("khong-co", "sai")).as("attempt " + attempt).isEqualTo(attempt <= 5 ? 422 : 429);
        }
        assertThat(tryToSignIn("can-bo", AccessWorld.PASSWORD)).isEqualTo(303);
    }

    @ParameterizedTest
    @EnumSource(Remedy.class)
    void a_pause_ends_when_an_administrator_helps(Remedy remedy) {
        world.someone("can-bo", Role.OFFICER);
        for (int failure = 1; failure <= 5; failure++) {
            tryToSignIn("can-bo", "sai");
        }
        assertThat(tryToSignIn("can-bo", AccessWorld.PASSWORD)).isEqualTo(429);
        remedy.act.in(world.people().flow(), world.clock.instant());
        assertThat(tryToSignIn("can-bo", AccessWorld.PASSWORD)).isEqualTo(303);
    }

    private enum Remedy {
        UNLOCKED((flow, now) -> flow.unlock("can-bo", "kiểm thử", now)),
        GIVEN_A_LINK((flow, now) -> flow.newLink("can-bo", "kiểm thử", now)),
        GIVEN_A_PASSWORD((flow, now) ->
                flow.setPassword("can-bo", AccessWorld.PASSWORD, AccessWorld.PASSWORD, "", "kiểm thử", now)),
        FREED_OF_THE_SECOND_STEP((flow, now) -> flow.removeSecondStep("can-bo", "kiểm thử", now));

        private final Act act;

        Remedy(Act act) {
            this.act = act;
        }

        private interface Act {
            void in(PeopleFlow flow, Instant now);
        }
    }

    @Test
    void somebody_who_chose_a_password_by_his_link_is_not_paused_for_failures_before_it() {
        world.someone("can-bo", Role.OFFICER);
        String link = "/vao/"
                + world.people()
                        .flow()
                        .newLink("can-bo", "kiểm thử", world.clock.instant())
                        .stored()
                        .orElseThrow()
                        .secret();
        for (int failure = 1; failure <= 5; failure++) {
            tryToSignIn("can-bo", "sai");
        }
        Browser browser = world.browser();
        browser.get(link);
        browser.post(link, "mat-khau", "một mật khẩu khác hẳn", "mat-khau-lai", "một mật khẩu khác hẳn");
        assertThat(tryToSignIn("can-bo", "một mật khẩu khác hẳn")).isEqualTo(303);
    }

    @Test
    void nor_is_an_administrator_at_his_second_step() {
        String secret = administratorsSecret();
        world.clock.tick(Duration.ofMinutes(5));
        String link = "/vao/"
                + world.people()
                        .flow()
                        .newLink("quan-tri", "kiểm thử", world.clock.instant())
                        .stored()
                        .orElseThrow()
                        .secret();
        for (int failure = 1; failure <= 5; failure++) {
            tryToSignIn("quan-tri", "sai");
        }
        Browser browser = world.browser();
        browser.get(link);
        browser.post(link, "mat-khau", "một mật khẩu khác hẳn", "mat-khau-lai", "một mật khẩu khác hẳn");
        browser.get("/dang-nhap/ma");
        assertThat(browser.post("/dang-nhap/ma", "ma", Totp.code(secret, world.clock.instant()))
                        .statusCode())
                .isEqualTo(303);
    }

    // ---- the second step

    @Test
    void an_administrator_sets_his_authenticator_up_before_anything_else_is_open_to_him() {
        world.someone("quan-tri", Role.ADMINISTRATOR);
        Browser browser = world.signedIn("quan-tri");
        assertThat(Browser.location(browser.get("/tai-khoan"))).isEqualTo("/dang-nhap");
        assertThat(Browser.location(browser.get("/dang-nhap"))).isEqualTo("/dang-nhap/thiet-lap");
        String secret = AccessWorld.secretOn(browser.get("/dang-nhap/thiet-lap").body());
        assertThat(browser.post("/dang-nhap/thiet-lap", "ma", "000000").statusCode())
                .isEqualTo(422);
        assertThat(AccessWorld.secretOn(browser.get("/dang-nhap/thiet-lap").body()))
                .as("a mistyped code is no reason to scan again")
                .isEqualTo(secret);
        HttpResponse<String> codes =
                browser.post("/dang-nhap/thiet-lap", "ma", Totp.code(secret, world.clock.instant()));
        assertThat(recoveryCodes(codes.body())).hasSize(10).doesNotHaveDuplicates();
        assertThat(browser.get("/tai-khoan").statusCode()).isEqualTo(200);
    }

    @Test
    void a_code_is_taken_once_and_one_before_it_is_not_taken_after_it() {
        String secret = administratorsSecret();
        world.clock.tick(Duration.ofMinutes(5));
        Browser first = world.signedIn("quan-tri");
        Browser second = world.signedIn("quan-tri");
        String code = Totp.code(secret, world.clock.instant());
        String before = Totp.code(secret, world.clock.instant().minusSeconds(30));
        first.get("/dang-nhap/ma");
        second.get("/dang-nhap/ma");
        assertThat(first.post("/dang-nhap/ma", "ma", code).statusCode()).isEqualTo(303);
        assertThat(second.post("/dang-nhap/ma", "ma", code).statusCode()).isEqualTo(422);
        assertThat(second.post("/dang-nhap/ma", "ma", before).statusCode()).isEqualTo(422);
        assertThat(Browser.location(second.get("/tai-khoan"))).isEqualTo("/dang-nhap");
    }

    @ParameterizedTest
    @CsvSource({"-60, 422", "-30, 303", "30, 303", "60, 422"})
    void a_telephone_may_be_a_step_off(int seconds, int status) {
        String secret = administratorsSecret();
        world.clock.tick(Duration.ofMinutes(5));
        Browser browser = world.signedIn("quan-tri");
        browser.get("/dang-nhap/ma");
        String code = Totp.code(secret, world.clock.instant().plusSeconds(seconds));
        assertThat(browser.post("/dang-nhap/ma", "ma", code).statusCode()).isEqualTo(status);
    }

    @Test
    void codes_are_not_guessed_as_failures_bring_the_same_pauses_and_the_password_does_not_end_them() {
        administratorsSecret();
        world.clock.tick(Duration.ofMinutes(5));
        for (int failure = 1; failure <= 5; failure++) {
            Browser browser = world.signedIn("quan-tri");
            browser.get("/dang-nhap/ma");
            assertThat(browser.post("/dang-nhap/ma", "ma", "000000").statusCode())
                    .as("failure " + failure)
                    .isEqualTo(422);
        }
        assertThat(tryToSignIn("quan-tri", AccessWorld.PASSWORD)).isEqualTo(429);
    }

    @Test
    void a_recovery_code_is_good_once_however_it_is_typed() {
        world.someone("quan-tri", Role.ADMINISTRATOR);
        Browser setUp = world.signedIn("quan-tri");
        String secret = AccessWorld.secretOn(setUp.get("/dang-nhap/thiet-lap").body());
        String code = recoveryCodes(setUp.post("/dang-nhap/thiet-lap", "ma", Totp.code(secret, world.clock.instant()))
                        .body())
                .get(0);
        Browser browser = world.signedIn("quan-tri");
        browser.get("/dang-nhap/ma");
        assertThat(browser.post(
                                "/dang-nhap/ma",
                                "ma",
                                code.toUpperCase(java.util.Locale.ROOT).replace("-", " "))
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.get("/tai-khoan").body()).contains("Còn 9 mã dự phòng");
        Browser again = world.signedIn("quan-tri");
        again.get("/dang-nhap/ma");
        assertThat(again.post("/dang-nhap/ma", "ma", code).statusCode()).isEqualTo(422);
    }

    // ---- sessions

    @Test
    void the_cookie_is_new_with_every_step_and_what_was_there_before_is_void() {
        world.someone("can-bo", Role.OFFICER);
        Browser browser = world.browser();
        browser.setCookie(COOKIE, "do-ke-khac-dat-san");
        browser.get("/dang-nhap");
        browser.post("/dang-nhap", "ten", "can-bo", "mat-khau", AccessWorld.PASSWORD);
        String first = browser.cookie(COOKIE);
        assertThat(first).isNotEqualTo("do-ke-khac-dat-san").hasSize(43);

        browser.get("/dang-nhap?lai=1");
        Browser same = world.browser();
        same.setCookie(COOKIE, first);
        same.get("/tai-khoan");
        same.post("/dang-xuat");
        assertThat(Browser.location(browser.get("/tai-khoan"))).isEqualTo("/dang-nhap");
    }

    @Test
    void the_code_page_gives_another_cookie_than_the_password_page() {
        String secret = administratorsSecret();
        world.clock.tick(Duration.ofMinutes(5));
        Browser browser = world.signedIn("quan-tri");
        String afterPassword = browser.cookie(COOKIE);
        browser.get("/dang-nhap/ma");
        browser.post("/dang-nhap/ma", "ma", Totp.code(secret, world.clock.instant()));
        assertThat(browser.cookie(COOKIE)).isNotEqualTo(afterPassword);
        Browser stale = world.browser();
        stale.setCookie(COOKIE, afterPassword);
        assertThat(Browser.location(stale.get("/dang-nhap/ma"))).isEqualTo("/dang-nhap");
    }

    @Test
    void the_database_does_not_hold_what_the_cookie_holds() throws java.io.IOException {
        world.someone("can-bo", Role.OFFICER);
        Browser browser = world.signedIn("can-bo");
        String cookie = browser.cookie(COOKIE);
        assertThat(world.people().sessions().of("can-bo", world.clock.instant()))
                .singleElement()
                .satisfies(kept -> assertThat(kept.id()).isEqualTo(Secrets.hash(cookie)));
        for (String file : List.of("data/dondoc.db", "data/dondoc.db-wal")) {
            assertThat(new String(
                            java.nio.file.Files.readAllBytes(folder.resolve(file)),
                            java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain(cookie)
                    .doesNotContain("liên quan");
        }
    }

    @Test
    void cookies_are_out_of_reach_of_scripts_and_other_sites() {
        world.someone("can-bo", Role.OFFICER);
        assertThat(world.signedIn("can-bo").given())
                .hasSize(2)
                .allMatch(cookie -> cookie.endsWith("; Path=/; HttpOnly; SameSite=Lax"));
    }

    @Test
    void behind_https_cookies_are_given_back_to_this_host_alone_and_encrypted_only() throws Exception {
        world.close();
        world = AccessWorld.in(folder.resolve("proxy"), "https://dieu-hanh.don-vi.example");
        world.someone("can-bo", Role.OFFICER);
        Browser browser = world.signedIn("can-bo");
        assertThat(browser.given())
                .hasSize(2)
                .allMatch(cookie -> cookie.startsWith("__Host-"))
                .allMatch(cookie -> cookie.endsWith("; Path=/; HttpOnly; SameSite=Lax; Secure"));
        assertThat(browser.get("/tai-khoan").statusCode()).isEqualTo(200);
    }

    @Test
    void half_an_hour_without_a_request_ends_a_session() {
        world.someone("can-bo", Role.OFFICER);
        Browser browser = world.signedIn("can-bo");
        world.clock.tick(Duration.ofMinutes(30).minusSeconds(1));
        assertThat(browser.get("/tai-khoan").statusCode()).isEqualTo(200);
        world.clock.tick(Duration.ofMinutes(30));
        assertThat(browser.get("/tai-khoan").statusCode()).isEqualTo(303);
    }

    @Test
    void twelve_hours_end_a_session_however_busy_it_is() {
        world.someone("can-bo", Role.OFFICER);
        Browser browser = world.signedIn("can-bo");
        for (int quarter = 1; quarter < 12 * 4; quarter++) {
            world.clock.tick(Duration.ofMinutes(15));
            assertThat(browser.get("/tai-khoan").statusCode()).isEqualTo(200);
        }
        world.clock.tick(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(browser.get("/tai-khoan").statusCode()).isEqualTo(200);
        world.clock.tick(Duration.ofSeconds(1));
        assertThat(browser.get("/tai-khoan").statusCode()).isEqualTo(303);
    }

    @Test
    void an_administrators_session_ends_after_a_quarter_of_an_hour() {
        Browser browser = world.administrator("quan-tri");
        world.clock.tick(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(browser.get("/tai-khoan").statusCode()).isEqualTo(200);
        world.clock.tick(Duration.ofMinutes(15));
        assertThat(browser.get("/tai-khoan").statusCode()).isEqualTo(303);
    }

    @Test
    void a_session_outlives_a_restart_and_holds_on_another_node() {
        world.someone("can-bo", Role.OFFICER);
        Browser browser = world.signedIn("can-bo");
        Browser elsewhere = world.browserOfAnotherNode();
        elsewhere.setCookie(COOKIE, browser.cookie(COOKIE));
        assertThat(elsewhere.get("/tai-khoan").statusCode()).isEqualTo(200);
        world.restart();
        Browser after = world.browser();
        after.setCookie(COOKIE, browser.cookie(COOKIE));
        assertThat(after.get("/tai-khoan").statusCode()).isEqualTo(200);
        after.post("/dang-xuat");
        assertThat(elsewhere.get("/tai-khoan").statusCode()).isEqualTo(303);
    }

    private String administratorsSecret() {
        world.administrator("quan-tri");
        return world.people().flow().find("quan-tri").orElseThrow().secret();
    }

    private int tryToSignIn(String login, String password) {
        Browser browser = world.browser();
        browser.get("/dang-nhap");
        return browser.post("/dang-nhap", "ten", login, "mat-khau", password).statusCode();
    }

    private int tryFrom(String address, String login, String password) {
        Browser browser = world.browser().with("X-Forwarded-For", address);
        browser.get("/dang-nhap");
        return browser.post("/dang-nhap", "ten", login, "mat-khau", password).statusCode();
    }

    private static List<String> recoveryCodes(String page) {
        Matcher codes =
                Pattern.compile("<code>([a-z2-7]{4}(?:-[a-z2-7]{4}){3})</code>").matcher(page);
        List<String> found = new java.util.ArrayList<>();
        while (codes.find()) {
            found.add(codes.group(1));
        }
        return found;
    }
}
