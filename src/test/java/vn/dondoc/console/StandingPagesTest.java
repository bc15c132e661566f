package vn.dondoc.console;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.calendar.Period;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.ReportedStatus;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.store.Outcome;
import vn.dondoc.store.ReasonStore;
import vn.dondoc.store.ReceivedFile;
import vn.dondoc.store.ReportStore;

/** The overview, the units and the duties, as people with each role see them. */
class StandingPagesTest {
    private static SampleConsole console;

    @BeforeAll
    static void open(@TempDir Path folder) {
        console = SampleConsole.in(folder);
        await().atMost(Duration.ofMinutes(3)).until(() -> !page("lanh-dao", "/").contains("Đang tính"));
        await().atMost(Duration.ofMinutes(3)).until(() -> !page("lanh-dao", "/").contains("Các tuần trước đang"));
    }

    @AfterAll
    static void close() {
        console.close();
    }

    @Test
    void the_overview_counts_what_the_check_command_counts() {
        Map<String, Long> counted = findings(SampleConsole.TODAY).stream()
                .collect(groupingBy(finding -> finding.state().name(), TreeMap::new, counting()));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(statesOf(page("lanh-dao", "/"))).isEqualTo(counted));
    }

    @Test
    void the_overview_tells_how_far_the_plan_had_come_each_week() {
        String overview = page("lanh-dao", "/");
        long met = findings(SampleConsole.TODAY).stream()
                .filter(finding -> finding.state() == State.MET || finding.state() == State.MET_LATE)
                .count();
        assertThat(overview).contains("17/12/2017: ").contains("10/12/2017: ").contains("việc đã đến lúc xét");
        assertThat(overview.replace(".", "")).contains(met + "/");
    }

    @Test
    void a_leader_finds_why_a_unit_is_red() {
        String unit = first(page("lanh-dao", "/"), "href=\"(/co-quan/[^\"?/]+)\"");
        String owed = page("lanh-dao", unit + "?trang-thai=OVERDUE");
        String finding = first(owed, "href=\"(/co-quan/[^\"]+/nhiem-vu/[^\"]+)\"");
        assertThat(page("lanh-dao", finding))
                .contains("Kết luận: quá mốc theo dõi (Quyết định không ấn định thời hạn)")
                .contains("Căn cứ ")
                .contains("Hạn: ")
                .contains("Lời của Quyết định")
                .contains("Diễn biến");
    }

    @Test
    void a_finding_tells_its_letters_and_why_they_went() {
        ReasonStore reasons = new ReasonStore(console.dondoc().database());
        Finding told = findings(SampleConsole.TODAY).stream()
                .filter(finding -> finding.state() == State.OVERDUE
                        && !reasons.lettersAbout(finding.key(), SampleConsole.TODAY)
                                .isEmpty())
                .findFirst()
                .orElseThrow();
        String letter = String.valueOf(
                reasons.lettersAbout(told.key(), SampleConsole.TODAY).get(0).id());
        assertThat(page("can-bo", path(told)))
                .contains("href=\"/thu/" + letter + "\"")
                .contains("có thư");
    }

    @Test
    void a_contact_sees_nothing_of_other_units_in_any_list() {
        for (String list : List.of("/", "/co-quan", "/co-quan?q=S%E1%BB%9F", "/co-quan?ngay=2017-11-01")) {
            assertThat(all(page("so-tu-phap", list), "href=\"/co-quan/([^\"?/]+)"))
                    .as(list)
                    .allMatch("so-tu-phap"::equals);
        }
        Finding others = findings(SampleConsole.TODAY).stream()
                .filter(finding -> finding.key().agency().equals("so-noi-vu"))
                .findFirst()
                .orElseThrow();
        for (String day : List.of("", "?ngay=2017-11-01")) {
            String duty = page("so-tu-phap", "/nhiem-vu/" + others.key().duty() + day);
            assertThat(all(duty, "href=\"/co-quan/([^\"?/]+)")).allMatch("so-tu-phap"::equals);
        }
    }

    @Test
    void a_contact_is_not_told_of_another_unit_nor_of_its_duties() {
        assertThat(console.get("so-tu-phap", "/co-quan/so-noi-vu").statusCode()).isEqualTo(404);
        Finding others = findings(SampleConsole.TODAY).stream()
                .filter(finding -> finding.key().agency().equals("so-noi-vu"))
                .findFirst()
                .orElseThrow();
        assertThat(console.get("so-tu-phap", path(others)).statusCode()).isEqualTo(404);
        assertThat(console.get("so-tu-phap", path(others) + "?ngay=2017-11-01").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_contact_counts_his_own_unit_alone() {
        Map<String, Long> own = findings(SampleConsole.TODAY).stream()
                .filter(finding -> finding.key().agency().equals("so-tu-phap"))
                .collect(groupingBy(finding -> finding.state().name(), TreeMap::new, counting()));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(statesOf(page("so-tu-phap", "/"))).isEqualTo(own));
        assertThat(statesOf(page("so-tu-phap", "/co-quan/so-tu-phap"))).isEqualTo(own);
    }

    @Test
    void a_district_sees_its_communes_too() {
        List<String> communes = console.dondoc().settings().registry().on(SampleConsole.TODAY).stream()
                .filter(unit -> unit.parent().equals("524"))
                .map(unit -> unit.id())
                .toList();
        assertThat(all(page("huyen-binh-son", "/co-quan"), "href=\"/co-quan/([^\"?/]+)"))
                .contains("524")
                .containsAnyElementsOf(communes)
                .allMatch(unit -> unit.equals("524") || communes.contains(unit));
    }

    @Test
    void a_past_day_shows_what_was_known_then() {
        Entry first = new ReportStore(console.dondoc().database())
                .entriesKnownAt(SampleConsole.NOW).stream()
                        .filter(entry -> entry.status() == ReportedStatus.DONE)
                        .min(Comparator.comparing(Entry::receivedAt))
                        .orElseThrow();
        LocalDate received = VietnamTime.dayOf(first.receivedAt());
        String path = "/co-quan/" + first.agency() + "/nhiem-vu/" + first.duty() + "/"
                + first.period().id();
        assertThat(page("lanh-dao", path + "?ngay=" + received)).contains(first.source());
        assertThat(page("lanh-dao", path + "?ngay=" + received.minusDays(1)))
                .doesNotContain(first.source())
                .contains("Theo những gì đã biết đến hết ngày");
    }

    @Test
    void past_lists_judge_as_the_check_of_that_day_does() {
        LocalDate day = LocalDate.parse("2017-10-02");
        Map<String, Long> then = findings(day).stream()
                .filter(finding -> finding.key().agency().equals("so-tu-phap"))
                .collect(groupingBy(finding -> finding.state().name(), TreeMap::new, counting()));
        assertThat(statesOf(page("lanh-dao", "/co-quan/so-tu-phap?ngay=" + day)))
                .isEqualTo(then);
    }

    @Test
    void a_report_shows_within_seconds_and_what_it_says_stays_text() {
        Finding open = findings(SampleConsole.TODAY).stream()
                .filter(finding -> finding.state() == State.OVERDUE
                        && finding.obligation().entry() == null
                        && !finding.obligation().duty().isTarget())
                .findFirst()
                .orElseThrow();
        report(open, "<script>alert(1)</script>", "javascript:alert(2)");
        String page = page("lanh-dao", path(open));
        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert(1)")
                .doesNotContain("href=\"javascript:")
                .contains("căn cứ đánh giá");
        Map<String, Long> now = console.dondoc().assessor().at(SampleConsole.NOW).findings().stream()
                .collect(groupingBy(finding -> finding.state().name(), TreeMap::new, counting()));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> statesOf(page("lanh-dao", "/")).equals(now));
    }

    @Test
    void a_link_to_evidence_tells_the_other_site_nothing() {
        Finding open = findings(SampleConsole.TODAY).stream()
                .filter(finding -> finding.state() == State.DUE_SOON
                        && finding.obligation().entry() == null
                        && !finding.obligation().duty().isTarget())
                .findFirst()
                .orElseThrow();
        report(open, "", "https://van-ban.don-vi.example/12");
        assertThat(page("lanh-dao", path(open)))
                .contains("href=\"https://van-ban.don-vi.example/12\" rel=\"noreferrer noopener\"");
    }

    @Test
    void duties_are_found_by_clause_kind_lead_and_words() {
        assertThat(all(page("lanh-dao", "/nhiem-vu?dieu=II.2.1"), "href=\"/nhiem-vu/([^\"?]+)\""))
                .isNotEmpty()
                .allMatch(duty -> duty.startsWith("II.2.1"));
        assertThat(page("lanh-dao", "/nhiem-vu?loai=target")).contains("chỉ tiêu");
        assertThat(page("lanh-dao", "/nhiem-vu?q=kh%C3%B4ng+c%C3%B3+g%C3%AC+nh%C6%B0+th%E1%BA%BF"))
                .contains("Không có nhiệm vụ nào hợp với lựa chọn");
        assertThat(page("lanh-dao", "/nhiem-vu?chu-tri=S%E1%BB%9F+T%C6%B0+ph%C3%A1p"))
                .contains("Sở Tư pháp");
    }

    @Test
    void pages_speak_english_when_asked_to() {
        HttpResponse<String> page = console.send(console.asked("lanh-dao", "/")
                .setHeader("Cookie", SignedInAs.COOKIE + "=lanh-dao; ngon-ngu=en")
                .GET());
        assertThat(page.body()).contains("Who must act").contains("Compliance");
    }

    @Test
    void what_is_unknown_is_not_found() {
        for (String path : List.of(
                "/co-quan/khong-co",
                "/nhiem-vu/khong-co",
                "/co-quan/so-noi-vu/nhiem-vu/khong-co/2017",
                "/co-quan/so-noi-vu/nhiem-vu/II.2.1.e-04/hom-qua")) {
            assertThat(console.get("lanh-dao", path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(console.get("lanh-dao", "/co-quan?trang=999&cap=KHONG&ngay=hom-qua")
                        .statusCode())
                .isEqualTo(200);
    }

    private static void report(Finding finding, String note, String link) {
        Instant received = SampleConsole.NOW.minusSeconds(60);
        Entry entry = new Entry(
                0,
                "bao-cao-thu.json, dòng 1",
                finding.key().agency(),
                Period.read(finding.key().period()).orElseThrow(),
                finding.key().duty(),
                ReportedStatus.DONE,
                VietnamTime.dayOf(received),
                List.of(new Entry.Evidence("12/KH <b>", SampleConsole.TODAY, link)),
                null,
                null,
                null,
                List.of(),
                note,
                received);
        new ReportStore(console.dondoc().database())
                .save(
                        new ReceivedFile(
                                link + note, "bao-cao-thu.json", received, received, "thu", false, Outcome.ACCEPTED, 0),
                        List.of(entry),
                        List.of());
    }

    private static List<Finding> findings(LocalDate day) {
        return day.equals(SampleConsole.TODAY)
                ? console.dondoc().assessor().at(SampleConsole.NOW).findings()
                : console.dondoc().assessor().asOf(day).findings();
    }

    private static String path(Finding finding) {
        return "/co-quan/" + finding.key().agency() + "/nhiem-vu/"
                + finding.key().duty() + "/" + finding.key().period();
    }

    private static String page(String person, String path) {
        HttpResponse<String> answer = console.get(person, path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    /** What the figures at the head of a page say of each state. */
    private static Map<String, Long> statesOf(String page) {
        return Pattern.compile("<strong>([\\d.]+)</strong> <span class=\"state state-(\\w+)\">")
                .matcher(page)
                .results()
                .collect(Collectors.toMap(
                        found -> found.group(2),
                        found -> Long.parseLong(found.group(1).replace(".", "")),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static String first(String page, String pattern) {
        return all(page, pattern).stream().findFirst().orElseThrow();
    }

    private static List<String> all(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
