package vn.dondoc.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.acceptance.TemporaryHome;
import vn.dondoc.config.Home;
import vn.dondoc.reading.FaultyFileException;

/** A port that another program has. */
class OpenPortsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2018-01-02T00:00:00Z"), ZoneOffset.UTC);
    private static final int USUAL_PORT = 8880;

    @TempDir
    private Path folder;

    private Optional<ServerSocket> other = Optional.empty();

    @BeforeEach
    void install() throws IOException {
        TemporaryHome.in(folder);
    }

    @AfterEach
    void release() throws IOException {
        if (other.isPresent()) {
            other.get().close();
        }
    }

    @Test
    void the_usual_port_of_the_console_was_not_asked_for_so_letters_go_on_without_it() throws IOException {
        takeUsualPort();
        TemporaryHome.configure(folder, "listen: 127.0.0.1:8880");
        assertServesWithoutConsole();
    }

    @Test
    void a_home_of_before_the_console_goes_on_without_it() throws IOException {
        takeUsualPort();
        Path file = folder.resolve("config/dondoc.yaml");
        String text = Files.readString(file);
        Files.writeString(
                file,
                text.replaceFirst("(?m)^console:$", "")
                        .replaceFirst("(?m)^  listen:.*\\R(?s:.*?)^  publicAddress:$", ""));
        assertThat(Files.readString(file)).doesNotContain("listen:");
        assertServesWithoutConsole();
    }

    @Test
    void a_port_that_the_administrator_wrote_has_to_be_had() throws IOException {
        other = Optional.of(new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1")));
        int port = other.get().getLocalPort();
        TemporaryHome.configure(folder, "listen: 127.0.0.1:" + port);
        Dondoc dondoc = open();
        assertThatThrownBy(() -> OpenPorts.of(dondoc, CLOCK))
                .isInstanceOf(FaultyFileException.class)
                .hasMessageContaining("không mở được cổng " + port);
        dondoc.database().close();
    }

    private void assertServesWithoutConsole() {
        Dondoc dondoc = open();
        try (OpenPorts ports = OpenPorts.of(dondoc, CLOCK)) {
            assertThat(ports.told())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .contains("Không mở được trang điều hành")
                            .contains("cổng 8880")
                            .contains("console.listen"));
        } finally {
            dondoc.database().close();
        }
    }

    private Dondoc open() {
        return Dondoc.openWithoutLetters(Settings.read(new Home(folder)));
    }

    /** Unless some other program on this machine has it anyway. */
    private void takeUsualPort() throws IOException {
        try {
            other = Optional.of(new ServerSocket(USUAL_PORT, 1, InetAddress.getByName("127.0.0.1")));
        } catch (BindException taken) {
            other = Optional.empty();
        }
    }
}
