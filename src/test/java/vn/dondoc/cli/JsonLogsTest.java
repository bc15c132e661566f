package vn.dondoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What a process of its own logs, with and without -Ddondoc.logs=json; where answers stand, nothing is logged. */
class JsonLogsTest {
    @TempDir
    private Path folder;

    /** The process that logs. */
    static final class Logging {
        public static void main(String[] arguments) {
            LoggerFactory.getLogger("vn.dondoc.app.Daemon").info("{}: {}", "send", "Đã gửi 3\nthư");
            LoggerFactory.getLogger("vn.dondoc.app.Daemon").error("việc bị lỗi", new IllegalStateException("hỏng"));
        }
    }

    @Test
    void each_line_is_an_object_with_moment_level_and_the_whole_message() throws Exception {
        List<String> lines = logged("json");
        assertThat(lines).hasSize(2);
        JsonNode first = new ObjectMapper().readTree(lines.get(0));
        assertThat(first.get("formattedMessage").asText()).isEqualTo("send: Đã gửi 3\nthư");
        assertThat(first.get("level").asText()).isEqualTo("INFO");
        assertThat(first.get("loggerName").asText()).isEqualTo("vn.dondoc.app.Daemon");
        assertThat(first.get("timestamp").isIntegralNumber()).isTrue();
        JsonNode second = new ObjectMapper().readTree(lines.get(1));
        assertThat(second.get("throwable").get("message").asText()).isEqualTo("hỏng");
    }

    @Test
    void otherwise_lines_are_for_people() throws Exception {
        assertThat(logged("text")).anyMatch(line -> line.endsWith("INFO  Daemon send: Đã gửi 3"));
    }

    private List<String> logged(String logs) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        int exit = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Ddondoc.logs=" + logs,
                        "-Dslf4j.internal.verbosity=ERROR",
                        "-Dfile.encoding=UTF-8",
                        "-Dsun.stderr.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Logging.class.getName())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        assertThat(exit).isZero();
        assertThat(out).isEmptyFile();
        return Files.readString(err, StandardCharsets.UTF_8).lines().toList();
    }
}
