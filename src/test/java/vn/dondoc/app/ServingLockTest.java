package vn.dondoc.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.reading.FaultyFileException;

class ServingLockTest {
    private static final Instant MORNING = Instant.parse("2018-01-02T00:00:00Z");

    @TempDir
    private Path data;

    @Test
    void a_second_server_of_one_home_is_refused_and_told_who_the_first_is() {
        try (ServingLock first = ServingLock.take(data, MORNING)) {
            assertThatThrownBy(() -> ServingLock.take(data, MORNING.plusSeconds(60)))
                    .isInstanceOf(FaultyFileException.class)
                    .hasMessageContaining(
                            "tiến trình " + ProcessHandle.current().pid())
                    .hasMessageContaining("từ 07:00 ngày 02/01/2018")
                    .hasMessageContaining("dừng chương trình đó trước");
        }
    }

    @Test
    void once_the_first_has_ended_another_may_serve() {
        ServingLock.take(data, MORNING).close();
        try (ServingLock second = ServingLock.take(data, MORNING.plusSeconds(60))) {
            assertThat(data.resolve("serve.txt")).content().contains("07:01");
        }
    }
}
