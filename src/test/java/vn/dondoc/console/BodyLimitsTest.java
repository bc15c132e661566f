package vn.dondoc.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.people.Role;

/** How much anybody may send, before any of it is read as a form. */
class BodyLimitsTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int OF_STRANGERS = 16 << 10;
    private static final int OF_PEOPLE = 4 << 20;

    @TempDir
    static Path folder;

    private static AccessWorld world;
    private static String cookie;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void open() {
        world = AccessWorld.in(folder);
        world.someone("can-bo", Role.OFFICER);
        cookie = "dondoc=" + world.signedIn("can-bo").cookie("dondoc");
    }

    @AfterAll
    static void close() throws Exception {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dang-nhap", "/dang-nhap/ma", "/dang-nhap/thiet-lap", "/vao/abc"})
    void a_strangers_form_may_have_sixteen_kilobytes(String path) throws Exception {
        assertThat(post(path, FORM, form(OF_STRANGERS)).statusCode()).isEqualTo(403);
        HttpResponse<String> larger = post(path, FORM, form(OF_STRANGERS + 1));
        assertThat(larger.statusCode()).isEqualTo(413);
        assertThat(larger.body()).contains("quá lớn, chưa nhận gì");
    }

    @Test
    void a_form_of_who_has_signed_in_may_have_four_megabytes() throws Exception {
        assertThat(post("/tai-khoan/mat-khau", FORM, form(OF_PEOPLE)).statusCode())
                .isEqualTo(403);
        assertThat(post("/tai-khoan/mat-khau", FORM, form(OF_PEOPLE + 1)).statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({"/dang-nhap, POST", "/dang-nhap, GET", "/vao/abc, POST", "/tai-khoan/mat-khau, POST"})
    void a_form_that_does_not_say_its_length_is_refused(String path, String method) throws Exception {
        BodyPublisher endless = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream("ten=x".getBytes(UTF_8)));
        assertThat(send(request(path, FORM).method(method, endless)).statusCode())
                .isEqualTo(411);
    }

    /** A connection that is closed over what its other end still sends takes the answer with it. */
    @Test
    void a_refusal_waits_until_the_sender_has_finished() throws Exception {
        URI console = URI.create(world.address("/"));
        try (Socket socket = new Socket(console.getHost(), console.getPort())) {
            OutputStream sender = socket.getOutputStream();
            sender.write("""
                    POST /dang-nhap HTTP/1.1\r
                    Host: 127.0.0.1\r
                    Content-Type: application/x-www-form-urlencoded\r
                    Transfer-Encoding: chunked\r
                    \r
                    5\r
                    ten=x\r
                    """.getBytes(UTF_8));
            socket.setSoTimeout(500);
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            sender.write("0\r\n\r\n".getBytes(UTF_8));
            socket.setSoTimeout(20_000);
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 411 ")
                    .contains("không nói trước độ dài");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"16385", "2147483648", "3000000000"})
    void whoever_asks_first_whether_to_send_too_much_is_told_no_at_once(String length) throws Exception {
        assertThat(said("""
                POST /dang-nhap HTTP/1.1\r
                Host: 127.0.0.1\r
                Content-Type: application/x-www-form-urlencoded\r
                Expect: 100-continue\r
                Content-Length: %s\r
                \r
                """.formatted(length))).startsWith("HTTP/1.1 413 ").contains("quá lớn, chưa nhận gì");
    }

    @Test
    void a_body_that_is_none_breaks_nothing() throws Exception {
        assertThat(said("""
                POST /dang-nhap HTTP/1.1\r
                Host: 127.0.0.1\r
                Content-Type: application/x-www-form-urlencoded\r
                Transfer-Encoding: chunked\r
                \r
                zz\r
                """)).matches("(?s)HTTP/1.1 4\\d\\d .*");
    }

    /** What is answered to bytes that no client would send, up to the end of the connection. */
    private static String said(String sent) throws IOException {
        URI console = URI.create(world.address("/"));
        try (Socket socket = new Socket(console.getHost(), console.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(sent.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json", "APPLICATION/X-WWW-FORM-URLENCODED; charset=utf-8"})
    void calling_a_form_something_else_does_not_help(String type) throws Exception {
        assertThat(post("/dang-nhap", type, form(OF_STRANGERS + 1)).statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dang-nhap", "/dang-nhap/ma", "/vao/abc"})
    void a_strangers_files_are_refused_before_they_are_read(String path) throws Exception {
        BodyPublisher file = Multipart.of(Map.of("ten", "x"), "a.json", new byte[100]);
        assertThat(send(request(path, Multipart.TYPE).POST(file)).statusCode()).isEqualTo(415);
        assertThat(send(request(path, Multipart.TYPE).method("GET", file)).statusCode())
                .isEqualTo(415);
    }

    @Test
    void a_file_that_a_stranger_hands_in_sends_him_to_sign_in() throws Exception {
        HttpRequest.Builder broken = HttpRequest.newBuilder(URI.create(world.address("/bao-cao/so-tu-phap/nop")))
                .header("Content-Type", Multipart.TYPE)
                .POST(BodyPublishers.ofString("không phải multipart"));
        assertThat(send(broken).statusCode()).isEqualTo(303);
    }

    private HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return send(request(path, type).POST(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String path, String type) {
        return HttpRequest.newBuilder(URI.create(world.address(path)))
                .header("Cookie", cookie)
                .header("Content-Type", type);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString(UTF_8));
    }

    private static String form(int bytes) {
        return "ten=" + "x".repeat(bytes - 4);
    }
}
