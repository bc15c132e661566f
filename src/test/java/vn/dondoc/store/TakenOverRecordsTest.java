package vn.dondoc.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.findings.Finding;
import vn.dondoc.notices.Promise;
import vn.dondoc.notices.Silence;

class TakenOverRecordsTest {
    private static final Instant MORNING = Instant.parse("2018-03-05T01:00:00Z");
    private static final Promise PROMISE = new Promise(
            new Finding.Key("so-y-te", "III.1-03", "2018-Q1"), LocalDate.of(2018, 3, 20), "Sở Y tế", "cli", MORNING);

    @TempDir
    private Path folder;

    private Path home;
    private Database copy;

    @BeforeEach
    void aHomeThatWasToldOfAPromise() {
        home = folder.resolve("của tôi/dondoc.db");
        try (Database original = Database.open(home)) {
            new ArrangementStore(original).add(PROMISE);
        }
        copy = Database.openForRehearsal(folder.resolve("bản sao.db"));
    }

    @AfterEach
    void close() {
        copy.close();
    }

    @Test
    void a_promise_is_known_from_the_moment_at_which_it_was_made() {
        TakenOverRecords.copy(home, copy);
        assertThat(promisedDays(MORNING.minusMillis(1))).isEmpty();
        assertThat(promisedDays(MORNING)).containsExactly("2018-03-20");
    }

    @Test
    void a_silence_that_was_ended_is_ended_there_too() {
        Silence.Matcher matcher = new Silence.Matcher("so-y-te", "", "", "");
        try (Database original = Database.open(home)) {
            ArrangementStore arrangements = new ArrangementStore(original);
            long id = arrangements.add(new Silence(
                    0,
                    matcher,
                    "Sở Nội vụ",
                    "lũ lụt",
                    LocalDate.of(2018, 3, 5),
                    LocalDate.of(2018, 3, 30),
                    MORNING,
                    null));
            arrangements.endSilence(id, "Sở Nội vụ", MORNING.plusSeconds(60));
        }
        TakenOverRecords.copy(home, copy);
        assertThat(new ArrangementStore(copy).silencesKnownAt(MORNING.plusSeconds(60)))
                .singleElement()
                .satisfies(silence -> {
                    assertThat(silence.matcher()).isEqualTo(matcher);
                    assertThat(silence.endedAt()).isEqualTo(MORNING.plusSeconds(60));
                });
    }

    @Test
    void reading_leaves_nothing_beside_a_database_that_nobody_has_open() throws IOException {
        byte[] before = Files.readAllBytes(home);
        TakenOverRecords.copy(home, copy);
        assertThat(home).hasBinaryContent(before);
        try (Stream<Path> files = Files.list(home.getParent())) {
            assertThat(files).containsExactly(home);
        }
    }

    @Test
    void what_a_running_program_wrote_last_is_copied_too() {
        try (Database running = Database.open(home)) {
            Promise second = new Promise(PROMISE.finding(), LocalDate.of(2018, 3, 28), "Sở Y tế", "cli", MORNING);
            new ArrangementStore(running).add(second);
            TakenOverRecords.copy(home, copy);
            assertThat(promisedDays(MORNING)).containsExactly("2018-03-20", "2018-03-28");
        }
    }

    @Test
    void a_database_of_an_earlier_version_gives_what_it_has() {
        try (Database original = Database.open(home)) {
            original.jdbi().useHandle(handle -> {
                handle.execute("DROP TABLE silence");
                handle.execute("DROP TABLE dispensation");
            });
        }
        TakenOverRecords.copy(home, copy);
        assertThat(promisedDays(MORNING)).containsExactly("2018-03-20");
        assertThat(new ArrangementStore(copy).silencesKnownAt(MORNING)).isEmpty();
    }

    private List<String> promisedDays(Instant knownAt) {
        return copy.jdbi()
                .withHandle(handle -> handle.select(
                                "SELECT until FROM promise WHERE at <= ? ORDER BY id", Database.column(knownAt))
                        .mapTo(String.class)
                        .list());
    }
}
