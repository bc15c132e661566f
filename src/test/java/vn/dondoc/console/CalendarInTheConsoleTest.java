package vn.dondoc.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What runs when, which days are off, what is due: read in the console, and edited there by administrators. */
class CalendarInTheConsoleTest {
    private static final String ADMINISTRATOR = "quan-tri";
    private static final String LEADER = "lanh-dao";
    private static final String STORE = "Ghi";

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

    private static Document page(String person, String path) {
        HttpResponse<String> answer = console.get(person, path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static FilledForm form(String path) {
        return FilledForm.on(console, ADMINISTRATOR, path, path);
    }

    // ---- schedules

    @Test
    void every_schedule_is_shown_with_its_next_times_on_working_days() {
        Document page = page(LEADER, "/lich");

        assertThat(page.select("section.card:contains(Bản tổng hợp tuần)").text())
                .contains("25/12/2017 07:30");
        assertThat(page.select("section.card:contains(Kiểm tra buổi sáng)").text())
                .contains("19/12/2017 07:00", "20/12/2017 07:00");
        assertThat(page.select("a[href^=/lich/viec]")).isEmpty();
    }

    @Test
    void an_edited_schedule_is_stored_and_a_faulty_one_is_refused_with_its_line() throws Exception {
        String path = "/lich/viec/weekly-digest";
        Path file = folder.resolve("schedules/weekly-digest.yaml");
        String text = form(path).value("noi-dung");

        HttpResponse<String> refused = form(path)
                .with("noi-dung", text.replace("0 30 7 ? * MON", "0 30 27 ? * MON"))
                .press(STORE);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select(".problems").text())
                .contains("weekly-digest.yaml, dòng 5", "giờ phải từ 0 đến 23");
        assertThat(Files.readString(file)).isEqualTo(text);

        form(path).with("noi-dung", text.replace("0 30 7 ?", "0 45 7 ?")).press(STORE);
        assertThat(page(LEADER, "/lich").text()).contains("25/12/2017 07:45");
        assertThat(Files.list(folder.resolve("schedules/.da-thay"))).isNotEmpty();

        assertThat(form(path).with("noi-dung", text).press(STORE).statusCode()).isEqualTo(303);
        assertThat(Files.readString(file)).isEqualTo(text);
    }

    @Test
    void a_page_left_open_does_not_undo_another_administrators_schedule() {
        String path = "/lich/viec/backup";
        FilledForm leftOpen = form(path);
        String text = leftOpen.value("noi-dung");
        form(path).with("noi-dung", text.replace("0 0 19", "0 0 20")).press(STORE);

        HttpResponse<String> late =
                leftOpen.with("noi-dung", text.replace("0 0 19", "0 0 21")).press(STORE);

        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(late.body()).text()).contains("tệp đã được người khác sửa");
        assertThat(form(path).value("noi-dung")).contains("0 0 20");
    }

    // ---- days off

    @Test
    void a_year_is_shown_with_its_holidays_and_days_worked_in_exchange() {
        Document year = page(LEADER, "/lich/ngay-nghi?nam=2019");

        assertThat(year.text()).contains("05/01/2019: làm bù", "Tết Nguyên đán");
        assertThat(year.select("td.day-made-up").text()).startsWith("5");
        assertThat(year.select("table.month")).hasSize(12);
    }

    @Test
    void a_year_without_a_notice_says_that_law_and_moon_are_used() {
        assertThat(page(LEADER, "/lich/ngay-nghi?nam=2022").text())
                .contains("Chưa có thông báo lịch nghỉ của năm này", "tính theo âm lịch");
    }

    @Test
    void a_corrected_holiday_counts_at_once_and_a_wrong_one_is_refused() {
        String path = "/lich/ngay-nghi/2020";
        String text = form(path).value("noi-dung");
        LocalDate day = LocalDate.of(2020, 11, 20);

        HttpResponse<String> refused = form(path)
                .with("noi-dung", text.replace("daysOff:\n", "daysOff:\n  - {date: \"31/11/2020\", name: \"Thử\"}\n"))
                .press(STORE);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select(".problems").text()).contains("2020.yaml", "31/11/2020");

        form(path)
                .with("noi-dung", text.replace("daysOff:\n", "daysOff:\n  - {date: \"20/11/2020\", name: \"Thử\"}\n"))
                .press(STORE);
        assertThat(console.dondoc().settings().calendar().isWorkingDay(day)).isFalse();
        assertThat(page(LEADER, "/lich/ngay-nghi?nam=2020").text()).contains("20/11/2020: Thử");

        form(path).with("noi-dung", text).press(STORE);
        assertThat(console.dondoc().settings().calendar().isWorkingDay(day)).isTrue();
    }

    @Test
    void the_notice_of_a_new_year_is_begun_from_the_last_one() {
        String path = "/lich/ngay-nghi/2022";

        assertThat(form(path).value("noi-dung")).contains("year: 2021");
        assertThat(form(path).press(STORE).statusCode()).isEqualTo(422);
        assertThat(folder.resolve("config/holidays/2022.yaml")).doesNotExist();
    }

    // ---- deadlines

    @Test
    void what_is_due_in_a_month_stands_day_by_day_with_what_moved() {
        assertThat(page(LEADER, "/lich/han?thang=2018-01")
                        .select("tbody tr:contains(III.1-03)")
                        .text())
                .contains("02/01/2018", "dời từ 31/12/2017", "2017", "hạn");
        assertThat(page(LEADER, "/lich/han?thang=2018-03")
                        .select("tbody tr:contains(III.1-03)")
                        .text())
                .contains("05/03/2018", "mốc theo dõi", "giả định");
        assertThat(page(LEADER, "/lich/han?thang=2018-04")
                        .select("tbody tr:contains(III.1-03)")
                        .text())
                .contains("02/04/2018", "dời từ 31/03/2018", "hạn");
    }

    @Test
    void a_month_that_is_none_is_this_month() {
        assertThat(page(LEADER, "/lich/han?thang=2018-13").select("h1").text()).isEqualTo("Hạn trong tháng 12/2017");
    }

    // ---- who may

    @Test
    void readers_edit_nothing_and_contacts_see_nothing() {
        for (String path : List.of("/lich/viec/send", "/lich/ngay-nghi/2018")) {
            assertThat(console.get(LEADER, path).statusCode()).as(path).isEqualTo(403);
            assertThat(console.post("can-bo", path, Map.of()).statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(console.post(LEADER, "/lich/mo-phong", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(console.get("so-tu-phap", "/lich").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/lich/viec/..%2F..%2Fconfig%2Fdondoc",
                "/lich/viec/moi",
                "/lich/ngay-nghi/1999",
                "/lich/ngay-nghi/..%2Fleaders"
            })
    void no_other_file_is_edited(String path) {
        assertThat(console.get(ADMINISTRATOR, path).statusCode()).isBetween(400, 404);
        assertThat(console.post(ADMINISTRATOR, path, Map.of("noi-dung", "x: 1", "dau", "", "lam", "luu"))
                        .statusCode())
                .isBetween(400, 404);
    }
}
