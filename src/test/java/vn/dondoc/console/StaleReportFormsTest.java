package vn.dondoc.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.calendar.Period;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.Obligation.Track;
import vn.dondoc.store.ReportStore;

/** Forms and drafts from the morning, sent after something else has come in; two duties for each test. */
class StaleReportFormsTest {
    private static final String CLERK = "so-tu-phap";
    private static final String FORM = "/bao-cao/so-tu-phap/2017-Q4";
    private static final String SEND = "Gửi báo cáo";
    private static final String SAVE = "Lưu nháp";

    @TempDir
    static Path folder;

    private static SampleConsole console;
    private static List<String> duties;
    private static int used;

    private String duty;
    private String other;

    @BeforeAll
    static void open() {
        console = SampleConsole.in(folder);
        duties =
                console
                        .dondoc()
                        .forms()
                        .asked(Set.of(CLERK), Period.read("2017-Q4").orElseThrow(), SampleConsole.NOW)
                        .stream()
                        .filter(finding -> Set.of(Track.DATED, Track.UNDATED, Track.CONTINUOUS)
                                        .contains(finding.obligation().track())
                                && finding.obligation().entry() == null)
                        .map(finding -> finding.key().duty())
                        .distinct()
                        .toList();
    }

    @AfterAll
    static void close() {
        console.close();
    }

    @BeforeEach
    void reportOne() {
        duty = duties.get(used++);
        other = duties.get(used++);
        console.post(CLERK, FORM, Map.of("viec", "bo"));
        reportElsewhere(duty, "đang thực hiện", "");
    }

    @Test
    void a_draft_from_the_morning_does_not_push_aside_what_was_reported_at_noon() {
        form().with(other + "|status|0", "đang thực hiện").press(SAVE);
        reportElsewhere(duty, "hoàn thành", "15/12/2017");

        HttpResponse<String> sent = form().press(SEND);

        assertThat(sent.statusCode()).as(textOf(sent)).isEqualTo(303);
        assertThat(statusOf(duty)).isEqualTo("hoàn thành");
        assertThat(statusOf(other)).isEqualTo("đang thực hiện");
        assertThat(console.get(CLERK, FORM).body()).contains("Đã nhận báo cáo: 1 nhiệm vụ.");
    }

    @Test
    void nor_does_a_page_left_open() {
        FilledForm open = form().with(other + "|status|0", "đang thực hiện");
        reportElsewhere(duty, "hoàn thành", "15/12/2017");

        assertThat(open.press(SEND).statusCode()).isEqualTo(303);

        assertThat(statusOf(duty)).isEqualTo("hoàn thành");
    }

    @Test
    void a_draft_shows_what_is_known_by_now_in_the_rows_that_its_clerk_left_alone() {
        form().with(other + "|note|0", "chờ văn bản").press(SAVE);
        reportElsewhere(duty, "hoàn thành", "15/12/2017");

        FilledForm again = form();

        assertThat(again.value(duty + "|completedOn|0")).isEqualTo("15/12/2017");
        assertThat(again.value(other + "|note|0")).isEqualTo("chờ văn bản");
    }

    @Test
    void a_row_that_was_changed_on_both_sides_is_shown_again_before_it_is_taken() {
        FilledForm open = form().with(duty + "|note|0", "chậm vì chờ văn bản");
        reportElsewhere(duty, "hoàn thành", "15/12/2017");

        HttpResponse<String> refused = open.press(SEND);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(textOf(refused))
                .contains("nội dung đã có báo cáo mới hơn: “hoàn thành” ngày 15/12/2017", "xem lại rồi gửi");
        assertThat(statusOf(duty)).isEqualTo("hoàn thành");

        HttpResponse<String> reviewed =
                FilledForm.of(console, CLERK, refused, FORM).press(SEND);

        assertThat(reviewed.statusCode()).as(textOf(reviewed)).isEqualTo(303);
        assertThat(lastOf(duty).note()).isEqualTo("chậm vì chờ văn bản");
    }

    @Test
    void what_was_returned_is_not_handed_in_again_by_a_draft_that_still_has_it() {
        form().with(other + "|status|0", "đang thực hiện").press(SAVE);
        Entry returned = lastOf(duty);
        console.post(
                "can-bo",
                "/bao-cao/so-tu-phap/xem-xet",
                Map.of(
                        "viec", "tra-lai",
                        "muc", String.valueOf(returned.sequence()),
                        "ly-do", "thiếu số liệu",
                        "ngay-moi", "25/12/2017"));

        assertThat(form().press(SEND).statusCode()).isEqualTo(303);

        assertThat(lastOf(duty).sequence()).isEqualTo(returned.sequence());
        assertThat(statusOf(other)).isEqualTo("đang thực hiện");
    }

    private static FilledForm form() {
        return FilledForm.on(console, CLERK, FORM, FORM);
    }

    private static void reportElsewhere(String duty, String status, String completedOn) {
        byte[] report = ("agency,period,duty,status,completedOn\n" + CLERK + ",2017-Q4," + duty + "," + status + ","
                        + completedOn + "\n")
                .getBytes(UTF_8);
        assertThat(console.handIn(CLERK, CLERK, "ngoai.csv", report).statusCode())
                .isEqualTo(200);
    }

    private static String statusOf(String duty) {
        return lastOf(duty).status().word();
    }

    private static Entry lastOf(String duty) {
        return new ReportStore(console.dondoc().database())
                .entriesOf(Set.of(CLERK), SampleConsole.NOW).stream()
                        .filter(entry ->
                                entry.duty().equals(duty) && entry.period().id().equals("2017-Q4"))
                        .max(java.util.Comparator.comparing(Entry::sequence))
                        .orElseThrow();
    }

    private static String textOf(HttpResponse<String> page) {
        return Jsoup.parse(page.body()).text();
    }
}
