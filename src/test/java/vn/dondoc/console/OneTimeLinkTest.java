package vn.dondoc.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.people.Person;
import vn.dondoc.people.Role;

/** The first administrator, invitations and new passwords: each by a link that is good once. */
class OneTimeLinkTest {
    private static final String[] FIRST = {
        "ten",
        "quan-tri",
        "chuc-danh",
        "Quản trị, Sở Nội vụ",
        "mat-khau",
        AccessWorld.PASSWORD,
        "mat-khau-lai",
        AccessWorld.PASSWORD
    };

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

    @Test
    void the_first_administrator_makes_his_own_account_and_goes_on_to_his_authenticator() {
        String link = firstLink();
        Browser browser = world.browser();
        assertThat(browser.get(link).body()).contains("Người quản trị đầu tiên");
        HttpResponse<String> made = browser.post(link, FIRST);
        assertThat(Browser.location(made)).isEqualTo("/dang-nhap/thiet-lap");
        assertThat(world.people().flow().find("quan-tri").orElseThrow().person())
                .isEqualTo(new Person("quan-tri", "Quản trị, Sở Nội vụ", Role.ADMINISTRATOR, "", true));
        assertThat(world.people().flow().firstAdministratorLink(world.clock.instant()))
                .as("there is one now")
                .isEmpty();
    }

    @Test
    void to_look_at_a_link_uses_nothing_up() {
        String link = firstLink();
        for (int look = 0; look < 3; look++) {
            assertThat(world.browser().get(link).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_second_link_is_void_once_the_first_has_made_an_administrator() {
        String one = firstLink();
        String other = firstLink();
        Browser browser = world.browser();
        browser.get(one);
        browser.post(one, FIRST);
        assertThat(world.browser().get(one).statusCode()).isEqualTo(410);
        assertThat(world.browser().get(other).statusCode()).isEqualTo(410);
        Browser late = world.browser();
        late.get("/dang-nhap");
        assertThat(late.post(other, FIRST).statusCode()).isEqualTo(410);
        assertThat(world.people().flow().all()).hasSize(1);
    }

    @Test
    void the_first_link_is_good_for_a_day() {
        String link = firstLink();
        world.clock.tick(Duration.ofHours(24).minusSeconds(1));
        assertThat(world.browser().get(link).statusCode()).isEqualTo(200);
        world.clock.tick(Duration.ofSeconds(1));
        assertThat(world.browser().get(link).statusCode()).isEqualTo(410);
    }

    @Test
    void every_mistake_is_told_at_its_field_at_once_and_the_link_stays_good() {
        String link = firstLink();
        Browser browser = world.browser();
        browser.get(link);
        HttpResponse<String> refused =
                browser.post(link, "ten", "Quản trị", "chuc-danh", "", "mat-khau", "ngan", "mat-khau-lai", "khac");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"ten-loi\"")
                .contains("id=\"chuc-danh-loi\"")
                .contains("id=\"mat-khau-loi\"")
                .contains("id=\"mat-khau-lai-loi\"")
                .contains("ngắn hơn 12 ký tự");
        assertThat(Browser.location(browser.post(link, FIRST))).isEqualTo("/dang-nhap/thiet-lap");
    }

    @Test
    void somebody_invited_chooses_his_password_and_is_in() {
        String link = invitation();
        Browser browser = world.browser();
        assertThat(browser.get(link).body()).contains("so-tu-phap").contains("Đầu mối, Sở Tư pháp");
        HttpResponse<String> chosen = choose(browser, link);
        assertThat(Browser.location(chosen)).isEqualTo("/");
        assertThat(browser.get("/tai-khoan").statusCode()).isEqualTo(200);
        assertThat(choose(world.browser(), link).statusCode())
                .as("without its form")
                .isEqualTo(403);
        Browser again = world.browser();
        again.get("/dang-nhap");
        assertThat(choose(again, link).statusCode()).isEqualTo(410);
    }

    @Test
    void a_new_link_voids_the_one_before_and_locking_voids_all() {
        String first = invitation();
        String second = "/vao/"
                + world.people()
                        .flow()
                        .newLink("so-tu-phap", "kiểm thử", world.clock.instant())
                        .stored()
                        .orElseThrow()
                        .secret();
        assertThat(world.browser().get(first).statusCode()).isEqualTo(410);
        assertThat(world.browser().get(second).statusCode()).isEqualTo(200);
        world.people().flow().lock("so-tu-phap", "kiểm thử", world.clock.instant());
        assertThat(world.browser().get(second).statusCode()).isEqualTo(410);
        world.people().flow().unlock("so-tu-phap", "kiểm thử", world.clock.instant());
        assertThat(world.browser().get(second).statusCode()).isEqualTo(410);
    }

    @Test
    void a_new_password_by_link_ends_open_sessions_and_does_not_replace_the_authenticator() {
        Browser before = world.administrator("quan-tri");
        String link = "/vao/"
                + world.people()
                        .flow()
                        .newLink("quan-tri", "kiểm thử", world.clock.instant())
                        .stored()
                        .orElseThrow()
                        .secret();
        Browser browser = world.browser();
        browser.get(link);
        assertThat(Browser.location(choose(browser, link))).isEqualTo("/dang-nhap/ma");
        assertThat(browser.get("/tai-khoan").statusCode()).isEqualTo(303);
        assertThat(before.get("/tai-khoan").statusCode()).isEqualTo(303);
    }

    @Test
    void a_made_up_link_opens_nothing() {
        assertThat(world.browser().get("/vao/abc").statusCode()).isEqualTo(410);
    }

    private static HttpResponse<String> choose(Browser browser, String link) {
        return browser.post(link, "mat-khau", "một mật khẩu khác hẳn", "mat-khau-lai", "một mật khẩu khác hẳn");
    }

    private String firstLink() {
        return "/vao/"
                + world.people()
                        .flow()
                        .firstAdministratorLink(world.clock.instant())
                        .orElseThrow();
    }

    private String invitation() {
        Person person = new Person("so-tu-phap", "Đầu mối, Sở Tư pháp", Role.CONTACT, "so-tu-phap", true);
        return "/vao/"
                + world.people()
                        .flow()
                        .add(person, "kiểm thử", world.clock.instant())
                        .stored()
                        .orElseThrow()
                        .secret();
    }
}
