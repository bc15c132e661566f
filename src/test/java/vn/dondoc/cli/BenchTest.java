package vn.dondoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {
    @TempDir
    private Path home;

    private CommandLine dondoc;

    @BeforeEach
    void makeHome() throws IOException {
        for (String part : List.of("rules", "schedules", "config")) {
            copy(Path.of(part), home.resolve(part));
        }
        dondoc = new CommandLine(home);
    }

    @Test
    void rules_loop_and_query_find_as_many_of_each_state_in_a_small_country() {
        CommandLine.Answer answer =
                dondoc.type("bench", "--units", "250", "--duties", "3000", "--warm-up", "2", "--format", "json");

        assertThat(answer.exit()).as(answer.err()).isZero();
        JsonNode measured = answer.json();
        assertThat(measured.path("units").asInt()).isEqualTo(250);
        assertThat(measured.path("duties").asInt()).isEqualTo(3_000);
        assertThat(measured.path("findings").path("rules").size()).isGreaterThan(5);
        assertThat(measured.path("findings").path("loop"))
                .isEqualTo(measured.path("findings").path("rules"));
        assertThat(measured.path("findings").path("sql"))
                .isEqualTo(measured.path("findings").path("rules"));
        assertThat(measured.path("changes").asInt()).isPositive();
        assertThat(measured.path("letters").asInt()).isPositive();
        for (String stage : List.of("load", "evaluate", "compare", "queue", "total")) {
            JsonNode timed = measured.path("stages").path(stage);
            assertThat(timed.path("seconds").asDouble()).as(stage).isPositive();
            assertThat(timed.path("perSecond").asLong()).as(stage).isPositive();
        }
        assertThat(measured.path("memory").path("peakHeapBytes").asLong()).isPositive();
        assertThat(measured.path("evaluateToLoop").asDouble()).isPositive();
        assertThat(measured.path("evaluateToSql").asDouble()).isPositive();
    }

    @Test
    void the_same_seed_gives_the_same_country_and_another_seed_another() {
        JsonNode once = measured("7");

        assertThat(measured("7")).isEqualTo(once);
        assertThat(measured("8")).isNotEqualTo(once);
    }

    @Test
    void the_table_says_that_the_three_agree() {
        CommandLine.Answer answer = dondoc.type("bench", "--units", "50", "--duties", "3000", "--warm-up", "1");

        assertThat(answer.exit()).as(answer.err()).isZero();
        assertThat(answer.out())
                .contains("50 đơn vị, 3000 nhiệm vụ", "đánh giá", "xếp thư", "toàn bộ", "Ba cách đếm bằng nhau.");
    }

    @Test
    void more_duties_than_the_plan_has_are_refused_with_the_most_that_there_are() {
        CommandLine.Answer answer = dondoc.type("bench", "--units", "1", "--duties", "100000");

        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("--duties", "không đủ nhiệm vụ", "ghi nhiều nhất");
    }

    private JsonNode measured(String seed) {
        JsonNode answer = dondoc.type("bench", "--units", "40", "--duties", "2000", "--seed", seed, "--format", "json")
                .json();
        return answer.path("findings").path("rules");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
