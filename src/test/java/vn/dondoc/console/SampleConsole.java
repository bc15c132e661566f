package vn.dondoc.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import vn.dondoc.acceptance.ReadyHome;
import vn.dondoc.app.Console;
import vn.dondoc.app.Dondoc;
import vn.dondoc.app.Settings;
import vn.dondoc.config.Home;
import vn.dondoc.rehearsal.Demo;
import vn.dondoc.store.Database;
import vn.dondoc.web.console.ConsoleServer;
import vn.dondoc.web.console.Door;

/**
 * The console over the sample year up to 18/12/2017, ten in the morning, real but for signing in, which {@link SignedInAs}
 * leaves out.
 */
public final class SampleConsole implements AutoCloseable {
    public static final LocalDate TODAY = LocalDate.parse("2017-12-18");
    static final Instant NOW = Instant.parse("2017-12-18T03:00:00Z");

    private static final ReadyHome SAMPLE_YEAR = new ReadyHome(SampleConsole::makeSampleYear);

    private final Dondoc dondoc;
    private final Console wiring;
    private final ConsoleServer server;
    private final HttpClient browser = HttpClient.newHttpClient();

    private SampleConsole(Dondoc dondoc, Clock clock) {
        this.dondoc = dondoc;
        this.wiring = new Console(dondoc, clock);
        SampleTokens.makeIn(wiring.people().tokenStore(), NOW);
        this.server = wiring.open("127.0.0.1", 0, new SignedInAs(), wiring.annexes());
    }

    /** On a copy of the sample year, whose making takes half a minute. */
    public static SampleConsole in(Path folder) {
        return new SampleConsole(opened(SAMPLE_YEAR.copyTo(folder)), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static void makeSampleYear(Path folder) {
        Demo.run(new Home(Path.of("")), folder, TODAY, progress -> {})
                .dondoc()
                .database()
                .close();
        Dondoc again = opened(folder); // keeps the compiled rules, as a home of its own
        again.rules().current();
        again.database().close();
    }

    private static Dondoc opened(Path folder) {
        Home home = new Home(folder);
        Settings settings = Settings.read(home).forRehearsal(home, "letters/eml", null);
        return Dondoc.openForRehearsal(settings, Database.openForRehearsal(home.database(settings.configuration())));
    }

    public Dondoc dondoc() {
        return dondoc;
    }

    /** Which sections and annexes it is made of. */
    Console wiring() {
        return wiring;
    }

    public String address(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    /** A page as that person gets it. */
    HttpResponse<String> get(String person, String path) {
        return send(asked(person, path).GET());
    }

    /** A form of that person's, with the token of his session. */
    public HttpResponse<String> post(String person, String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.putIfAbsent(Door.CSRF_FIELD, SignedInAs.CSRF);
        String form = all.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send(asked(person, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** A file handed in by that person for a unit; the page with its answer. */
    HttpResponse<String> handIn(String person, String unit, String fileName, byte[] content, String... more) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(Door.CSRF_FIELD, SignedInAs.CSRF);
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        HttpResponse<String> sent = send(asked(person, "/bao-cao/" + unit + "/nop")
                .header("Content-Type", Multipart.TYPE)
                .POST(Multipart.of(fields, fileName, content)));
        return sent.headers()
                .firstValue("Location")
                .map(answer -> get(person, answer))
                .orElse(sent);
    }

    HttpRequest.Builder asked(String person, String path) {
        return HttpRequest.newBuilder(URI.create(address(path))).header("Cookie", SignedInAs.COOKIE + "=" + person);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), BodyHandlers.ofString(UTF_8));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        server.close();
        dondoc.database().close();
    }
}
