package vn.dondoc.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.acceptance.TemporaryHome;
import vn.dondoc.config.Home;
import vn.dondoc.reading.FaultyFileException;

/** A start that is refused leaves nothing behind: no port, no lock, no rules put in force. */
class DaemonStartTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2018-01-02T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private Dondoc dondoc;
    private int port;

    @BeforeEach
    void edit_the_rules() throws IOException {
        TemporaryHome.in(folder);
        port = anyPort();
        TemporaryHome.configure(folder, "listen: 127.0.0.1:" + port);
        dondoc = Dondoc.openWithoutLetters(Settings.read(new Home(folder)));
        dondoc.publishFlow().takeUp(CLOCK.instant());
        Path duties = folder.resolve("rules/plan-881/duties.csv");
        Files.writeString(duties, Files.readString(duties).replace("05/09; 25/11", "05/09; 24/11"));
    }

    @AfterEach
    void close() {
        dondoc.database().close();
    }

    @Test
    void a_letter_text_that_cannot_be_used() throws IOException {
        try (var texts = Files.list(folder.resolve("config/mail"))) {
            for (Path text :
                    texts.filter(file -> file.toString().endsWith(".peb")).toList()) {
                Files.writeString(text, "{% if");
            }
        }
        assertRefused();
        freePort().close();
    }

    @Test
    void a_port_that_another_program_has() throws IOException {
        try (ServerSocket other = freePort()) {
            assertThat(other.isBound()).isTrue();
            assertRefused();
        }
    }

    private void assertRefused() {
        int published = dondoc.rules().history().size();
        assertThatThrownBy(() -> Daemon.start(dondoc, CLOCK)).isInstanceOf(FaultyFileException.class);
        assertThat(dondoc.rules().history()).hasSize(published);
        ServingLock.take(folder.resolve("data"), CLOCK.instant()).close();
    }

    private static int anyPort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return any.getLocalPort();
        }
    }

    private ServerSocket freePort() throws IOException {
        return new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"));
    }
}
