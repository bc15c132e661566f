package vn.dondoc.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.console.SampleConsole;
import vn.dondoc.console.SignedInAs;

/** Every page of the console in a real browser, narrow and wide; pictures of them are left in {@code target/pictures}. */
class ConsolePagesTest {
    private static final Path PICTURES = Path.of("target/pictures");

    @TempDir
    static Path folder;

    private static SampleConsole console;
    private static Chromium chromium;

    @BeforeAll
    static void open() throws IOException {
        console = SampleConsole.in(folder.resolve("home"));
        console.post("quan-tri", "/quy-tac/nhap", Map.of());
        chromium = Chromium.open(folder);
        chromium.goTo(console.address("/ngon-ngu?sang=vi"));
        chromium.cookie(SignedInAs.COOKIE, "quan-tri");
        Files.createDirectories(PICTURES);
        chromium.goTo(console.address("/"));
        chromium.reads("Theo trạng thái"); // where units stand is worked out once
    }

    @AfterAll
    static void close() {
        chromium.close();
        console.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?ngay=2017-11-27",
                "/co-quan",
                "/co-quan/so-tu-phap",
                "/co-quan/so-tu-phap/nhiem-vu/III.1-03/2017-Q3",
                "/nhiem-vu",
                "/nhiem-vu/III.1-03",
                "/bao-cao",
                "/bao-cao/cho-duyet",
                "/bao-cao/so-tu-phap",
                "/bao-cao/so-tu-phap/2017-Q4",
                "/thu",
                "/thu/lich",
                "/thu/1",
                "/thu/tra-loi",
                "/quy-tac",
                "/quy-tac/tep/duties.csv",
                "/quy-tac/tep/targets.dslr",
                "/quy-tac/lich-su",
                "/quy-tac/xem-truoc",
                "/quy-tac/nhap",
                "/quy-tac/nhap/tep/duties.csv",
                "/quy-tac/nhap/tep/targets.dslr",
                "/quy-tac/nhap/dong/duties.csv/5",
                "/lich",
                "/lich/han",
                "/lich/ngay-nghi",
                "/lich/mo-phong",
                "/quan-tri",
                "/quan-tri/nhat-ky",
                "/quy-tac/dieu-khoan",
                "/tai-khoan",
            })
    void a_page_keeps_nobody_out_and_fits_a_telephone_and_a_desk(String page) {
        for (int width : List.of(Chromium.NARROW, Chromium.WIDE)) {
            chromium.wide(width);
            chromium.goTo(console.address(page));
            chromium.picture(PICTURES.resolve(fileName(page) + "-" + width + ".png"));
            assertThat(chromium.text()).doesNotContain("Không có trang này", "tạm thời không dùng được");
            assertThat(chromium.isTooWide())
                    .as(width + " pixels: runs out of the window")
                    .isFalse();
        }
        // tables laid out as cards are the harder case; the search takes seconds, so it is made once a page
        chromium.wide(Chromium.NARROW);
        assertThat(chromium.seriousFaults()).isEmpty();
    }

    @Test
    void a_letter_is_read_in_its_frame_as_its_recipient_sees_it() {
        chromium.wide(Chromium.WIDE);
        chromium.goTo(console.address("/thu/1"));
        chromium.driver().switchTo().frame(chromium.find("iframe.letter"));
        chromium.reads("Kính gửi");
        chromium.driver().switchTo().defaultContent();
    }

    private static String fileName(String page) {
        return page.equals("/") ? "tong-quan" : page.substring(1).replaceAll("[^A-Za-z0-9.-]+", "_");
    }
}
