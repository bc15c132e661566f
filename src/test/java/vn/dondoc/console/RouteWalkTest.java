package vn.dondoc.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.javalin.Javalin;
import io.javalin.http.HandlerType;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.people.Role;
import vn.dondoc.web.console.Door;
import vn.dondoc.web.console.Route;

/**
 * Every route × everybody: who gets in, who is refused, whom a unit is hidden from. Who may is stated here a second time, in
 * {@link #RULES}: a route that none of them knows fails this test, and so does one that is open to others than stated.
 */
class RouteWalkTest {
    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    private static final Set<Role> NO_CONTACT = EnumSet.of(Role.LEADER, Role.ADMINISTRATOR, Role.OFFICER);
    private static final Set<Role> OFFICE = EnumSet.of(Role.ADMINISTRATOR, Role.OFFICER);
    private static final Set<Role> REPORTERS = EnumSet.of(Role.ADMINISTRATOR, Role.OFFICER, Role.CONTACT);
    private static final Set<Role> ADMINISTRATORS = EnumSet.of(Role.ADMINISTRATOR);

    /** The first that fits decides; what a later one would say of the same path does not count. */
    private static final List<Rule> RULES = List.of(
            new Rule("(GET|POST) /quan-tri(/.*)?", ADMINISTRATORS),
            new Rule("(GET|POST) /tai-khoan(/.*)?", EVERYBODY),
            new Rule("POST /dang-xuat", EVERYBODY),
            new Rule("(GET|POST) /thu/tra-loi(/.*)?", OFFICE),
            new Rule("GET /(co-quan|nhiem-vu|thu)?(/.*)?", EVERYBODY),
            new Rule("POST /thu/.*", OFFICE),
            new Rule("GET /bao-cao/cho-duyet", OFFICE),
            new Rule("POST /bao-cao/\\{unit}/xem-xet", OFFICE),
            new Rule("GET /bao-cao/\\{unit}/tep/.*", OFFICE),
            new Rule("(GET|POST) /bao-cao(/.*)?", REPORTERS),
            new Rule("GET /quy-tac/nhap(/.*)?", ADMINISTRATORS),
            new Rule("GET /lich/(viec|ngay-nghi)/\\{file}", ADMINISTRATORS),
            new Rule("GET /(quy-tac|lich)(/.*)?", NO_CONTACT),
            new Rule("POST /(quy-tac|lich)(/.*)?", ADMINISTRATORS));

    /** Where strangers get in: to sign in, by a link, and programs with a token. */
    private static final List<String> OPEN_TO_STRANGERS = List.of(
            "GET /dang-nhap",
            "POST /dang-nhap",
            "GET /dang-nhap/ma",
            "POST /dang-nhap/ma",
            "GET /dang-nhap/thiet-lap",
            "POST /dang-nhap/thiet-lap",
            "GET /vao/{token}",
            "POST /vao/{token}");

    private static final Pattern OF_PROGRAMS = Pattern.compile("(GET|POST|PUT|DELETE|PATCH) /api/.*");

    /** What stands in a path for its names in braces. */
    private static final Map<String, String> SAMPLES = Map.of(
            "login", "can-bo",
            "id", "1",
            "token", "khong-co",
            "duty", "III.1-04",
            "period", "2017",
            "file", "duties.csv",
            "line", "2",
            "number", "1",
            "page", "index.html");

    /** Pages that say nothing without what stands behind the question mark. */
    private static final Set<String> ASKING_FOR_MORE = Set.of("/quy-tac/so-sanh");

    private static final Map<String, Role> PEOPLE = Map.of(
            "lanh-dao", Role.LEADER,
            "quan-tri", Role.ADMINISTRATOR,
            "can-bo", Role.OFFICER,
            "so-tu-phap", Role.CONTACT,
            "huyen-binh-son", Role.CONTACT);

    private static final String OWN = "so-tu-phap";
    private static final String OTHER = "so-tai-chinh";
    private static final String DISTRICT = "524";
    private static final String COMMUNE_OF_ANOTHER_DISTRICT = "21172";

    @TempDir
    private static Path folder;

    private static SampleConsole console;

    private record Rule(String routes, Set<Role> allowed) {}

    @BeforeAll
    static void open() {
        console = SampleConsole.in(folder);
    }

    @AfterAll
    static void close() {
        console.close();
    }

    @Test
    void every_route_is_open_to_exactly_those_it_is_stated_for() {
        Map<String, String> wrong = new LinkedHashMap<>();
        for (Route route : routes()) {
            Set<Role> stated = stated(route);
            PEOPLE.forEach((person, role) -> {
                int status = ask(route, person, ownUnitOf(person)).statusCode();
                boolean refused = status == 403;
                if (refused == stated.contains(role)) {
                    wrong.put(named(route) + " as " + person, "got " + status);
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_a_route_says_of_itself_is_what_is_stated() {
        routes().forEach(route -> assertThat(route.allowed()).as(named(route)).isEqualTo(stated(route)));
    }

    @Test
    void a_page_that_is_open_is_answered_and_does_not_fail() {
        Map<String, Integer> failed = new LinkedHashMap<>();
        for (Route route : routes()) {
            for (String person : PEOPLE.keySet()) {
                if (route.method() == HandlerType.GET && stated(route).contains(PEOPLE.get(person))) {
                    int status = ask(route, person, ownUnitOf(person)).statusCode();
                    boolean mayBeMissing = route.path().matches(".*[{<].*") || ASKING_FOR_MORE.contains(route.path());
                    if (status != 200 && status != 303 && !(mayBeMissing && status == 404)) {
                        failed.put(named(route) + " as " + person, status);
                    }
                }
            }
        }
        assertThat(failed).isEmpty();
    }

    @Test
    void an_empty_form_is_refused_or_answered_and_never_fails() {
        Map<String, Integer> failed = new LinkedHashMap<>();
        for (Route route : routes()) {
            if (route.method() != HandlerType.GET) {
                int status = ask(route, "quan-tri", OWN).statusCode();
                if (status >= 500) {
                    failed.put(named(route), status);
                }
            }
        }
        assertThat(failed).isEmpty();
    }

    @Test
    void no_act_is_done_without_the_token_of_the_form() {
        Map<String, Integer> done = new LinkedHashMap<>();
        for (Route route : routes()) {
            if (route.method() != HandlerType.GET) {
                for (String person : PEOPLE.keySet()) {
                    String path = filled(route.path(), ownUnitOf(person));
                    HttpResponse<String> without = send(route, person, path, "x=1");
                    HttpResponse<String> wrong = send(route, person, path, Door.CSRF_FIELD + "=khac");
                    if (without.statusCode() != 403 || wrong.statusCode() != 403) {
                        done.put(named(route) + " as " + person, without.statusCode());
                    }
                }
            }
        }
        assertThat(done).isEmpty();
    }

    @Test
    void another_unit_does_not_exist_for_a_contact_wherever_a_path_names_one() {
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (Route route : routes()) {
            if (route.path().contains("{unit}") && stated(route).contains(Role.CONTACT)) {
                look(seen, route, OWN, OTHER);
                look(seen, route, OWN, "khong-co-don-vi-nay");
                look(seen, route, OWN, DISTRICT);
                look(seen, route, "huyen-binh-son", OWN);
                look(seen, route, "huyen-binh-son", COMMUNE_OF_ANOTHER_DISTRICT);
            }
        }
        assertThat(seen).isEmpty();
    }

    @Test
    void no_page_of_a_contact_leads_to_another_unit() {
        for (Route route : routes()) {
            if (route.method() == HandlerType.GET && stated(route).contains(Role.CONTACT)) {
                assertThat(ask(route, OWN, OWN).body())
                        .as(named(route))
                        .doesNotContain("/co-quan/" + OTHER)
                        .doesNotContain("/bao-cao/" + OTHER);
            }
        }
    }

    @Test
    void a_stranger_gets_nowhere() {
        for (Route route : routes()) {
            HttpResponse<String> answer = ask(route, "nguoi-la", OWN);
            assertThat(answer.statusCode()).as(named(route)).isEqualTo(303);
            assertThat(Browser.location(answer)).isEqualTo("/dang-nhap");
            assertThat(answer.body()).isEqualTo("Redirected");
        }
    }

    @Test
    void what_stands_beside_the_sections_is_stated_too_and_takes_no_form_that_it_did_not_give() {
        for (String endpoint : annexes()) {
            String path = filled(endpoint.substring(endpoint.indexOf(' ') + 1), OWN);
            if (OF_PROGRAMS.matcher(endpoint).matches()) {
                continue; // their own test walks them
            }
            assertThat(OPEN_TO_STRANGERS).contains(endpoint);
            if (endpoint.startsWith("POST ")) {
                HttpResponse<String> answer = console.send(console.asked("nguoi-la", path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("ten=quan-tri")));
                assertThat(answer.statusCode()).as(endpoint).isEqualTo(403);
            }
        }
        assertThat(annexes()).containsAll(OPEN_TO_STRANGERS);
    }

    private static void look(Map<String, Integer> seen, Route route, String person, String unit) {
        int status = ask(route, person, unit).statusCode();
        if (status != 404) {
            seen.put(named(route) + " of " + unit + " as " + person, status);
        }
    }

    private static List<Route> routes() {
        return console.wiring().sections().stream()
                .flatMap(section -> section.routes().stream())
                .toList();
    }

    private static List<String> annexes() {
        Javalin beside = Javalin.create(config -> console.wiring().annexes().forEach(annex -> annex.build(config)));
        return beside.unsafe.internalRouter.allHttpHandlers().stream()
                .filter(parsed ->
                        Set.of("GET", "POST", "PUT", "PATCH", "DELETE").contains(parsed.endpoint.method.name()))
                .map(parsed -> parsed.endpoint.method.name() + " " + parsed.endpoint.path)
                .toList();
    }

    private static Set<Role> stated(Route route) {
        return RULES.stream()
                .filter(rule -> named(route).matches(rule.routes()))
                .map(Rule::allowed)
                .findFirst()
                .orElseGet(() -> fail(named(route) + ": nobody has stated who may; write it into RULES"));
    }

    private static String named(Route route) {
        return route.method().name() + " " + route.path();
    }

    /** With the token, so that only the door's other locks are tried. */
    private static HttpResponse<String> ask(Route route, String person, String unit) {
        return send(route, person, filled(route.path(), unit), Door.CSRF_FIELD + "=" + SignedInAs.CSRF);
    }

    private static HttpResponse<String> send(Route route, String person, String path, String form) {
        var request = console.asked(person, path);
        return console.send(
                route.method() == HandlerType.GET
                        ? request.GET()
                        : request.header("Content-Type", "application/x-www-form-urlencoded")
                                .method(route.method().name(), BodyPublishers.ofString(form)));
    }

    private static String ownUnitOf(String person) {
        return person.equals("huyen-binh-son") ? DISTRICT : OWN;
    }

    private static String filled(String path, String unit) {
        return Pattern.compile("[{<](\\w+)[}>]")
                .matcher(path)
                .replaceAll(name -> name.group(1).equals("unit") ? unit : sample(name, path));
    }

    private static String sample(MatchResult name, String path) {
        String value = SAMPLES.get(name.group(1));
        return value == null ? fail(path + ": write a sample of " + name.group() + " into SAMPLES") : value;
    }
}
