package vn.dondoc.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final Deque<Runnable> later = new ArrayDeque<>();
    private final List<Duration> waits = new ArrayList<>();

    private final Pace pace = Pace.of(60, (wait, then) -> {
        waits.add(wait);
        later.add(then);
    });

    @Test
    void after_a_turn_there_is_none_until_the_interval_is_over() {
        assertThat(pace.turn()).isTrue();
        assertThat(pace.turn()).isFalse();
        assertThat(waits).containsExactly(Duration.ofSeconds(1));
        later.remove().run();
        assertThat(pace.turn()).isTrue();
        assertThat(pace.turn()).isFalse();
    }

    @Test
    void time_in_which_nothing_was_sent_is_not_saved_up() {
        assertThat(pace.turn()).isTrue();
        later.remove().run();
        assertThat(later).as("nothing more comes back").isEmpty();
        assertThat(pace.turn()).isTrue();
        assertThat(pace.turn()).isFalse();
    }

    @Test
    void without_a_limit_it_is_always_ones_turn() {
        Pace free = Pace.of(0);
        for (int letter = 0; letter < 1000; letter++) {
            assertThat(free.turn()).isTrue();
        }
    }

    @Test
    void whoever_is_interrupted_gets_no_turn_and_stays_interrupted() {
        Thread.currentThread().interrupt();
        assertThat(pace.turn()).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }
}
