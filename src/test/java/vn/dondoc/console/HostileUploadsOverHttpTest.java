package vn.dondoc.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.intake.HostileFiles;

/** A sample of the two hundred hostile files, through the console's upload. */
class HostileUploadsOverHttpTest {
    private static final int EVERY = 10;
    /** Two are asked for and measured; the whole process counts here, on a machine that others use, too. */
    private static final long MOST_NANOSECONDS = 10_000_000_000L;

    @TempDir
    static Path folder;

    private static SampleConsole console;

    @BeforeAll
    static void open() {
        console = SampleConsole.in(folder);
    }

    @AfterAll
    static void close() {
        console.close();
    }

    @Test
    void each_is_refused_in_words_or_harmless_within_seconds_of_the_processor() {
        List<HostileFiles.File> files = HostileFiles.all();
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        IntStream.range(0, files.size()).filter(i -> i % EVERY == 0).forEach(i -> {
            HostileFiles.File hostile = files.get(i);
            byte[] content = hostile.bytes().get();
            long before = machine.getProcessCpuTime();
            HttpResponse<String> answer = console.handIn("can-bo", "so-tu-phap", hostile.name(), content);
            long spent = machine.getProcessCpuTime() - before;
            assertThat(answer.statusCode())
                    .as(i + " " + hostile.name())
                    .isIn(hostile.harmless() ? List.of(200, 422) : List.of(422, 413));
            assertThat(answer.body()).doesNotContain("root:x:", "<script>alert");
            assertThat(spent).as(i + " " + hostile.name()).isLessThan(MOST_NANOSECONDS);
        });
    }
}
