package vn.dondoc.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.people.Role;
import vn.dondoc.people.Totp;

/** What everybody does about his own account. */
class AccountTest {
    private static final String OTHER = "một mật khẩu khác hẳn";

    @TempDir
    private Path folder;

    private AccessWorld world;

    @BeforeEach
    void open() {
        world = AccessWorld.in(folder);
        world.someone("can-bo", Role.OFFICER);
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    @Test
    void a_new_password_takes_the_old_one_and_ends_other_sessions() {
        Browser here = world.signedIn("can-bo");
        Browser elsewhere = world.signedIn("can-bo");
        here.get("/tai-khoan");
        assertThat(change(here, "sai", OTHER, OTHER).body()).contains("Mật khẩu hiện nay không đúng.");
        assertThat(change(here, AccessWorld.PASSWORD, "can-bo-can-bo", OTHER).body())
                .contains("dễ đoán")
                .contains("hai lần nhập khác nhau");
        assertThat(change(here, AccessWorld.PASSWORD, "123456789012", "123456789012")
                        .body())
                .contains("dễ đoán")
                .contains("không dùng dãy như 123456");
        assertThat(change(here, AccessWorld.PASSWORD, OTHER, OTHER).statusCode())
                .isEqualTo(303);
        assertThat(here.get("/tai-khoan").body()).contains("Đã đổi mật khẩu");
        assertThat(here.get("/tai-khoan").body()).as("said once").doesNotContain("Đã đổi mật khẩu");
        assertThat(elsewhere.get("/tai-khoan").statusCode()).isEqualTo(303);
        assertThat(world.signedIn("can-bo").get("/tai-khoan").statusCode()).isEqualTo(303);
    }

    @Test
    void a_second_step_may_be_set_up_and_taken_away_with_the_password_only() {
        Browser browser = world.signedIn("can-bo");
        String secret = AccessWorld.secretOn(browser.get("/tai-khoan/xac-thuc").body());
        String code = Totp.code(secret, world.clock.instant());
        assertThat(browser.post("/tai-khoan/xac-thuc", "ma", code, "mat-khau-nay", "sai")
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.post("/tai-khoan/xac-thuc", "ma", code, "mat-khau-nay", AccessWorld.PASSWORD)
                        .body())
                .contains("Mã dự phòng");
        assertThat(browser.get("/tai-khoan").body()).contains("Còn 10 mã dự phòng");
        assertThat(Browser.location(world.signedIn("can-bo").get("/dang-nhap"))).isEqualTo("/dang-nhap/ma");

        browser.get("/tai-khoan");
        assertThat(browser.post("/tai-khoan/xac-thuc/bo", "mat-khau-nay", "sai").statusCode())
                .isEqualTo(422);
        assertThat(browser.post("/tai-khoan/xac-thuc/bo", "mat-khau-nay", AccessWorld.PASSWORD)
                        .statusCode())
                .isEqualTo(303);
        assertThat(world.signedIn("can-bo").get("/tai-khoan").statusCode()).isEqualTo(200);
    }

    @Test
    void who_has_a_second_step_cannot_be_given_another_over_it() {
        Browser browser = world.administrator("quan-tri");
        String before = world.people().flow().find("quan-tri").orElseThrow().secret();
        assertThat(Browser.location(browser.get("/tai-khoan/xac-thuc"))).isEqualTo("/tai-khoan");
        browser.get("/tai-khoan");
        assertThat(Browser.location(
                        browser.post("/tai-khoan/xac-thuc", "ma", "123456", "mat-khau-nay", AccessWorld.PASSWORD)))
                .isEqualTo("/tai-khoan");
        assertThat(browser.post("/tai-khoan/xac-thuc/bo", "mat-khau-nay", AccessWorld.PASSWORD)
                        .statusCode())
                .as("an administrator does not go without")
                .isEqualTo(404);
        assertThat(world.people().flow().find("quan-tri").orElseThrow().secret())
                .isEqualTo(before);
    }

    @Test
    void signing_out_ends_this_session_and_signing_out_everywhere_all_of_them() {
        Browser one = world.signedIn("can-bo");
        Browser two = world.signedIn("can-bo");
        Browser three = world.signedIn("can-bo");
        assertThat(one.get("/tai-khoan").body()).containsOnlyOnce("máy này</span>");
        assertThat(world.people().sessions().of("can-bo", world.clock.instant()))
                .hasSize(3);
        one.post("/dang-xuat");
        assertThat(one.get("/tai-khoan").statusCode()).isEqualTo(303);
        assertThat(two.get("/tai-khoan").statusCode()).isEqualTo(200);
        two.post("/tai-khoan/thoat-het");
        assertThat(three.get("/tai-khoan").statusCode()).isEqualTo(303);
    }

    @Test
    void a_form_without_the_sessions_token_changes_nothing() {
        Browser browser = world.signedIn("can-bo");
        Browser other = world.signedIn("can-bo");
        other.get("/tai-khoan");
        browser.get("/dang-nhap"); // a page without a form
        assertThat(browser.post("/dang-xuat").statusCode()).isEqualTo(403);
        assertThat(browser.post("/tai-khoan/thoat-het", "_ma", "x").statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/tai-khoan").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> change(Browser browser, String now, String next, String again) {
        return browser.post("/tai-khoan/mat-khau", "mat-khau-nay", now, "mat-khau", next, "mat-khau-lai", again);
    }
}
