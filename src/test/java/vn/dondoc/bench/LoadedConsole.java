package vn.dondoc.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import vn.dondoc.app.Console;
import vn.dondoc.app.Dondoc;
import vn.dondoc.app.Settings;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.config.Home;
import vn.dondoc.console.SignedInAs;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Duty;
import vn.dondoc.outbox.Letter;
import vn.dondoc.outbox.LetterKind;
import vn.dondoc.web.console.ConsoleServer;

/** The console of a made-up country: its home, and the process that serves it. */
public final class LoadedConsole {
    private static final LocalDate DAY = CountryHome.DAY;
    private static final Instant NOW = VietnamTime.at(DAY, LocalTime.of(10, 0));
    private static final int DAYS_WITH_LETTERS = 2;
    private static final String PARAGRAPH = "<p>Đề nghị đơn vị báo cáo kết quả thực hiện nhiệm vụ này trước hạn.</p>\n";

    private LoadedConsole() {}

    /** A home with so many units, their reports, and a letter to each on two days. */
    static void make(Path folder, int units) throws IOException {
        CountryHome home = CountryHome.in(folder, units);
        System.out.println(home.obligations() + " duties of " + units + " units");
        Dondoc dondoc = home.dondoc();
        for (int day = 0; day < DAYS_WITH_LETTERS; day++) {
            LocalDate written = DAY.minusDays(20 + day);
            dondoc.database().jdbi().useTransaction(handle -> {
                for (Agency unit : dondoc.settings().registry().on(DAY)) {
                    dondoc.outbox().enqueue(handle, letter(unit, written), "country", false, NOW);
                }
            });
        }
        dondoc.database().close();
    }

    private static Letter letter(Agency unit, LocalDate day) {
        return new Letter(
                unit.id() + "|" + day,
                LetterKind.REMINDER,
                unit.id() + "@don-vi.example",
                List.of(),
                unit.id(),
                day,
                "[Nhắc việc] " + unit.name() + ": nhiệm vụ theo Quyết định 881/QĐ-UBND",
                PARAGRAPH.repeat(60),
                PARAGRAPH.repeat(120),
                7,
                "STAGE_REACHED",
                List.of());
    }

    /** A process that serves a home; it writes down what can be asked once it is ready. */
    static Process start(Path folder, Path told) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+TieredCompilation",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoadedConsole.class.getName(),
                        folder.toString(),
                        told.toString())
                .inheritIO()
                .start();
    }

    public static void main(String[] arguments) throws Exception {
        long began = System.nanoTime();
        Dondoc dondoc = Dondoc.open(Settings.read(new Home(Path.of(arguments[0]))));
        Console console = new Console(dondoc, Clock.fixed(NOW, ZoneOffset.UTC));
        ConsoleServer server = console.open("127.0.0.1", 0, new SignedInAs(), console.annexes());
        List<String> units =
                dondoc.settings().registry().on(DAY).stream().map(Agency::id).toList();
        String duties = dondoc.rules().current().plan().allDuties().stream()
                .filter(duty -> duty.bindsOn(DAY))
                .map(Duty::id)
                .collect(Collectors.joining(" "));
        waitForStandings(server.port());
        System.out.println("standings, with their trend, after " + (System.nanoTime() - began) / 1_000_000 + " ms");
        System.gc();
        System.out.println("heap held: "
                + (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() >> 20) + " MB");
        Files.writeString(
                Path.of(arguments[1]),
                String.join(
                        "\n",
                        "http://127.0.0.1:" + server.port(),
                        String.join(" ", units),
                        duties,
                        String.valueOf((long) DAYS_WITH_LETTERS * units.size())));
        new CountDownLatch(1).await();
    }

    private static void waitForStandings(int port) throws Exception {
        var client = java.net.http.HttpClient.newHttpClient();
        var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create("http://127.0.0.1:" + port + "/"))
                .header("Cookie", SignedInAs.COOKIE + "=lanh-dao; ngon-ngu=en")
                .build();
        String page;
        do {
            new CountDownLatch(1).await(1, TimeUnit.SECONDS);
            page = client.send(request, java.net.http.HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                    .body();
        } while (page.contains("being worked out"));
    }
}
