package vn.dondoc.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import vn.dondoc.app.DemoConsole;
import vn.dondoc.app.Dondoc;
import vn.dondoc.calendar.Period;
import vn.dondoc.config.Home;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.people.Person;
import vn.dondoc.rehearsal.Demo;
import vn.dondoc.rules.Publication;

/** Each role's day on the sample year, in a real browser, from signing in to what came of it. */
@TestMethodOrder(OrderAnnotation.class)
class DaysAtTheConsoleTest {
    private static final LocalDate TODAY = LocalDate.parse("2017-12-18");
    private static final Instant NOW = Instant.parse("2017-12-18T03:00:00Z");
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(8);
    private static final String DUTY = "III.1-03";
    private static final String REPORT_OF_THE_QUARTER = "/co-quan/so-tu-phap/nhiem-vu/III.1-03/2017-Q3";

    @TempDir
    static Path folder;

    private static Dondoc dondoc;
    private static DemoConsole console;
    private static Map<String, String> links;
    private static String address;
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        dondoc = Demo.run(new Home(Path.of("")), folder.resolve("home"), TODAY, progress -> {})
                .dondoc();
        console = DemoConsole.open(dondoc, Clock.fixed(NOW, ZoneOffset.UTC));
        links = console.links().entrySet().stream()
                .collect(Collectors.toMap(link -> link.getKey().login(), Map.Entry::getValue));
        address = linkOf("lanh-dao").replaceFirst("/vao/.*", "");
        chromium = Chromium.open(folder);
    }

    @AfterAll
    static void close() {
        chromium.close();
        console.close();
        dondoc.database().close();
    }

    @BeforeEach
    void nobodyIsSignedIn() {
        chromium.goTo(address + "/dang-nhap");
        chromium.driver().manage().deleteAllCookies();
        chromium.wide(Chromium.WIDE);
    }

    @Test
    @Order(1)
    void a_stranger_gets_nowhere() {
        for (String page :
                new String[] {"/", "/co-quan/so-tu-phap", "/bao-cao/so-tu-phap", "/thu", "/quy-tac", "/quan-tri"}) {
            chromium.goTo(address + page);
            assertThat(chromium.driver().getCurrentUrl()).as(page).contains("/dang-nhap?ve=");
            assertThat(chromium.text()).doesNotContain("Sở Tư pháp");
        }
        chromium.write("#ten", "quan-tri");
        chromium.write("#mat-khau", "mật khẩu đoán mò");
        chromium.press("Đăng nhập");
        chromium.reads("không đúng");
        assertThat(chromium.seriousFaults()).isEmpty();
    }

    @Test
    @Order(2)
    void a_leader_finds_why_a_unit_is_red() {
        signIn("lanh-dao");
        chromium.follow("Cơ quan");
        chromium.write("#q", "tư pháp");
        chromium.press("Lọc");
        chromium.follow("Sở Tư pháp");
        chromium.reads("quá mốc theo dõi");
        chromium.goTo(address + REPORT_OF_THE_QUARTER);
        assertThat(chromium.text())
                .contains(
                        "quá mốc theo dõi",
                        "Hạn: hết ngày 02/10/2017 (giả định)",
                        "Quyết định không ấn định thời hạn",
                        "30/09/2017 là ngày nghỉ",
                        "Đơn vị chưa có báo cáo tính cho",
                        "[Đôn đốc lần");
        assertThat(chromium.all("form[method=post]:not([action='/dang-xuat'])"))
                .as("a leader changes nothing")
                .isEmpty();
    }

    @Test
    @Order(3)
    void a_clerk_uploads_a_workbook_with_mistakes_corrects_it_and_sees_the_finding_close() throws IOException {
        signIn("so-tu-phap");
        chromium.goTo(address + REPORT_OF_THE_QUARTER);
        chromium.reads("quá mốc theo dõi");

        handIn("bao-cao.xlsx", "xong rồi", "31/13/2017");
        chromium.reads("không có tình trạng “xong rồi”");
        chromium.reads("không phải là ngày");
        assertThat(chromium.seriousFaults()).isEmpty();

        handIn("bao-cao-sua.xlsx", "hoàn thành", "15/12/2017");
        chromium.reads("đã nhận");
        chromium.goTo(address + REPORT_OF_THE_QUARTER);
        chromium.reads("đạt, muộn");
        chromium.goTo(address + "/co-quan/so-tai-chinh");
        chromium.reads("Không có trang này");
    }

    @Test
    @Order(4)
    void an_officer_returns_the_report_and_the_unit_is_told_in_a_letter() {
        int before = dondoc.outbox().list(LetterState.QUEUED).size();
        signIn("can-bo");
        chromium.goTo(address + "/bao-cao/so-tu-phap");
        chromium.driver()
                .findElement(By.xpath("//input[@name='muc' and contains(@aria-label,'" + DUTY
                        + ", ') and contains(@aria-label,'2017-Q3')]"))
                .click();
        chromium.press("Trả lại");
        chromium.find("[aria-invalid='true']");
        assertThat(chromium.seriousFaults()).isEmpty();
        chromium.write("#ly-do", "Thiếu số liệu 6 tháng");
        chromium.write("#ngay-moi", "22/12/2017");
        chromium.press("Trả lại");

        chromium.find("[role=status]");
        chromium.goTo(address + REPORT_OF_THE_QUARTER);
        chromium.reads("quá mốc theo dõi");
        assertThat(dondoc.outbox().list(LetterState.QUEUED)).hasSizeGreaterThan(before);
        assertThat(dondoc.outbox().list(LetterState.QUEUED))
                .anySatisfy(
                        queued -> assertThat(queued.letter().text()).contains("Thiếu số liệu 6 tháng", "22/12/2017"));
    }

    @Test
    @Order(5)
    void an_administrator_moves_a_due_date_sees_the_letters_that_move_publishes_and_takes_it_back() {
        Publication before = inForce();
        signIn("quan-tri");
        chromium.follow("Quy tắc");
        chromium.follow("duties.csv");
        chromium.press("Sửa trong bản nháp");
        chromium.reads("Chọn một dòng để sửa.");
        chromium.write("#tim", DUTY);
        chromium.press("Tìm");
        chromium.follow(DUTY);
        WebElement dates = chromium.labelled("Mốc theo dõi");
        chromium.write(dates, "05/03; 05/06; 05/09; 31/13");
        chromium.reads("“31/13” không phải ngày");
        chromium.write(dates, "05/03; 05/06; 05/09; 20/12");
        chromium.reads("Không có lỗi."); // what the check says moves the button
        chromium.press("Ghi vào bản nháp");
        chromium.reads("Đã ghi vào bản nháp.");

        chromium.goTo(address + "/quy-tac/xem-truoc");
        chromium.choose("#tu-ngay", LocalDate.of(2017, 12, 19));
        chromium.choose("#den-ngay", LocalDate.of(2018, 1, 5));
        chromium.press("Xem trước");
        chromium.reads("Thư thay đổi", LONG_ENOUGH);
        assertThat(chromium.text()).contains("không thư nào được gửi đi", "thư đổi nội dung", "05/09; 20/12");
        chromium.find("table.list td a").click();
        chromium.driver().switchTo().frame(chromium.find("iframe.letter"));
        chromium.reads("Kính gửi");
        chromium.driver().switchTo().defaultContent();
        assertThat(inForce()).as("nothing is in force yet").isEqualTo(before);

        chromium.goTo(address + "/quy-tac/nhap");
        chromium.write("#ly-do", "theo Công văn số 12/SNV-CCHC");
        chromium.press("Đưa vào áp dụng");
        chromium.find("[role=status]");
        assertThat(inForce().reason()).isEqualTo("theo Công văn số 12/SNV-CCHC");
        assertThat(inForce().version()).isNotEqualTo(before.version());

        chromium.goTo(address + "/quy-tac/lich-su");
        chromium.find("tbody tr:nth-child(2) summary").click();
        chromium.write("tbody tr:nth-child(2) input[name='ly-do']", "ghi nhầm ngày");
        chromium.press("Áp dụng lại");
        chromium.find("[role=status]");
        assertThat(inForce().version()).isEqualTo(before.version());
        assertThat(inForce().reason()).isEqualTo("ghi nhầm ngày");
    }

    private static Publication inForce() {
        return dondoc.rules().latest().orElseThrow();
    }

    private static String linkOf(String login) {
        return Objects.requireNonNull(links.get(login), login);
    }

    private static void signIn(String login) {
        Person person = console.links().keySet().stream()
                .filter(known -> known.login().equals(login))
                .findFirst()
                .orElseThrow();
        chromium.goTo(linkOf(login));
        chromium.press("Vào");
        chromium.reads(person.title());
    }

    private static void handIn(String name, String status, String completedOn) throws IOException {
        Path file = folder.resolve(name);
        write(file, status, completedOn);
        chromium.goTo(address + "/bao-cao/so-tu-phap");
        chromium.find("#tep").sendKeys(file.toAbsolutePath().toString());
        chromium.press("Nộp");
    }

    /** The unit's own form for the quarter, with one duty filled in and no other. */
    private static void write(Path file, String status, String completedOn) throws IOException {
        byte[] form = dondoc.forms()
                .form("so-tu-phap", Period.read("2017-Q3").orElseThrow(), NOW)
                .orElseThrow()
                .content();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(form));
                OutputStream out = Files.newOutputStream(file)) {
            XSSFSheet sheet = workbook.getSheet("Báo cáo");
            for (int i = sheet.getLastRowNum(); i > 0; i--) {
                Row row = sheet.getRow(i);
                if (row != null && row.getCell(2) != null && isOtherDuty(row)) {
                    sheet.removeRow(row);
                }
            }
            workbook.removeSheetAt(workbook.getSheetIndex("Từng mục"));
            for (Row row : sheet) {
                if (row.getCell(2) != null && row.getCell(2).toString().equals(DUTY)) {
                    row.createCell(3).setCellValue(status);
                    row.createCell(4).setCellValue(completedOn);
                    row.createCell(5).setCellValue("12/BC-STP");
                }
            }
            workbook.write(out);
        }
    }

    private static boolean isOtherDuty(Row row) {
        return row.getCell(0).toString().equals("so-tu-phap")
                && !row.getCell(2).toString().equals(DUTY);
    }
}
