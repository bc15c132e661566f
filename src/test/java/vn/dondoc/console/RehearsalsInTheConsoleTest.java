package vn.dondoc.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.rehearsal.LetterChange;
import vn.dondoc.rehearsal.Preview;
import vn.dondoc.rehearsal.Simulation.Period;
import vn.dondoc.rules.RuleFiles;

/** What an edit would change, and a span lived ahead: in a process of its own, looked at in the console. */
@TestMethodOrder(OrderAnnotation.class)
class RehearsalsInTheConsoleTest {
    private static final String ADMINISTRATOR = "quan-tri";
    private static final String LEADER = "lanh-dao";
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(8);
    private static final LocalDate FROM = LocalDate.of(2017, 12, 19);
    /** Units had a letter on 18/12, so the next may go five working days later. */
    private static final LocalDate WITH_LETTERS = LocalDate.of(2018, 1, 5);

    private static final LocalDate TO = LocalDate.of(2017, 12, 21);

    @TempDir
    private static Path folder;

    @TempDir
    private static Path beside;

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

    private static HttpResponse<String> begin(String path, LocalDate from, LocalDate to) {
        return console.post(ADMINISTRATOR, path, Map.of("tu-ngay", from.toString(), "den-ngay", to.toString()));
    }

    private static Document done(HttpResponse<String> begun) {
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(303);
        String path = begun.headers().firstValue("Location").orElseThrow();
        assertThat(begin("/lich/mo-phong", FROM, TO).statusCode())
                .as("one at a time")
                .isEqualTo(422);
        await().atMost(LONG_ENOUGH)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> page(LEADER, path + "/tien-do").text().contains("xong"));
        return page(LEADER, path);
    }

    /** The mark of the year's report, 25/11 in force, is moved to come within the span. */
    private static RuleFiles editedByAnAdministrator() {
        console.post(ADMINISTRATOR, "/quy-tac/nhap", Map.of());
        // two rows of one duty
        for (String duty : List.of("III.1-03", "II.2.1.a-03")) {
            String row = page(ADMINISTRATOR, "/quy-tac/nhap/tep/duties.csv?tim=" + duty)
                    .select("tbody th a:containsOwn(" + duty + ")")
                    .attr("href");
            FilledForm.on(console, ADMINISTRATOR, row, row)
                    .fill("Mốc theo dõi", "05/03; 05/06; 05/09; 20/12")
                    .press("Ghi vào bản nháp");
        }
        RuleFiles inForce =
                console.dondoc().rules().files(console.dondoc().rules().latest().orElseThrow());
        String duties =
                new String(inForce.content("duties.csv").orElseThrow(), java.nio.charset.StandardCharsets.UTF_8);
        return inForce.with(
                "duties.csv",
                duties.replace("05/03; 05/06; 05/09; 25/11", "05/03; 05/06; 05/09; 20/12")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    @Order(1)
    void a_preview_names_exactly_the_letters_that_change_and_opens_each() {
        RuleFiles edited = editedByAnAdministrator();
        Preview wanted =
                Preview.of(console.dondoc(), edited, beside, new Period(FROM, WITH_LETTERS), true, progress -> {});

        Document preview = done(begin("/quy-tac/xem-truoc", FROM, WITH_LETTERS));

        assertThat(wanted.letters()).isNotEmpty();
        assertThat(preview.select("table:contains(Thư) tbody td a").eachText())
                .containsExactlyElementsOf(wanted.letters().stream()
                        .limit(50)
                        .map(LetterChange::either)
                        .map(letter -> letter.subject())
                        .toList());
        assertThat(preview.select("ul.figures li:last-child strong").text().replace(".", ""))
                .isEqualTo(String.valueOf(wanted.verdicts().size()));
        Document letter = page(
                LEADER, preview.expectFirst("table:contains(Thư) tbody td a").attr("href"));
        HttpResponse<String> opened =
                console.get(LEADER, letter.expectFirst("iframe").attr("src"));
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("sandbox", "default-src 'none'")
                        .doesNotContain("allow-scripts"));
    }

    @Test
    @Order(2)
    void a_simulated_span_shows_its_letters_and_touches_no_record() {
        var before = console.dondoc().outbox().countByState();

        Document simulated = done(begin("/lich/mo-phong", FROM, TO));

        assertThat(simulated.text()).contains("Mô phỏng từ 19/12/2017 đến 21/12/2017: 3 ngày làm việc");
        Document index = page(LEADER, simulated.expectFirst("iframe").attr("src"));
        assertThat(index.text()).contains("Lịch thư", "Thư nhắc việc theo đơn vị");
        assertThat(console.dondoc().outbox().countByState()).isEqualTo(before);
    }

    @Test
    @Order(3)
    void a_span_that_cannot_be_lived_is_refused_and_one_that_runs_can_be_stopped() {
        assertThat(begin("/lich/mo-phong", TO, FROM).statusCode()).isEqualTo(422);
        HttpResponse<String> noDays =
                console.post(ADMINISTRATOR, "/lich/mo-phong", Map.of("tu-ngay", "", "den-ngay", "31/02/2018"));
        assertThat(noDays.statusCode()).isEqualTo(422);
        assertThat(noDays.body()).contains("Từ ngày", "“31/02/2018” không phải là ngày");
        assertThat(begin("/lich/mo-phong", FROM, FROM.plusYears(3)).statusCode())
                .isEqualTo(422);

        String path = begin("/lich/mo-phong", FROM, FROM.plusMonths(12))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        console.post(ADMINISTRATOR, path + "/dung", Map.of());

        await().atMost(LONG_ENOUGH).until(() -> page(LEADER, path).text().contains("đã dừng"));
    }

    @Test
    @Order(4)
    void nothing_but_the_pages_of_a_rehearsal_is_handed_out() {
        String run = page(LEADER, "/lich/mo-phong")
                .select("tbody tr:last-child th a")
                .attr("href");

        for (String file : new String[] {
            "data/dondoc.db", "config/dondoc.yaml", "../lan-chay.properties", "..%2Ftien-do.txt", "letters.csv"
        }) {
            assertThat(console.get(LEADER, run + "/tep/" + file).statusCode())
                    .as(file)
                    .isBetween(400, 404);
        }
    }
}
