package vn.dondoc.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import vn.dondoc.console.SignedInAs;
import vn.dondoc.web.console.Door;

/**
 * The console with a country's home, asked for 50 pages a second: a process of its own serves them in the memory that
 * {@code dondoc serve} has, this one asks. A request counts from the moment at which it was due, so that one that had to wait
 * for others is not told faster than it was.
 */
public final class ConsoleLoad {
    private static final int A_SECOND = 50;
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration MEASURED = Duration.ofSeconds(120);

    private static final List<String> OF_ADMINISTRATORS = List.of(
            "/quy-tac",
            "/quy-tac/tep/duties.csv",
            "/quy-tac/tep/targets.dslr",
            "/quy-tac/lich-su",
            "/quy-tac/dieu-khoan",
            "/quy-tac/xem-truoc",
            "/quy-tac/nhap",
            "/quy-tac/nhap/tep/duties.csv",
            "/quy-tac/nhap/dong/duties.csv/5",
            "/lich",
            "/lich/han",
            "/lich/ngay-nghi",
            "/lich/mo-phong",
            "/quan-tri",
            "/quan-tri/ma-truy-cap",
            "/quan-tri/tam-dung",
            "/quan-tri/nhat-ky",
            "/tai-khoan");

    private final String address;
    private final List<String> units;
    private final List<String> duties;
    private final long letters;
    private final SplittableRandom chance = new SplittableRandom(881);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newFixedThreadPool(4))
            .build();
    private final Map<String, ConcurrentLinkedQueue<Long>> micros = new LinkedHashMap<>();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

    private ConsoleLoad(List<String> told) {
        this.address = told.get(0);
        this.units = Arrays.asList(told.get(1).split(" "));
        this.duties = Arrays.asList(told.get(2).split(" "));
        this.letters = Long.parseLong(told.get(3));
    }

    /** @param arguments how many units; a folder in which a home of an earlier run is used again, or none */
    public static void main(String[] arguments) throws Exception {
        int units = arguments.length > 0 && arguments[0].matches("\\d+") ? Integer.parseInt(arguments[0]) : 13_000;
        Path folder = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("dondoc-console");
        if (!Files.exists(folder.resolve("data"))) {
            LoadedConsole.make(folder, units);
        }
        Path told = Files.createTempFile("dondoc-console", ".txt");
        Process server = LoadedConsole.start(folder, told);
        try {
            while (Files.size(told) == 0 && server.isAlive()) {
                server.waitFor(1, TimeUnit.SECONDS);
            }
            new ConsoleLoad(Files.readAllLines(told)).run();
        } finally {
            server.destroy();
            server.waitFor(20, TimeUnit.SECONDS);
        }
        System.exit(0);
    }

    private void run() throws Exception {
        beginDraft();
        Map<String, Supplier<String>> pages = pages();
        pages.keySet().forEach(page -> micros.put(page, new ConcurrentLinkedQueue<>()));
        ask(pages, WARM_UP);
        micros.values().forEach(ConcurrentLinkedQueue::clear);
        failures.clear();
        ask(pages, MEASURED);
        print();
    }

    private void beginDraft() throws Exception {
        client.send(
                HttpRequest.newBuilder(URI.create(address + "/quy-tac/nhap"))
                        .header("Cookie", SignedInAs.COOKIE + "=quan-tri")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(Door.CSRF_FIELD + "=" + SignedInAs.CSRF))
                        .build(),
                BodyHandlers.discarding());
    }

    /** Each page by its name, with an address of it taken by chance. */
    private Map<String, Supplier<String>> pages() {
        Map<String, Supplier<String>> pages = new LinkedHashMap<>();
        pages.put("/", () -> "/");
        pages.put("/ (contact)", () -> "/#so-tu-phap");
        pages.put("/co-quan", () -> "/co-quan?trang=" + (1 + chance.nextInt(200)));
        pages.put("/co-quan, filtered", () -> "/co-quan?q=x%C3%A3&cap=COMMUNE&trang-thai=OVERDUE");
        pages.put("/co-quan, past day", () -> "/co-quan?ngay=2021-06-30&trang=" + (1 + chance.nextInt(200)));
        pages.put("/co-quan/{unit}", () -> "/co-quan/" + any(units));
        pages.put("/co-quan/{unit}, past day", () -> "/co-quan/" + any(units) + "?ngay=2021-06-30");
        pages.put("/co-quan/{unit}/nhiem-vu/…", () -> "/co-quan/" + any(units) + "/nhiem-vu/" + any(duties) + "/2021");
        pages.put("/nhiem-vu", () -> "/nhiem-vu");
        pages.put("/nhiem-vu/{duty}", () -> "/nhiem-vu/" + any(duties) + "?trang=" + (1 + chance.nextInt(50)));
        pages.put("/nhiem-vu/{duty}, past day", () -> "/nhiem-vu/" + any(duties) + "?ngay=2021-06-30");
        pages.put("/thu", () -> "/thu?trang=" + (1 + chance.nextInt(200)));
        pages.put("/thu, searched", () -> "/thu?q=" + any(units));
        pages.put("/thu/{id}", () -> "/thu/" + (1 + chance.nextLong(letters)));
        pages.put("/thu/{id}/noi-dung", () -> "/thu/" + (1 + chance.nextLong(letters)) + "/noi-dung");
        pages.put("/thu/lich", () -> "/thu/lich?thang=2021-12");
        pages.put("/thu/tra-loi", () -> "/thu/tra-loi#can-bo");
        pages.put("/bao-cao", () -> "/bao-cao#can-bo");
        pages.put("/bao-cao/cho-duyet", () -> "/bao-cao/cho-duyet#can-bo");
        pages.put("/bao-cao/{unit}", () -> "/bao-cao/" + any(units) + "#can-bo");
        pages.put("/bao-cao/{unit}/{period}", () -> "/bao-cao/" + any(units) + "/2021-Q4#can-bo");
        for (String page : OF_ADMINISTRATORS) {
            pages.put(page, () -> page + "#quan-tri");
        }
        return pages;
    }

    private String any(List<String> some) {
        return some.get(chance.nextInt(some.size()));
    }

    private void ask(Map<String, Supplier<String>> pages, Duration span) throws InterruptedException {
        List<String> names = new ArrayList<>(pages.keySet());
        ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
        long first = System.nanoTime();
        long all = span.toSeconds() * A_SECOND;
        for (long number = 0; number < all; number++) {
            String name = names.get((int) (number % names.size()));
            String path = Objects.requireNonNull(pages.get(name)).get();
            long due = first + number * 1_000_000_000L / A_SECOND;
            pace.schedule(() -> ask(name, path, due), due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
        pace.shutdown();
        pace.awaitTermination(10, TimeUnit.MINUTES);
        new java.util.concurrent.CountDownLatch(1).await(3, TimeUnit.SECONDS);
    }

    private void ask(String name, String path, long due) {
        int person = path.indexOf('#');
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(address + (person < 0 ? path : path.substring(0, person))))
                .header("Cookie", SignedInAs.COOKIE + "=" + (person < 0 ? "lanh-dao" : path.substring(person + 1)))
                .timeout(Duration.ofMinutes(1))
                .build();
        client.sendAsync(request, BodyHandlers.ofByteArray()).whenComplete((answer, failure) -> {
            Objects.requireNonNull(micros.get(name)).add((System.nanoTime() - due) / 1000);
            if (failure != null || answer.statusCode() != 200) {
                failures.add(path + ": " + (failure == null ? answer.statusCode() : failure));
            }
        });
    }

    private void print() {
        List<Long> every = new ArrayList<>();
        System.out.println("| page | requests | p50 | p95 | p99 |\n|---|---|---|---|---|");
        micros.forEach((name, taken) -> {
            every.addAll(taken);
            System.out.println(line("`" + name + "`", new ArrayList<>(taken)));
        });
        System.out.println(line("all", every));
        System.out.println(
                failures.size() + " failed " + failures.stream().limit(5).toList());
    }

    private static String line(String name, List<Long> taken) {
        taken.sort(null);
        return "| " + name + " | " + taken.size() + " | " + at(taken, 50) + " | " + at(taken, 95) + " | "
                + at(taken, 99) + " |";
    }

    private static String at(List<Long> sorted, int percent) {
        return sorted.isEmpty()
                ? "–"
                : String.format(
                        Locale.ROOT,
                        "%.1f ms",
                        sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1000.0);
    }
}
