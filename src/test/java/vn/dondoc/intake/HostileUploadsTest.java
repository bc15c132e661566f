package vn.dondoc.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred hostile files, in a process with 256 MB: each is refused in words or does no harm, and none is lost. */
class HostileUploadsTest {
    @TempDir
    Path folder;

    @Test
    void each_is_refused_or_harmless_within_two_seconds_and_256_megabytes() throws Exception {
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        HostileUploads.class.getName(),
                        folder.toString())
                .redirectOutput(said.toFile())
                .redirectError(folder.resolve("troubles.txt").toFile())
                .start();
        int exit = process.waitFor();

        List<String> lines = Files.readAllLines(said, StandardCharsets.UTF_8);
        assertThat(exit)
                .as(
                        "after %s: %s",
                        lines.isEmpty() ? "" : lines.get(lines.size() - 1),
                        Files.readString(folder.resolve("troubles.txt")))
                .isZero();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(200);
        for (String line : lines) {
            String[] told = line.split("\t", -1);
            boolean harmless = told[2].equals("true");
            assertThat(told[3]).as(line).isIn(harmless ? List.of("accepted", "repeated") : List.of("refused"));
            assertThat(Long.parseLong(told[4])).as(line).isLessThan(2_000);
            assertThat(told[5]).as(line).isEqualTo("true");
            if (!harmless) {
                assertThat(told[6]).as(line).contains(": ").contains(" → ");
            }
        }
    }
}
