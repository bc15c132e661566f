package vn.dondoc.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.outbox.Attachment;
import vn.dondoc.outbox.Letter;
import vn.dondoc.outbox.LetterKind;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.outbox.QueuedLetter;
import vn.dondoc.outbox.Worker;
import vn.dondoc.store.OutboxStore;
import vn.dondoc.web.AckLinks;

/** The letters in the console: who sees which, and what an officer may do with them. */
class LetterPagesTest {
    /** A day of letters that the sample does not have, so that its own days stay as they are. */
    private static final LocalDate FAR_OFF = LocalDate.parse("2031-01-15");

    private static SampleConsole console;

    @BeforeAll
    static void open(@TempDir Path folder) {
        console = SampleConsole.in(folder);
    }

    @AfterAll
    static void close() {
        console.close();
    }

    @Test
    void an_officer_sends_a_given_up_letter_again() {
        long id = write("thu-hong", LetterKind.REMINDER, "so-noi-vu", "<p>x</p>", false);
        giveUp(id);
        String page = page("can-bo", "/thu/" + id);
        assertThat(page).contains("hộp thư đầy").contains("Gửi lại");

        assertThat(console.post("can-bo", "/thu/" + id + "/gui-lai", Map.of()).statusCode())
                .isEqualTo(303);

        assertThat(letter(id).state()).isEqualTo(LetterState.QUEUED);
        assertThat(page("can-bo", "/thu/" + id)).contains("Thư đã xếp lại vào hàng chờ gửi.");
        assertThat(audit()).contains("Chuyên viên, Sở Nội vụ (can-bo)|LETTER_RETRIED");
    }

    @Test
    void a_held_alert_is_released_or_taken_back_with_a_reason() {
        long released = write("duyet", LetterKind.ALERT, "so-noi-vu", "<p>x</p>", true);
        long takenBack = write("rut", LetterKind.ALERT, "so-noi-vu", "<p>x</p>", true);

        console.post("can-bo", "/thu/" + released + "/duyet", Map.of("ly-do", "đúng"));
        HttpResponse<String> withoutReason = console.post("can-bo", "/thu/" + takenBack + "/rut", Map.of());
        assertThat(withoutReason.statusCode()).isEqualTo(422);
        assertThat(withoutReason.body()).contains("Chưa ghi lý do").contains("aria-invalid=\"true\"");
        assertThat(letter(takenBack).state()).isEqualTo(LetterState.HELD);
        console.post("can-bo", "/thu/" + takenBack + "/rut", Map.of("ly-do", "đơn vị vừa nộp"));

        assertThat(letter(released).state()).isEqualTo(LetterState.QUEUED);
        assertThat(letter(takenBack).state()).isEqualTo(LetterState.CANCELLED);
        assertThat(page("lanh-dao", "/thu/" + takenBack)).contains("đơn vị vừa nộp");
        assertThat(audit()).contains("LETTER_RELEASED").contains("LETTER_TAKEN_BACK");
    }

    @Test
    void sending_is_paused_with_a_reason_and_goes_on() {
        assertThat(console.post("can-bo", "/thu/tam-dung", Map.of("ly-do", " ")).statusCode())
                .isEqualTo(422);
        assertThat(outbox().currentPause()).isEmpty();

        console.post("can-bo", "/thu/tam-dung", Map.of("ly-do", "máy chủ thư bảo trì"));
        assertThat(page("lanh-dao", "/thu")).contains("Đang tạm dừng gửi").contains("máy chủ thư bảo trì");
        console.post("can-bo", "/thu/gui-tiep", Map.of());

        assertThat(outbox().currentPause()).isEmpty();
    }

    @Test
    void who_only_reads_may_do_none_of_it() {
        long id = write("chi-doc", LetterKind.ALERT, "so-tu-phap", "<p>x</p>", true);
        for (String person : List.of("lanh-dao", "so-tu-phap")) {
            for (String act : List.of("gui-lai", "duyet", "rut")) {
                assertThat(console.post(person, "/thu/" + id + "/" + act, Map.of("ly-do", "thử"))
                                .statusCode())
                        .isEqualTo(403);
            }
            assertThat(console.post(person, "/thu/tam-dung", Map.of("ly-do", "thử"))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(page("lanh-dao", "/thu/" + id)).doesNotContain("Duyệt cho gửi");
        assertThat(letter(id).state()).isEqualTo(LetterState.HELD);
    }

    @Test
    void a_contact_sees_letters_of_his_unit_only() {
        List<String> own = outbox().list().stream()
                .filter(letter -> letter.letter().agency().equals("so-tu-phap"))
                .map(letter -> String.valueOf(letter.id()))
                .toList();
        assertThat(own).isNotEmpty();
        for (String list : List.of("/thu", "/thu?q=noi-vu", "/thu?trang-thai=sent", "/thu?q=S%E1%BB%9F")) {
            assertThat(all(page("so-tu-phap", list), "href=\"/thu/(\\d+)\""))
                    .as(list)
                    .allMatch(own::contains);
        }
        assertThat(all(page("so-tu-phap", "/thu"), "href=\"/thu/(\\d+)\"")).isNotEmpty();
    }

    @Test
    void a_contact_opens_no_letter_of_another_unit() {
        long id = write("cua-don-vi-khac", LetterKind.REMINDER, "so-noi-vu", "<p>x</p>", false);
        for (String part : List.of("", "/noi-dung", "/tep/0")) {
            assertThat(console.get("so-tu-phap", "/thu/" + id + part).statusCode())
                    .as(part)
                    .isEqualTo(404);
            assertThat(console.get("can-bo", "/thu/" + id + part).statusCode())
                    .as(part)
                    .isEqualTo(200);
        }
    }

    @Test
    void what_waits_for_an_officer_or_never_went_is_not_for_a_contact() {
        long held = write("canh-bao-cho", LetterKind.ALERT, "so-tu-phap", "<p>x</p>", true);
        long takenBack = write("canh-bao-rut", LetterKind.ALERT, "so-tu-phap", "<p>x</p>", true);
        console.post("can-bo", "/thu/" + takenBack + "/rut", Map.of("ly-do", "nhầm đơn vị"));
        for (long id : List.of(held, takenBack)) {
            for (String part : List.of("", "/noi-dung", "/tep/0")) {
                assertThat(console.get("so-tu-phap", "/thu/" + id + part).statusCode())
                        .as(part)
                        .isEqualTo(404);
            }
            for (String list : List.of(
                    "/thu?ngay-thu=2031-01-15",
                    "/thu?trang-thai=" + letter(id).state().code())) {
                assertThat(page("so-tu-phap", list)).as(list).doesNotContain("href=\"/thu/" + id + "\"");
                assertThat(page("can-bo", list)).as(list).contains("href=\"/thu/" + id + "\"");
            }
        }
    }

    @Test
    void what_officers_said_of_a_letter_is_for_the_office() {
        long id = write("da-duyet", LetterKind.ALERT, "so-tu-phap", "<p>x</p>", true);
        console.post("can-bo", "/thu/" + id + "/duyet", Map.of("ly-do", "đã đối chiếu sổ"));

        assertThat(page("lanh-dao", "/thu/" + id)).contains("đã đối chiếu sổ");
        assertThat(page("so-tu-phap", "/thu/" + id)).doesNotContain("đã đối chiếu sổ");
    }

    @Test
    void nobody_gets_from_the_console_the_link_by_which_a_unit_promises() {
        String link = new AckLinks("https://don-doc.example", () -> new byte[32], 30).linkFor("hen", FAR_OFF);
        String token = link.substring(link.lastIndexOf('/') + 1);
        long id = write("hen", LetterKind.REMINDER, "so-tu-phap", "<a href=\"" + link + "\">hẹn</a>", false, link);
        for (String person : List.of("can-bo", "lanh-dao", "quan-tri", "so-tu-phap")) {
            assertThat(page(person, "/thu/" + id))
                    .contains("https://don-doc.example/hen-nop/…")
                    .doesNotContain(token);
            assertThat(page(person, "/thu/" + id + "/noi-dung"))
                    .contains("https://don-doc.example/hen-nop/…")
                    .doesNotContain(token);
        }
    }

    @Test
    void a_contact_counts_the_letters_of_his_unit_only() {
        write("dem-cua-minh", LetterKind.REMINDER, "so-tu-phap", "<p>x</p>", false);
        write("dem-cho-duyet", LetterKind.ALERT, "so-tu-phap", "<p>x</p>", true);
        write("dem-cua-don-vi-khac", LetterKind.REMINDER, "so-noi-vu", "<p>x</p>", false);
        List<QueuedLetter> all = outbox().list().stream()
                .filter(letter -> letter.letter().day().equals(FAR_OFF) && letter.state() != LetterState.CANCELLED)
                .toList();
        long own = all.stream()
                .filter(letter -> letter.letter().agency().equals("so-tu-phap")
                        && letter.state().isForUnits())
                .count();
        assertThat(page("so-tu-phap", "/thu/lich?thang=2031-01")).contains("<p>" + own + " thư trong tháng");
        assertThat(page("can-bo", "/thu/lich?thang=2031-01")).contains("<p>" + all.size() + " thư trong tháng");
        assertThat(own).isLessThan(all.size());
    }

    @Test
    void a_letter_is_shown_where_nothing_in_it_can_act() {
        long id = write("doc-hai", LetterKind.REMINDER, "so-noi-vu", "<p>Kính gửi</p><script>alert(1)</script>", false);
        HttpResponse<String> body = console.get("lanh-dao", "/thu/" + id + "/noi-dung");
        assertThat(body.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("sandbox; default-src 'none'")
                .doesNotContain("script-src")
                .doesNotContain("allow-");
        assertThat(page("lanh-dao", "/thu/" + id)).contains("sandbox=\"\"").doesNotContain("<script>alert");
    }

    @Test
    void an_attachment_is_downloaded_and_never_opened_in_place() {
        long id = write("kem-tep", LetterKind.REMINDER, "so-noi-vu", "<p>x</p>", false);
        HttpResponse<String> file = console.get("lanh-dao", "/thu/" + id + "/tep/0");
        assertThat(file.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"bieu_.html\"");
        assertThat(file.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(file.headers().allValues("X-Content-Type-Options")).contains("nosniff");
        assertThat(console.get("lanh-dao", "/thu/" + id + "/tep/7").statusCode())
                .isEqualTo(404);
    }

    @Test
    void letters_are_found_by_unit_office_address_kind_state_and_day() {
        long id = write("tim-thay", LetterKind.REMINDER, "so-noi-vu", "<p>x</p>", false);
        for (String query : List.of(
                "q=S%E1%BB%9F+N%E1%BB%99i+v%E1%BB%A5",
                "q=so-noi-vu&loai=reminder", "q=so-noi-vu&trang-thai=queued", "ngay-thu=2031-01-15&loai=reminder")) {
            assertThat(page("can-bo", "/thu?" + query)).as(query).contains("href=\"/thu/" + id + "\"");
        }
        assertThat(page("can-bo", "/thu?q=ch%E1%BB%A7+t%E1%BB%8Bch&loai=digest"))
                .contains("Chủ tịch UBND tỉnh");
        assertThat(page("can-bo", "/thu?q=100%25_")).contains("Không có thư nào hợp với lựa chọn");
    }

    @Test
    void the_calendar_counts_the_letters_of_each_day() {
        Map<LocalDate, Long> december = outbox().list().stream()
                .filter(letter -> letter.state() != LetterState.CANCELLED)
                .map(letter -> letter.letter().day())
                .filter(day -> day.getYear() == 2017 && day.getMonthValue() == 12)
                .collect(java.util.stream.Collectors.groupingBy(day -> day, java.util.stream.Collectors.counting()));
        String page = page("lanh-dao", "/thu/lich?thang=2017-12");
        december.forEach(
                (day, letters) -> assertThat(page).contains("ngay-thu=" + day + "\"><strong>" + letters + "</strong>"));
        assertThat(page).contains("không có thư");
    }

    @Test
    void in_english_one_letter_a_day_is_a_letter() throws Exception {
        String page = java.net.http.HttpClient.newHttpClient()
                .send(
                        console.asked("can-bo", "/thu/lich?thang=2017-12")
                                .header("Cookie", "ngon-ngu=en")
                                .GET()
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();

        assertThat(page)
                .contains(" letters in the month", "<strong>1</strong><span class=\"only-heard\"> letter</span>")
                .doesNotContain("<strong>1</strong><span class=\"only-heard\"> letters");
    }

    private static long write(String key, LetterKind kind, String unit, String html, boolean held) {
        return write(key, kind, unit, html, held, "Kính gửi <b>");
    }

    private static long write(String key, LetterKind kind, String unit, String html, boolean held, String text) {
        Letter letter = new Letter(
                key,
                kind,
                key + "@don-vi.example",
                List.of(),
                unit,
                FAR_OFF,
                "tieu de " + key,
                text,
                html,
                1,
                "STAGE_REACHED",
                List.of(Attachment.file("bieu\".html", "text/html", new byte[] {1, 2, 3})));
        outbox().enqueue(letter, "mau", held, SampleConsole.NOW);
        return outbox().list().stream()
                .filter(queued -> queued.letter().key().equals(key))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static void giveUp(long id) {
        Worker worker = new Worker("thử", Clock.fixed(SampleConsole.NOW, ZoneOffset.UTC));
        QueuedLetter claimed =
                outbox().claims().claimNext(SampleConsole.NOW, worker).orElseThrow();
        while (claimed.id() != id) {
            outbox().claims().markSent(claimed, SampleConsole.NOW, null);
            claimed = outbox().claims().claimNext(SampleConsole.NOW, worker).orElseThrow();
        }
        outbox().claims().markGivenUp(claimed, "hộp thư đầy", SampleConsole.NOW);
    }

    private static OutboxStore outbox() {
        return console.dondoc().outbox();
    }

    private static QueuedLetter letter(long id) {
        return outbox().find(id).orElseThrow();
    }

    private static String audit() {
        StringBuilder lines = new StringBuilder();
        console.dondoc()
                .audit()
                .read(record -> lines.append(record.actor())
                        .append("|")
                        .append(record.act())
                        .append("\n"));
        return lines.toString();
    }

    private static String page(String person, String path) {
        HttpResponse<String> answer = console.get(person, path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static List<String> all(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
