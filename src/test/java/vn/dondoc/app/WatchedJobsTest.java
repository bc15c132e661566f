package vn.dondoc.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.acceptance.TemporaryHome;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.config.Home;
import vn.dondoc.crash.SmallOffice;
import vn.dondoc.outbox.QueuedLetter;

/** A job that fails is told by letter; one that went well is told to who watches from outside. */
class WatchedJobsTest {
    @TempDir
    private Path home;

    private final List<String> pings = new CopyOnWriteArrayList<>();
    private HttpServer watcher;

    @BeforeEach
    void an_office_that_is_watched() throws IOException {
        watcher = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        watcher.createContext("/", exchange -> {
            pings.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(pings.size() == 1 ? 200 : 500, -1);
            exchange.close();
        });
        watcher.start();
        SmallOffice.installIn(home, 9);
        TemporaryHome.configure(
                home,
                "transport: folder",
                "pingUrl: http://127.0.0.1:" + watcher.getAddress().getPort() + "/ma-rieng");
    }

    @AfterEach
    void stop() {
        watcher.stop(0);
    }

    @Test
    void a_job_that_fails_is_told_to_the_administrators_once_a_day() throws IOException {
        Files.writeString(home.resolve("chiem-cho"), "một tệp ở chỗ của thư mục");
        Files.writeString(
                home.resolve("config/dondoc.yaml"),
                Files.readString(home.resolve("config/dondoc.yaml"))
                        .replace("folder: data/backups", "folder: chiem-cho/ban-sao"));
        Dondoc dondoc = Dondoc.open(Settings.read(new Home(home)));
        fails(dondoc, "2026-03-02T19:00");
        fails(dondoc, "2026-03-02T20:00");
        assertThat(told(dondoc)).hasSize(1);
        assertThat(told(dondoc).get(0).letter().subject())
                .contains("[Vận hành] Việc backup bị lỗi lúc 19:00 ngày 02/03/2026");
        assertThat(told(dondoc).get(0).letter().text())
                .containsIgnoringWhitespaces("chiem-cho", "dondoc doctor", "dondoc run backup");
        fails(dondoc, "2026-03-03T19:00");
        assertThat(told(dondoc)).hasSize(2);
        assertThat(pings).isEmpty();
    }

    @Test
    void a_job_that_lost_its_schedule_is_told_to_the_administrators_when_the_program_starts() throws IOException {
        Files.delete(home.resolve("schedules/morning-check.yaml"));
        Dondoc dondoc = Dondoc.openWithoutLetters(Settings.read(new Home(home)));

        Daemon daemon = Daemon.start(dondoc, at("2026-03-01T12:00"));
        daemon.stop();

        Dondoc later = Dondoc.open(Settings.read(new Home(home)));
        assertThat(later.outbox().list())
                .extracting(queued -> queued.letter().subject())
                .containsExactly(
                        "[Vận hành] Việc morning-check không chạy nữa: thư mục schedules không có lịch còn chạy của việc ấy");
    }

    @Test
    void a_morning_check_calls_the_watcher_and_goes_well_though_the_watcher_does_not() {
        Dondoc dondoc = Dondoc.open(Settings.read(new Home(home)));
        dondoc.jobs().run(Jobs.MORNING_CHECK, at("2026-03-02T07:00"));
        dondoc.jobs().run(Jobs.SEND, at("2026-03-02T07:05"));
        assertThat(pings).containsExactly("/ma-rieng");
        assertThat(dondoc.jobs().run(Jobs.MORNING_CHECK, at("2026-03-03T07:00")))
                .contains("03/03/2026");
        assertThat(pings).hasSize(2);
        watcher.stop(0);
        assertThat(dondoc.jobs().run(Jobs.MORNING_CHECK, at("2026-03-04T07:00")))
                .contains("04/03/2026");
        assertThat(dondoc.lastMorning()).hasToString("Optional[2026-03-04]");
    }

    private static void fails(Dondoc dondoc, String moment) {
        assertThatThrownBy(() -> dondoc.jobs().runUnwatched(Jobs.BACKUP, at(moment)))
                .isInstanceOf(UncheckedIOException.class);
    }

    private static List<QueuedLetter> told(Dondoc dondoc) {
        return dondoc.outbox().list().stream()
                .filter(queued -> queued.letter().subject().contains("backup"))
                .toList();
    }

    private static Clock at(String moment) {
        return Clock.fixed(LocalDateTime.parse(moment).atZone(VietnamTime.ZONE).toInstant(), VietnamTime.ZONE);
    }
}
