package vn.dondoc.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.app.Programs;
import vn.dondoc.outbox.Letter;
import vn.dondoc.outbox.LetterKind;
import vn.dondoc.store.ReportStore;

/** The interface for programs, over HTTP, on the sample year; every answer is held against its document. */
class ApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JUSTICE = "cua-so-tu-phap";
    private static final String OFFICE = "cua-so-noi-vu";
    private static final String REPORTS = "/api/v1/reports";
    /** A continuous duty of every unit would change from sample to sample: this one is of Sở Tư pháp and reported quarterly. */
    private static final String DUTY = "III.1-03";

    @TempDir
    static Path folder;

    private static SampleConsole console;
    private static JsonNode document;

    @BeforeAll
    static void open() throws IOException {
        console = SampleConsole.in(folder);
        document = JSON.readTree(console.get("", "/api/v1/openapi.json").body());
    }

    @AfterAll
    static void close() {
        console.close();
    }

    // ---- the document

    @Test
    void the_document_and_the_routes_name_the_same() {
        List<String> documented = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method ->
                                documented.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));

        assertThat(Programs.of(
                                console.dondoc(),
                                (secret, now) -> Optional.empty(),
                                Clock.fixed(SampleConsole.NOW, ZoneOffset.UTC))
                        .operations())
                .containsExactlyInAnyOrderElementsOf(documented);
        assertThat(document.path("openapi").textValue()).isEqualTo("3.1.0");
    }

    @Test
    void every_route_wants_a_token_and_the_scope_that_it_is_for() {
        for (String path : List.of("/findings", "/duties", "/letters", "/reports/1")) {
            HttpResponse<String> stranger = get("khong-co", "/api/v1" + path);
            assertThat(stranger.statusCode()).as(path).isEqualTo(401);
            assertThat(stranger.headers().firstValue("WWW-Authenticate")).contains("Bearer");
            conforms("Problem", stranger);
        }
        assertThat(post("chi-doc", REPORTS, report(DUTY, "done")).statusCode()).isEqualTo(403);
        assertThat(post(JUSTICE, "/api/v1/rules/check", "").statusCode()).isEqualTo(403);
        assertThat(get("het-han", "/api/v1/duties").statusCode()).isEqualTo(401);
        HttpResponse<String> cookieOnly = console.get("quan-tri", "/api/v1/duties");
        assertThat(cookieOnly.statusCode()).isEqualTo(401);
    }

    @Test
    void an_address_that_there_is_not_is_answered_as_a_problem() {
        HttpResponse<String> nothing = get(JUSTICE, "/api/v1/reportz");

        assertThat(nothing.statusCode()).isEqualTo(404);
        conforms("Problem", nothing);
    }

    // ---- reports

    @Test
    void a_report_is_taken_judged_and_asked_about_later() throws IOException {
        HttpResponse<String> taken = post(JUSTICE, REPORTS, report(DUTY, "done"));

        assertThat(taken.statusCode()).isEqualTo(201);
        conforms("Receipt", taken);
        String location = taken.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> again = get(JUSTICE, location);
        assertThat(again.statusCode()).isEqualTo(200);
        conforms("StoredReport", again);
        assertThat(JSON.readTree(again.body())
                        .path("accepted")
                        .path(0)
                        .path("duty")
                        .textValue())
                .isEqualTo(DUTY);
        assertThat(reportsThatCount("so-tu-phap", DUTY)).contains("bao-cao.json, mục 1");
        assertThat(get("cua-huyen-binh-son", location).statusCode()).isEqualTo(404);
        assertThat(get(OFFICE, location).statusCode()).isEqualTo(200);
    }

    @Test
    void every_mistake_is_told_at_once_with_its_place_and_what_to_write() throws IOException {
        HttpResponse<String> refused = post(JUSTICE, REPORTS, """
                {"agency": "so-tu-phap", "period": "2017-Q9", "entries": [
                  {"duty": "III.1-33", "status": "xong"}, {"duty": "III.1-03", "status": "done", "numerator": -1}]}""");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        conforms("Problem", refused);
        JsonNode errors = JSON.readTree(refused.body()).path("errors");
        assertThat(errors.size()).isGreaterThanOrEqualTo(3);
        assertThat(errors.toString()).contains("2017-Q9", "entries[0]", "xong");
        assertThat(JSON.readTree(refused.body()).path("report").isIntegralNumber())
                .isTrue();
    }

    @Test
    void the_same_key_gets_the_same_answer_and_does_nothing_again() {
        String body = report("III.1-03", "in-progress");
        HttpResponse<String> first = post(OFFICE, REPORTS, body, "Idempotency-Key", "lan-1");
        long entries = entries();

        HttpResponse<String> second = post(OFFICE, REPORTS, body, "Idempotency-Key", "lan-1");

        assertThat(second.statusCode()).isEqualTo(first.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(entries()).isEqualTo(entries);
    }

    @Test
    void a_refusal_is_repeated_under_its_key_too() {
        String body = report("khong-co", "done");
        HttpResponse<String> first = post(OFFICE, REPORTS, body, "Idempotency-Key", "lan-2");

        HttpResponse<String> second = post(OFFICE, REPORTS, body, "Idempotency-Key", "lan-2");

        assertThat(first.statusCode()).isEqualTo(422);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void a_key_that_was_used_for_something_else_is_a_conflict_but_for_another_token_it_is_free() {
        post(OFFICE, REPORTS, report(DUTY, "submitted"), "Idempotency-Key", "lan-3");

        HttpResponse<String> other = post(OFFICE, REPORTS, report(DUTY, "not-started"), "Idempotency-Key", "lan-3");
        assertThat(other.statusCode()).isEqualTo(409);
        conforms("Problem", other);
        assertThat(post(JUSTICE, REPORTS, report("khong-co", "done"), "Idempotency-Key", "lan-3")
                        .statusCode())
                .isEqualTo(422);
        assertThat(post(OFFICE, REPORTS, report(DUTY, "done"), "Idempotency-Key", "lan 3")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_unit_reports_for_no_other() {
        long entries = entries();
        HttpResponse<String> refused = post("cua-huyen-binh-son", REPORTS, report(DUTY, "done"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("không được báo cáo cho đơn vị", "so-tu-phap");
        assertThat(entries()).isEqualTo(entries);
    }

    @Test
    void what_is_too_large_or_of_another_kind_is_refused_before_it_is_read() {
        HttpResponse<String> large = send(request(OFFICE, REPORTS)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(new byte[(20 << 20) + 1])));
        HttpResponse<String> picture = send(request(OFFICE, REPORTS)
                .header("Content-Type", "image/png")
                .POST(BodyPublishers.ofByteArray(new byte[8])));

        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(picture.statusCode()).isEqualTo(415);
        conforms("Problem", large);
        conforms("Problem", picture);
    }

    // ---- reading

    @Test
    void findings_are_those_of_check_and_of_the_own_units_only() throws IOException {
        HttpResponse<String> own = get(JUSTICE, "/api/v1/findings?asOf=2017-12-17");

        assertThat(own.statusCode()).isEqualTo(200);
        conforms("Findings", own);
        JsonNode findings = JSON.readTree(own.body()).path("findings");
        assertThat(findings)
                .isNotEmpty()
                .allMatch(finding -> finding.path("agency").textValue().equals("so-tu-phap"));
        assertThat(get(JUSTICE, "/api/v1/findings?agency=so-noi-vu").statusCode())
                .isEqualTo(404);
        assertThat(get(JUSTICE, "/api/v1/findings?agency=khong-co").statusCode())
                .isEqualTo(404);
        assertThat(get(JUSTICE, "/api/v1/findings?asOf=2030-01-01").statusCode())
                .isEqualTo(422);
        assertThat(get(JUSTICE, "/api/v1/findings?state=XONG").body()).contains("VIOLATED");
        HttpResponse<String> mistyped = get(OFFICE, "/api/v1/findings?unit=so-y-te");
        assertThat(mistyped.statusCode()).isEqualTo(422);
        assertThat(mistyped.body()).contains("tham số “unit”", "dùng: agency, asOf, state");
        HttpResponse<String> overdue = get(OFFICE, "/api/v1/findings?state=OVERDUE");
        conforms("Findings", overdue);
        assertThat(JSON.readTree(overdue.body()).path("findings").findValuesAsText("agency").stream()
                        .distinct())
                .hasSizeGreaterThan(10);
    }

    @Test
    void duties_are_those_of_the_command_line() throws IOException {
        HttpResponse<String> duties = get(JUSTICE, "/api/v1/duties");

        conforms("Duties", duties);
        assertThat(JSON.readTree(duties.body()).size()).isEqualTo(258);
    }

    @Test
    void the_token_of_a_unit_that_is_no_more_reads_no_letter_at_all() throws IOException {
        HttpResponse<String> letters = get("cua-don-vi-khong-con", "/api/v1/letters");

        conforms("Letters", letters);
        assertThat(JSON.readTree(letters.body()).path("letters")).isEmpty();
    }

    @Test
    void a_letter_that_waits_for_an_officer_is_not_for_the_unit_that_it_is_about() throws IOException {
        Letter alert = new Letter(
                "cho-duyet-qua-api",
                LetterKind.ALERT,
                "so-tu-phap@don-vi.example",
                List.of(),
                "so-tu-phap",
                SampleConsole.TODAY,
                "cảnh báo chờ duyệt",
                "x",
                "<p>x</p>",
                1,
                "VIOLATION_FOUND",
                List.of());
        console.dondoc().outbox().enqueue(alert, "mau", true, SampleConsole.NOW);

        for (String query : List.of("", "?state=held", "?agency=so-tu-phap")) {
            assertThat(get(JUSTICE, "/api/v1/letters" + query).body()).as(query).doesNotContain(alert.subject());
            assertThat(get(OFFICE, "/api/v1/letters" + query).body()).as(query).contains(alert.subject());
        }
        conforms("Letters", get(JUSTICE, "/api/v1/letters?state=held"));
    }

    @Test
    void letters_come_page_by_page_and_to_a_unit_only_its_own() throws IOException {
        HttpResponse<String> first = get(OFFICE, "/api/v1/letters");
        conforms("Letters", first);
        long next = JSON.readTree(first.body()).path("next").longValue();
        HttpResponse<String> second = get(OFFICE, "/api/v1/letters?before=" + next);
        conforms("Letters", second);
        HttpResponse<String> own = get(JUSTICE, "/api/v1/letters?state=sent");
        conforms("Letters", own);

        assertThat(JSON.readTree(second.body())
                        .path("letters")
                        .path(0)
                        .path("id")
                        .longValue())
                .isLessThan(next);
        assertThat(JSON.readTree(own.body()).path("letters"))
                .isNotEmpty()
                .allMatch(letter -> letter.path("agency").textValue().equals("so-tu-phap"));
        assertThat(get(JUSTICE, "/api/v1/letters?agency=524").statusCode()).isEqualTo(404);
    }

    @Test
    void rules_are_checked_with_file_and_line_and_nothing_is_stored() throws IOException {
        HttpResponse<String> asTheyAre = post(OFFICE, "/api/v1/rules/check", "");
        conforms("CheckedRules", asTheyAre);
        HttpResponse<String> edited =
                post(OFFICE, "/api/v1/rules/check", "{\"files\": {\"reminders.csv\": \"Bậc\\nkhông có\\n\"}}");
        conforms("CheckedRules", edited);

        assertThat(JSON.readTree(asTheyAre.body()).path("problems")).isEmpty();
        assertThat(JSON.readTree(edited.body()).path("problems")).isNotEmpty();
        assertThat(edited.body()).contains("reminders.csv, dòng 1");
        assertThat(post(OFFICE, "/api/v1/rules/check", "{\"files\": {\"../x\": \"\"}}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void whoever_asks_too_often_is_told_when_to_come_again() {
        HttpResponse<String> answer = get("voi-va", "/api/v1/reports/0");
        for (int i = 0; i < 130 && answer.statusCode() != 429; i++) {
            answer = get("voi-va", "/api/v1/reports/0");
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        conforms("Problem", answer);
        assertThat(get(OFFICE, "/api/v1/reports/0").statusCode()).isEqualTo(404);
    }

    // ---- asking

    private static HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(URI.create(console.address(path))).header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> get(String token, String path) {
        return send(request(token, path).GET());
    }

    private static HttpResponse<String> post(String token, String path, String body, String... headers) {
        HttpRequest.Builder request = request(token, path).header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.POST(BodyPublishers.ofString(body, UTF_8)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        return console.send(request);
    }

    private static String report(String duty, String status) {
        return "{\"agency\": \"so-tu-phap\", \"period\": \"2017-Q4\", \"entries\": [{\"duty\": \"" + duty
                + "\", \"status\": \"" + status + "\"}]}";
    }

    private static long entries() {
        return new ReportStore(console.dondoc().database()).lastEntryKnownAt(SampleConsole.NOW);
    }

    private static Stream<String> reportsThatCount(String unit, String duty) {
        return console.dondoc().assessor().of(Set.of(unit), SampleConsole.TODAY, SampleConsole.NOW).findings().stream()
                .filter(finding -> finding.key().duty().equals(duty)
                        && finding.obligation().entry() != null)
                .map(finding -> finding.obligation().entry().source());
    }

    private static void conforms(String schema, HttpResponse<String> answer) {
        String id = "https://dondoc.example/answers.json";
        String schemas = "{\"$defs\": "
                + document.path("components").path("schemas").toString().replace("#/components/schemas/", "#/$defs/")
                + "}";
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(known -> known.equals(id) ? schemas : null));
        Schema held = registry.getSchema(SchemaLocation.of(id + "#/$defs/" + schema));
        assertThat(held.validate(answer.body(), InputFormat.JSON))
                .as(answer.body().substring(0, Math.min(300, answer.body().length())))
                .isEmpty();
    }
}
