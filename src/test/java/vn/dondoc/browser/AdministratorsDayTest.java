package vn.dondoc.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.console.AccessWorld;
import vn.dondoc.people.Role;
import vn.dondoc.people.Totp;

/** From the one-time link to a province with people: what the first administrator sees, in a real browser. */
class AdministratorsDayTest {
    private static final Path PICTURES = Path.of("target/pictures");

    @TempDir
    private Path folder;

    private AccessWorld world;
    private Chromium chromium;

    @BeforeEach
    void open() throws IOException {
        world = AccessWorld.in(folder.resolve("home"));
        chromium = Chromium.open(folder);
        Files.createDirectories(PICTURES);
    }

    @AfterEach
    void close() throws Exception {
        chromium.close();
        world.close();
    }

    @Test
    void the_first_administrator_comes_in_and_takes_the_others_in() {
        chromium.goTo(world.address("/vao/"
                + world.people()
                        .flow()
                        .firstAdministratorLink(world.clock.instant())
                        .orElseThrow()));
        looked("quan-tri-dau-tien");
        type("ten", "quan-tri");
        type("chuc-danh", "Quản trị, Sở Nội vụ");
        type("mat-khau", AccessWorld.PASSWORD);
        type("mat-khau-lai", "khác");
        chromium.press("Tạo tài khoản");
        looked("quan-tri-dau-tien-loi");
        assertThat(chromium.find("#mat-khau-lai-loi").getText()).contains("hai lần nhập khác nhau");
        type("mat-khau", AccessWorld.PASSWORD);
        type("mat-khau-lai", AccessWorld.PASSWORD);
        chromium.press("Tạo tài khoản");

        looked("xac-thuc-thiet-lap");
        String secret =
                AccessWorld.secretOn(Objects.requireNonNull(chromium.driver().getPageSource()));
        type("ma", Totp.code(secret, world.clock.instant()));
        chromium.press("Xong");
        looked("ma-du-phong");
        assertThat(chromium.all("ul.secrets li")).hasSize(10);
        chromium.find("main a.button");

        chromium.goTo(world.address("/quan-tri"));
        looked("quan-tri");
        type("ten", "so-tu-phap");
        type("chuc-danh", "Đầu mối, Sở Tư pháp");
        type("don-vi", "so-tu-phap");
        chromium.press("Thêm");
        looked("quan-tri-duong-dan");
        assertThat(chromium.find("main code").getText()).contains("/vao/");
        world.someone("can-bo", Role.OFFICER);
        lookAtTheOtherPages();
        signInAgain(secret);
    }

    private void lookAtTheOtherPages() {
        for (String page : List.of(
                "/quan-tri/nguoi-dung/can-bo",
                "/quan-tri/quyen",
                "/quan-tri/ma-truy-cap",
                "/quan-tri/tam-dung",
                "/quan-tri/nhat-ky",
                "/quan-tri/nhat-ky/kiem-tra",
                "/tai-khoan")) {
            chromium.goTo(world.address(page));
            looked(page.substring(1).replace('/', '_'));
        }
        chromium.goTo(world.address("/quan-tri/tam-dung"));
        type("don-vi", "so-tu-phap");
        type("ly-do", "Khắc phục bão lũ");
        chromium.press("Ghi");
        looked("tam-dung-da-ghi");
        assertThat(chromium.text()).contains("Khắc phục bão lũ", "Quản trị, Sở Nội vụ (quan-tri)");
        chromium.goTo(world.address("/quan-tri/ma-truy-cap"));
        type("ten-chuong-trinh", "Một cửa huyện Bình Sơn");
        type("don-vi", "524");
        chromium.find("input[value='report']").click();
        chromium.press("Cấp mã");
        looked("ma-truy-cap-da-cap");
        chromium.goTo(world.address("/quan-tri/ma-truy-cap"));
        looked("ma-truy-cap-danh-sach");
    }

    private void signInAgain(String secret) {
        chromium.press("Đăng xuất");
        type("ten", "quan-tri");
        type("mat-khau", "không phải mật khẩu");
        chromium.press("Đăng nhập");
        looked("dang-nhap-sai");
        world.clock.tick(java.time.Duration.ofMinutes(1));
        type("mat-khau", AccessWorld.PASSWORD);
        chromium.press("Đăng nhập");
        looked("dang-nhap-ma");
        type("ma", Totp.code(secret, world.clock.instant()));
        chromium.press("Tiếp tục");
        chromium.reads("Đăng xuất");
        chromium.goTo(world.address("/tai-khoan"));
        assertThat(chromium.text()).contains("Quản trị, Sở Nội vụ", "Còn 10 mã dự phòng");
    }

    /** Fits, keeps nobody out, and leaves pictures to look at. */
    private void looked(String name) {
        for (int width : List.of(Chromium.NARROW, Chromium.WIDE)) {
            chromium.wide(width);
            chromium.picture(PICTURES.resolve(name + "-" + width + ".png"));
            assertThat(chromium.isTooWide())
                    .as(name + " at " + width + " pixels: runs out of the window")
                    .isFalse();
            assertThat(chromium.seriousFaults())
                    .as(name + " at " + width + " pixels")
                    .isEmpty();
        }
    }

    private void type(String field, String text) {
        chromium.write("#" + field, text);
    }
}
