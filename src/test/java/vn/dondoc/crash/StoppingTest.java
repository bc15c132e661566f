package vn.dondoc.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.app.Dondoc;
import vn.dondoc.app.Settings;
import vn.dondoc.config.Home;
import vn.dondoc.crash.CountingMailServer.Point;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.outbox.QueuedLetter;
import vn.dondoc.schedules.Seconds;

/** {@code dondoc serve} is told to stop (SIGTERM) while a letter is on its way. */
class StoppingTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T00:00:00Z");
    private static final String TEN_O_CLOCK = "2026-03-02T03:00:00Z";
    /** Ten seconds are promised; a loaded machine gets more. */
    private static final Duration PROMISED = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final CountingMailServer server = new CountingMailServer();
    private final CountDownLatch onItsWay = new CountDownLatch(1);
    private final CountDownLatch goesOn = new CountDownLatch(1);

    @TempDir
    private Path home;

    private int letters;

    @BeforeEach
    void letters_wait() throws Exception {
        SmallOffice.installIn(home, server.port());
        Path schedule = home.resolve("schedules/send.yaml");
        Files.writeString(
                schedule,
                Files.readString(schedule).replaceFirst("cron: \".*\"", "cron: \"" + Seconds.each(0, 2) + "\""));
        Dondoc dondoc = Dondoc.open(Settings.read(new Home(home)));
        dondoc.checkFlow().morning(MORNING);
        letters = dondoc.outbox().list().size();
        dondoc.database().close();
        assertThat(letters).isGreaterThan(3);
        server.watch(point -> {
            if (point == Point.DATA) {
                onItsWay.countDown();
                waitUntil(goesOn);
            }
        });
    }

    @AfterEach
    void close() {
        goesOn.countDown();
        server.close();
    }

    @Test
    void the_letter_that_is_on_its_way_is_finished_and_no_other_begun() throws Exception {
        Process serving = serve();
        waitUntil(onItsWay);
        serving.destroy();
        goesOn.countDown();

        assertThat(serving.waitFor(PROMISED.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(states()).containsOnlyKeys(LetterState.SENT, LetterState.QUEUED);
        assertThat(server.taken()).hasSizeLessThanOrEqualTo(2).hasSize(states().getOrDefault(LetterState.SENT, 0));
    }

    @Test
    void a_letter_that_the_server_is_too_slow_for_is_given_back_and_sent_after_the_next_start() throws Exception {
        Process serving = serve();
        waitUntil(onItsWay);
        serving.destroy();

        assertThat(serving.waitFor(PROMISED.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(states()).containsOnlyKeys(LetterState.QUEUED);

        goesOn.countDown();
        server.watch(point -> {});
        Process again = serve();
        await().atMost(PATIENCE).until(() -> server.taken().size() == letters);
        again.destroy();
        again.waitFor();
        assertThat(states()).containsOnlyKeys(LetterState.SENT);
        assertThat(server.taken().values())
                .allSatisfy(copies -> assertThat(copies).hasSize(1));
    }

    @Test
    void a_second_server_on_the_same_home_says_who_the_first_is_and_ends() throws Exception {
        Process first = serve();
        waitUntil(onItsWay);
        Process second = serve();
        assertThat(second.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(2);
        assertThat(home.resolve("log.txt")).content().contains("tiến trình " + first.pid() + " trên máy");
        assertThat(first.isAlive()).isTrue();
        first.destroyForcibly();
    }

    private Process serve() throws Exception {
        return Program.start(ServeAt.class, home, TEN_O_CLOCK, "--home", home.toString(), "serve");
    }

    private java.util.Map<LetterState, Integer> states() {
        Dondoc dondoc = Dondoc.open(Settings.read(new Home(home)));
        var states = new java.util.EnumMap<LetterState, Integer>(LetterState.class);
        for (QueuedLetter letter : dondoc.outbox().list()) {
            states.merge(letter.state(), 1, Integer::sum);
        }
        dondoc.database().close();
        return states;
    }

    private static void waitUntil(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
