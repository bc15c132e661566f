package vn.dondoc.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.acceptance.TemporaryHome;

/** The console as a process of its own opens it: in operation, and on the sample year. */
class ServedConsoleTest {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Pattern LINK = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)/vao/([A-Za-z0-9_-]{43})");

    @TempDir
    private Path home;

    private Optional<Process> serving = Optional.empty();

    @AfterEach
    void stop() throws InterruptedException {
        if (serving.isPresent()) {
            serving.get().destroy();
            assertThat(serving.get().waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void serve_says_where_the_console_is_and_how_the_first_administrator_is_made() throws Exception {
        SmallOffice.installIn(home, 9);
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        TemporaryHome.configure(home, "listen: 127.0.0.1:" + port, "transport: folder");
        start("--home", home.toString(), "serve");
        assertThat(links(1)).singleElement().satisfies(link -> {
            assertThat(link).startsWith("http://127.0.0.1:" + port + "/vao/");
            assertThat(get(link).body()).contains("Người quản trị đầu tiên");
        });
        assertThat(log()).contains("Trang điều hành: http://127.0.0.1:" + port);
        HttpResponse<String> stranger = get("http://127.0.0.1:" + port + "/tai-khoan");
        assertThat(stranger.statusCode()).isEqualTo(303);
    }

    @Test
    void the_demonstration_opens_the_console_with_a_link_for_each_role() throws Exception {
        start("demo", "--as-of", "2017-12-18", "--out", home.resolve("xem-thu").toString(), "--serve");
        List<String> links = links(5);
        assertThat(links).hasSize(5).doesNotHaveDuplicates();
        assertThat(links.stream().map(ServedConsoleTest::page))
                .satisfiesExactly(
                        page -> assertThat(page).contains("Chủ tịch UBND tỉnh"),
                        page -> assertThat(page).contains("Chuyên viên, Sở Nội vụ"),
                        page -> assertThat(page).contains("Quản trị, Sở Nội vụ"),
                        page -> assertThat(page).contains("Đầu mối, Sở Tư pháp"),
                        page -> assertThat(page).contains("Đầu mối, huyện Bình Sơn"));
    }

    private void start(String... arguments) throws IOException {
        String[] all = new String[arguments.length + 1];
        all[0] = "2026-03-02T03:00:00Z";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        serving = Optional.of(Program.start(ServeAt.class, home, all));
    }

    private List<String> links(int count) throws IOException {
        await().atMost(PATIENCE).until(() -> LINK.matcher(log()).results().count() >= count);
        return LINK.matcher(log()).results().map(MatchResult::group).toList();
    }

    private String log() throws IOException {
        return Files.readString(home.resolve("log.txt"));
    }

    private static String page(String address) {
        try {
            return get(address).body();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }
}
