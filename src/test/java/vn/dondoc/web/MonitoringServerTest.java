package vn.dondoc.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.outbox.Letter;
import vn.dondoc.outbox.LetterKind;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.store.Database;
import vn.dondoc.store.EmptyRecords;
import vn.dondoc.store.FireLedger;
import vn.dondoc.store.OutboxStore;
import vn.dondoc.store.Vitals;

/** What a machine that watches asks over real HTTP, of a real database. */
class MonitoringServerTest {
    private static final Instant NOW = Instant.parse("2026-03-03T06:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private Database database;
    private OutboxStore outbox;
    private MonitoringServer server;

    @BeforeEach
    void serve() {
        database = Database.open(EmptyRecords.in(folder));
        outbox = new OutboxStore(database, "don-doc@quangngai.example");
        server = MonitoringServer.start(
                "127.0.0.1",
                0,
                new Vitals(database),
                outbox,
                now -> VietnamTime.dayOf(now),
                Clock.fixed(NOW, VietnamTime.ZONE));
    }

    @AfterEach
    void stop() {
        server.close();
        database.close();
    }

    @Test
    void a_new_home_is_live_and_ready() throws Exception {
        HttpResponse<String> answer = get("/health");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/json;charset=utf-8");
        assertThat(answer.body())
                .isEqualTo("{\"live\":true,\"ready\":true,\"database\":true,\"lastMorningCheck\":null,"
                        + "\"morningChecksComplete\":true,\"lettersWaiting\":0,\"oldestWaitingSeconds\":0,"
                        + "\"mailStandsStillSince\":null}");
    }

    @Test
    void a_morning_that_is_missing_makes_it_not_ready() throws Exception {
        morning("2026-03-03");
        assertThat(get("/health").statusCode()).isEqualTo(200);
        database.jdbi().useHandle(handle -> handle.execute("DELETE FROM morning"));
        morning("2026-03-02");
        assertThat(get("/health").statusCode()).isEqualTo(503);
        assertThat(health().get("morningChecksComplete").asBoolean()).isFalse();
        assertThat(health().get("lastMorningCheck").asText()).isEqualTo("2026-03-02");
    }

    @Test
    void mail_that_stands_still_for_two_hours_makes_it_not_ready() throws Exception {
        outbox.standsStill(NOW.minus(Duration.ofHours(2)).plusMillis(1), "không kết nối được");
        assertThat(get("/health").statusCode()).isEqualTo(200);
        outbox.moves();
        outbox.standsStill(NOW.minus(Duration.ofHours(2)), "không kết nối được");
        assertThat(get("/health").statusCode()).isEqualTo(503);
        assertThat(health().get("mailStandsStillSince").asText()).isEqualTo("2026-03-03T04:00:00Z");
    }

    @Test
    void a_database_that_does_not_answer_is_said() throws Exception {
        database.close();
        HttpResponse<String> answer = get("/health");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("{\"live\":true,\"ready\":false,\"database\":false}");
    }

    @Test
    void figures_are_in_the_text_format_of_prometheus() throws Exception {
        queue();
        morning("2026-03-03");
        database.jdbi()
                .useHandle(handle ->
                        handle.execute("INSERT INTO finding (agency, duty, period, state, opened_on, rules_version)"
                                + " VALUES ('so-y-te', 'I.1-01', '2026', 'OVERDUE', '2026-03-01', 'x')"));
        FireLedger ledger = new FireLedger(database);
        ledger.begin("send", NOW, NOW);
        ledger.finish("send", NOW, NOW, "x");
        HttpResponse<String> answer = get("/metrics");
        assertThat(answer.headers().firstValue("content-type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.body().lines().toList())
                .allMatch(line -> line.matches("# (HELP|TYPE) dondoc_[a-z_]+ .+"
                        + "|dondoc_[a-z_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*})? \\d+"))
                .contains(
                        "dondoc_letters{state=\"queued\"} 1",
                        "dondoc_letters{state=\"sent\"} 0",
                        "dondoc_oldest_waiting_letter_seconds 3600",
                        "dondoc_findings{state=\"overdue\"} 1",
                        "dondoc_findings{state=\"violated\"} 0",
                        "dondoc_last_morning_check_timestamp_seconds " + NOW.getEpochSecond(),
                        "dondoc_job_runs_total{job=\"send\",outcome=\"failed\"} 1",
                        "dondoc_mail_standstill_seconds 0");
        assertThat(answer.body()).doesNotContain("so-y-te", "@", "Kính gửi");
    }

    @Test
    void nothing_else_is_there() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(404);
        assertThat(get("/hen/abc").statusCode()).isEqualTo(404);
    }

    @Test
    void a_port_that_is_taken_is_refused_with_the_key_to_change() {
        assertThatThrownBy(() -> MonitoringServer.start(
                        "127.0.0.1",
                        server.port(),
                        new Vitals(database),
                        outbox,
                        VietnamTime::dayOf,
                        Clock.systemUTC()))
                .isInstanceOf(FaultyFileException.class)
                .hasMessageContaining("monitoring.address");
    }

    private void morning(String day) {
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO morning (day, at, rules_version) VALUES (?, '2026-03-03T06:00:00.000Z', 'x')",
                        LocalDate.parse(day).toString()));
    }

    private void queue() {
        Letter letter = new Letter(
                "so-y-te@quangngai.example|reminder|2026-03-03",
                LetterKind.REMINDER,
                "so-y-te@quangngai.example",
                List.of(),
                "so-y-te",
                LocalDate.parse("2026-03-03"),
                "[Nhắc việc] 1 nhiệm vụ",
                "Kính gửi…",
                "Kính gửi…",
                1,
                "NEW_STAGE",
                List.of());
        database.jdbi()
                .useTransaction(handle -> outbox.enqueue(handle, letter, "x", false, NOW.minus(Duration.ofHours(1))));
    }

    private JsonNode health() throws IOException, InterruptedException {
        return JSON.readTree(get("/health").body());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + server.port() + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
