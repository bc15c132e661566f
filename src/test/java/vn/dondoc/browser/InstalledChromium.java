package vn.dondoc.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The browser that the tests drive: Debian's Chromium and its driver, or those that {@code $CHROMIUM} and {@code $CHROMEDRIVER}
 * name. Where they are missing they are installed if that is allowed here; else the test fails and says what to do.
 */
record InstalledChromium(Path browser, Path driver) {
    private static final int MINUTES_TO_INSTALL = 10;
    private static final String PACKAGES = "chromium chromium-driver";

    static synchronized InstalledChromium find() {
        return found().orElseGet(() -> {
            String said = install();
            return found().orElseThrow(
                            () -> new IllegalStateException("The tests in a browser need Chromium and its driver."
                                    + " On Debian or Ubuntu: sudo apt-get install " + PACKAGES
                                    + ". Elsewhere: set CHROMIUM and CHROMEDRIVER to the two programs. Installing them here failed: "
                                    + said));
        });
    }

    private static Optional<InstalledChromium> found() {
        Optional<Path> browser = program("CHROMIUM", "chromium");
        Optional<Path> driver = program("CHROMEDRIVER", "chromedriver");
        return browser.flatMap(path -> driver.map(other -> new InstalledChromium(path, other)));
    }

    private static Optional<Path> program(String variable, String name) {
        String named = System.getenv(variable);
        Stream<Path> places = named != null
                ? Stream.of(Path.of(named))
                : Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name));
        return places.filter(Files::isExecutable).findFirst();
    }

    private static String install() {
        String asRoot = "root".equals(System.getProperty("user.name")) ? "" : "sudo -n ";
        String command = asRoot + "apt-get -q update && " + asRoot
                + "env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install " + PACKAGES;
        try {
            Path said = Files.createTempFile("chromium", ".log");
            Process process = new ProcessBuilder(List.of("sh", "-c", command))
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (!process.waitFor(MINUTES_TO_INSTALL, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            return Files.readString(said).strip();
        } catch (IOException failure) {
            return String.valueOf(failure.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
