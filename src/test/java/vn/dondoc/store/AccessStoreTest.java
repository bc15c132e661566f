package vn.dondoc.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.people.ApiToken;
import vn.dondoc.people.ApiToken.Scope;
import vn.dondoc.people.OneTimeLink;
import vn.dondoc.people.OneTimeLink.Purpose;
import vn.dondoc.people.Pauses;
import vn.dondoc.people.Person;
import vn.dondoc.people.Role;
import vn.dondoc.store.SessionStore.Stage;

/** What only one may get out of several at a time, and what is kept of people, sessions, links and tokens. */
class AccessStoreTest {
    private static final Instant NOW = Instant.parse("2017-12-18T03:00:00Z");
    private static final Person OFFICER = new Person("can-bo", "Chuyên viên", Role.OFFICER, "", true);
    private static final int AT_ONCE = 12;

    @TempDir
    Path folder;

    private Database database;
    private PeopleStore people;

    DatabaseAddress address() {
        return new DatabaseAddress.SqliteFile(EmptyRecords.in(folder));
    }

    @BeforeEach
    void open() {
        database = Database.open(address());
        people = new PeopleStore(database);
        people.add(OFFICER, "kiểm thử", NOW);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void of_several_who_use_a_link_at_once_one_gets_what_it_opens() throws Exception {
        LinkStore links = new LinkStore(database);
        links.make("h", new OneTimeLink(Purpose.PASSWORD, "can-bo"), "kiểm thử", NOW);
        List<Optional<Person>> got = atOnce(number -> links.choosePassword("h", "băm " + number, NOW));
        assertThat(got).filteredOn(Optional::isPresent).hasSize(1);
    }

    @Test
    void of_several_first_administrators_at_once_one_is_made() throws Exception {
        LinkStore links = new LinkStore(database);
        for (int link = 0; link < AT_ONCE; link++) {
            links.make("h" + link, new OneTimeLink(Purpose.FIRST_ADMINISTRATOR, ""), "kiểm thử", NOW);
        }
        atOnce(number -> links.makeFirstAdministrator(
                "h" + number, new Person("quan-tri-" + number, "Quản trị", Role.ADMINISTRATOR, "", true), "băm", NOW));
        assertThat(people.all())
                .filteredOn(known -> known.person().role() == Role.ADMINISTRATOR)
                .hasSize(1);
    }

    @Test
    void a_crowd_of_guesses_at_once_is_counted_one_by_one() throws Exception {
        SignInFailures failures = new SignInFailures(database);
        List<Optional<Instant>> paused = atOnce(number -> failures.begin("can-bo", Pauses.OF_A_LOGIN, NOW));
        assertThat(paused).filteredOn(Optional::isEmpty).hasSize(5);
    }

    @Test
    void of_several_who_show_one_code_at_once_one_gets_in() throws Exception {
        people.setSecondStep("can-bo", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", 7, List.of("a", "b"), "kiểm thử", NOW);
        assertThat(atOnce(number -> people.takeStep("can-bo", 8))).containsOnlyOnce(true);
        assertThat(atOnce(number -> people.takeRecoveryCode("can-bo", "a", "kiểm thử", NOW)))
                .containsOnlyOnce(true);
        assertThat(people.recoveryCodesOf("can-bo")).isEqualTo(1);
    }

    @Test
    void the_last_two_administrators_cannot_both_be_locked_at_once() throws Exception {
        for (String login : List.of("quan-tri-0", "quan-tri-1")) {
            people.add(new Person(login, "Quản trị", Role.ADMINISTRATOR, "", true), "kiểm thử", NOW);
            people.setPassword(login, "băm", "", "kiểm thử", NOW);
        }
        List<Boolean> locked = atOnce(number -> people.lock("quan-tri-" + number % 2, "kiểm thử", NOW));
        assertThat(locked).contains(true, false);
        assertThat(people.hasAdministrator()).isTrue();
    }

    @Test
    void a_session_is_found_until_it_ends_and_its_message_is_read_once() {
        SessionStore sessions = new SessionStore(database);
        sessions.open("s", OFFICER, Stage.OPEN, "Firefox", NOW);
        sessions.leaveMessage("s", "Đã ghi.");
        assertThat(sessions.takeMessage("s")).isEqualTo("Đã ghi.");
        assertThat(sessions.takeMessage("s")).isEmpty();
        assertThat(sessions.find("s", NOW.plus(Duration.ofMinutes(29)))).isPresent();
        assertThat(sessions.find("s", NOW.plus(Duration.ofMinutes(58)))).isPresent();
        assertThat(sessions.find("s", NOW.plus(Duration.ofMinutes(88)))).isEmpty();
        people.lock("can-bo", "kiểm thử", NOW);
        people.unlock("can-bo", "kiểm thử", NOW);
        assertThat(sessions.find("s", NOW)).as("locking ended it for good").isEmpty();
    }

    @Test
    void a_session_that_waits_for_a_code_is_over_after_ten_minutes() {
        SessionStore sessions = new SessionStore(database);
        sessions.open("s", OFFICER, Stage.CODE_WANTED, "", NOW);
        assertThat(sessions.find("s", NOW.plus(Duration.ofMinutes(10)).minusMillis(1)))
                .isPresent();
        assertThat(sessions.find("s", NOW.plus(Duration.ofMinutes(10)))).isEmpty();
        assertThat(sessions.of("can-bo", NOW)).as("it does not count").isEmpty();
    }

    @Test
    void a_token_is_taken_until_its_end_or_until_it_is_taken_back() {
        TokenStore tokens = new TokenStore(database);
        Instant end = NOW.plus(Duration.ofDays(1));
        ApiToken token = new ApiToken(0, "Một cửa", "524", Set.of(Scope.REPORT), "kiểm thử", NOW, end, null, null);
        long id = tokens.add("bi-mat", token);
        assertThat(tokens.shown("bi-mat", end.minusMillis(1)))
                .get()
                .extracting(
                        ApiToken::id,
                        ApiToken::agency,
                        ApiToken::scopes,
                        held -> held.visitor().role())
                .containsExactly(id, "524", Set.of(Scope.REPORT), Role.CONTACT);
        assertThat(tokens.shown("bi-mat", end)).isEmpty();
        assertThat(tokens.shown("bi-mat ", NOW)).isEmpty();
        assertThat(tokens.all())
                .singleElement()
                .satisfies(kept -> assertThat(kept.usedAt()).isEqualTo(end.minusMillis(1)));
        assertThat(tokens.revoke(id, "kiểm thử", NOW)).isTrue();
        assertThat(tokens.revoke(id, "kiểm thử", NOW)).isFalse();
        assertThat(tokens.shown("bi-mat", NOW)).isEmpty();
    }

    @Test
    void everything_is_accounted_for_in_a_chain_that_holds() {
        people.change(new Person("can-bo", "Chuyên viên chính", Role.LEADER, "", true), "kiểm thử", NOW);
        AuditLog log = new AuditLog(database);
        assertThat(log.verify()).isEmpty();
        assertThat(log.newest(AuditLog.Search.ALL, 1)).singleElement().satisfies(link -> {
            assertThat(link.subject()).isEqualTo("can-bo");
            assertThat(link.detail()).isEqualTo("Chuyên viên chính; lãnh đạo");
        });
        assertThat(log.newest(new AuditLog.Search("PERSON_ADDED", "", Long.MAX_VALUE), 5))
                .hasSize(1);
        assertThat(log.newest(new AuditLog.Search("", "viên chính", Long.MAX_VALUE), 5))
                .hasSize(1);
        assertThat(log.newest(new AuditLog.Search("", "%", Long.MAX_VALUE), 5)).isEmpty();
        assertThat(log.newest(new AuditLog.Search("", "", 2), 5)).hasSize(1);
    }

    private interface Once<T> {
        T by(int number);
    }

    private static <T> List<T> atOnce(Once<T> once) throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<T>> all = java.util.stream.IntStream.range(0, AT_ONCE)
                    .<Callable<T>>mapToObj(number -> () -> once.by(number))
                    .toList();
            List<T> results = new java.util.ArrayList<>();
            for (Future<T> result : crowd.invokeAll(all)) {
                results.add(result.get());
            }
            return results;
        } finally {
            crowd.shutdown();
        }
    }
}
