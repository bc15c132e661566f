package vn.dondoc.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import vn.dondoc.console.SampleConsole;
import vn.dondoc.console.SignedInAs;

/** A clerk writes a report into the form, in a real browser. */
class ReportFormInABrowserTest {
    private static final String DATE = "[name='III.1-03|completedOn|0']";

    @TempDir
    static Path folder;

    private static SampleConsole console;
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        console = SampleConsole.in(folder.resolve("home"));
        chromium = Chromium.open(folder);
        chromium.goTo(console.address("/ngon-ngu?sang=vi"));
        chromium.cookie(SignedInAs.COOKIE, "so-tu-phap");
    }

    @AfterAll
    static void close() {
        chromium.close();
        console.close();
    }

    @Test
    void a_mistake_shows_beside_its_cell_while_the_clerk_types_and_goes_once_it_is_corrected() {
        chromium.wide(Chromium.NARROW);
        chromium.goTo(console.address("/bao-cao/so-tu-phap/2017-Q4"));
        WebElement date = chromium.find(DATE);
        // the duty's own line opens it
        date.findElement(org.openqa.selenium.By.xpath("ancestor::details/summary"))
                .click();
        chromium.find("[name='III.1-03|status|0'] option[value='hoàn thành']").click();

        chromium.write(DATE, "sớm" + Keys.TAB);

        chromium.reads("“sớm” không phải là ngày");
        chromium.find(DATE + "[aria-invalid='true']");
        assertThat(chromium.seriousFaults()).isEmpty();
        assertThat(chromium.isTooWide()).isFalse();

        chromium.write(DATE, "14/12/2017" + Keys.TAB);

        chromium.find(DATE + ":not([aria-invalid])");
        chromium.reads("Chưa thấy lỗi.");
        assertThat(chromium.text()).doesNotContain("“sớm” không phải là ngày");

        chromium.press("Gửi báo cáo");

        chromium.reads("Đã nhận báo cáo: 1 nhiệm vụ.");
    }
}
