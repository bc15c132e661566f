package vn.dondoc.web;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.findings.Finding;
import vn.dondoc.flow.PromiseLinkFlow;
import vn.dondoc.flow.ShippedPlan;
import vn.dondoc.notices.Promise;
import vn.dondoc.notices.PromiseRule;
import vn.dondoc.outbox.Letter;
import vn.dondoc.outbox.LetterKind;
import vn.dondoc.store.ArrangementStore;
import vn.dondoc.store.Database;
import vn.dondoc.store.EmptyRecords;
import vn.dondoc.store.OutboxStore;
import vn.dondoc.store.PromiseStore;

/** Letters of 18/12/2017 with links, a browser that follows them, and what is stored meanwhile. */
final class MailedLetters implements AutoCloseable {
    static final LocalDate DAY = LocalDate.of(2017, 12, 18);
    static final String HEALTH = "so-y-te";
    static final String REPORT = HEALTH + "/III.1-03/2017-Q3";
    static final String OTHER_REPORT = HEALTH + "/III.1-03/2017-H1";
    private static final String ADDRESS = "https://dondoc.quangngai.example";

    private final HttpClient browser = HttpClient.newHttpClient();
    private final Path folder;
    private final Database database;
    private final AckLinks links;
    private PageServer server;

    MailedLetters(Path folder) {
        this.folder = folder;
        this.database = Database.open(EmptyRecords.in(folder));
        this.links = new AckLinks(ADDRESS, SigningKey.in(folder.resolve("ack-secret")), 30);
        this.server = serve("2017-12-18T08:00");
    }

    void itIs(String moment) {
        server.close();
        server = serve(moment);
    }

    private PageServer serve(String moment) {
        ArrangementStore arrangements = new ArrangementStore(database);
        PromiseLinkFlow flow = new PromiseLinkFlow(
                ShippedPlan.assessor(database), arrangements, new PromiseStore(database), PromiseRule.ONCE, 60);
        Clock clock = Clock.fixed(ShippedPlan.at(moment), VietnamTime.ZONE);
        return PageServer.start("127.0.0.1", 0, flow, links, "Sở Nội vụ tỉnh Quảng Ngãi", clock);
    }

    int port() {
        return server.port();
    }

    /** Queues a letter to Sở Y tế that names these duties, and returns its link as the path on the server. */
    String letterNaming(String... fields) {
        Letter letter = new Letter(
                "so-y-te@quangngai.example|reminder|" + String.join(",", fields),
                LetterKind.REMINDER,
                "so-y-te@quangngai.example",
                List.of(),
                HEALTH,
                DAY,
                "[Nhắc việc] 2 nhiệm vụ – Sở Y tế",
                "…",
                "…",
                fields.length,
                "NEW_STAGE",
                List.of());
        OutboxStore outbox = new OutboxStore(database, "don-doc@quangngai.example");
        database.jdbi().useTransaction(handle -> {
            outbox.enqueue(handle, letter, "quy tắc", false, ShippedPlan.at("2017-12-18T07:00"));
            for (String field : fields) {
                Finding.Key key = key(field);
                handle.execute(
                        "INSERT INTO notice_item (recipient, kind, agency, duty, period, stage, day, letter_key, reason) VALUES (?, 'reminder', ?, ?, ?, 'qua-han', ?, ?, 'NEW_STAGE')",
                        letter.to() + letter.key(),
                        key.agency(),
                        key.duty(),
                        key.period(),
                        DAY.toString(),
                        letter.key());
            }
        });
        return linkOf(letter.key());
    }

    String linkOf(String letterKey) {
        return links.linkFor(letterKey, DAY).substring(ADDRESS.length());
    }

    void isDone(String field) {
        Finding.Key key = key(field);
        ShippedPlan.done(database, folder, key.agency(), key.period(), key.duty(), ShippedPlan.at("2017-12-18T07:30"));
    }

    HttpResponse<String> get(String path) throws Exception {
        return browser.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    HttpResponse<String> head(String path) throws Exception {
        return browser.send(
                request(path).method("HEAD", BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return browser.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Every promise stored, of whatever duty, as "field until". */
    List<String> promises() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT agency || '/' || duty || '/' || period || ' ' || until FROM promise ORDER BY id")
                        .mapTo(String.class)
                        .list());
    }

    Promise promise(String field) {
        return new ArrangementStore(database)
                .knownAt(ShippedPlan.at("2018-12-31T00:00"))
                .promisesFor(key(field))
                .get(0);
    }

    /** Every row of every table. */
    String everything() {
        return database.jdbi()
                .withHandle(handle -> handle
                        .createQuery("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
                        .mapTo(String.class)
                        .list()
                        .stream()
                        .map(table -> table
                                + handle.createQuery("SELECT * FROM " + table)
                                        .mapToMap()
                                        .list())
                        .collect(Collectors.joining("\n")));
    }

    static Finding.Key key(String field) {
        String[] parts = field.split("/");
        return new Finding.Key(parts[0], parts[1], parts[2]);
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }
}
