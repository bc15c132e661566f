package vn.dondoc.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.acceptance.TemporaryHome;
import vn.dondoc.app.Dondoc;
import vn.dondoc.app.Settings;
import vn.dondoc.config.Home;
import vn.dondoc.store.DatabaseAddress.PostgresServer;
import vn.dondoc.store.SharedPostgres;

/** {@code dondoc serve} as a process of its own, asked over HTTP how it is: on a file and on PostgreSQL. */
class MonitoredServeTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final String MONDAY_AT_TEN = "2026-03-02T03:00:00Z";
    private static final String TUESDAY_AFTERNOON = "2026-03-03T06:00:00Z";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path home;

    private int port;
    private Optional<Process> serving = Optional.empty();

    @BeforeEach
    void an_office_that_is_watched() throws IOException {
        SmallOffice.installIn(home, 9);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        TemporaryHome.configure(home, "address: \"127.0.0.1:" + port + "\"", "transport: folder");
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (serving.isPresent()) {
            serving.get().destroy();
            assertThat(serving.get().waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_home_that_is_checked_is_ready_and_counts_its_letters() throws Exception {
        int letters = check();
        serveAt(MONDAY_AT_TEN);
        isReadyWith(letters);
    }

    @Test
    void a_home_whose_morning_is_missing_is_live_but_not_ready() throws Exception {
        check();
        // without a schedule nobody catches up
        java.nio.file.Files.delete(home.resolve("schedules/morning-check.yaml"));
        serveAt(TUESDAY_AFTERNOON);
        assertThat(get("/health").statusCode()).isEqualTo(503);
        JsonNode health = JSON.readTree(get("/health").body());
        assertThat(health.get("live").asBoolean()).isTrue();
        assertThat(health.get("ready").asBoolean()).isFalse();
        assertThat(health.get("lastMorningCheck").asText()).isEqualTo("2026-03-02");
    }

    @Test
    void on_postgresql_it_answers_the_same() throws Exception {
        PostgresServer server = SharedPostgres.database();
        TemporaryHome.configure(home, "username: postgres", "url: \"" + server.url() + "\"");
        int letters = check();
        serveAt(MONDAY_AT_TEN);
        isReadyWith(letters);
    }

    private void isReadyWith(int letters) throws Exception {
        JsonNode health = JSON.readTree(get("/health").body());
        assertThat(health.get("ready").asBoolean()).as(health.toString()).isTrue();
        assertThat(health.get("database").asBoolean()).isTrue();
        assertThat(health.get("lastMorningCheck").asText()).isEqualTo("2026-03-02");
        HttpResponse<String> metrics = get("/metrics");
        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(lettersIn(metrics.body())).as(metrics.body()).isEqualTo(letters);
    }

    private static int lettersIn(String metrics) {
        return metrics.lines()
                .filter(line -> line.startsWith("dondoc_letters{"))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private int check() {
        Dondoc dondoc = Dondoc.open(Settings.read(new Home(home)));
        dondoc.checkFlow().morning(MONDAY);
        int letters = dondoc.outbox().list().size();
        dondoc.database().close();
        assertThat(letters).isPositive();
        return letters;
    }

    private void serveAt(String moment) throws IOException {
        serving = Optional.of(Program.start(ServeAt.class, home, moment, "--home", home.toString(), "serve"));
        await().atMost(PATIENCE).ignoreExceptions().until(() -> get("/health").statusCode() > 0);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        BodyHandlers.ofString());
    }
}
