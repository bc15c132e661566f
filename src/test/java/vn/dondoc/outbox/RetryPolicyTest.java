package vn.dondoc.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    private static final Instant FAILED = Instant.parse("2017-12-18T01:00:00Z");

    @Test
    void pauses_grow_and_end_after_about_three_days() {
        Duration total = Duration.ZERO;
        Duration last = Duration.ZERO;
        for (int attempt = 1; attempt < RetryPolicy.DEFAULT.maxAttempts(); attempt++) {
            Instant next =
                    RetryPolicy.DEFAULT.nextAttempt(attempt, false, FAILED).orElseThrow();
            Duration pause = Duration.between(FAILED, next);
            assertThat(pause).isGreaterThanOrEqualTo(last);
            last = pause;
            total = total.plus(pause);
        }
        assertThat(total).isBetween(Duration.ofHours(66), Duration.ofHours(78));
    }

    @Test
    void the_first_retry_comes_after_a_minute() {
        assertThat(RetryPolicy.DEFAULT.nextAttempt(1, false, FAILED)).contains(FAILED.plusSeconds(60));
    }

    @Test
    void the_last_attempt_is_the_last() {
        int last = RetryPolicy.DEFAULT.maxAttempts();
        assertThat(RetryPolicy.DEFAULT.nextAttempt(last - 1, false, FAILED)).isPresent();
        assertThat(RetryPolicy.DEFAULT.nextAttempt(last, false, FAILED)).isEmpty();
        assertThat(RetryPolicy.DEFAULT.nextAttempt(last + 1, false, FAILED)).isEmpty();
    }

    @Test
    void a_permanent_failure_is_not_tried_again() {
        assertThat(RetryPolicy.DEFAULT.nextAttempt(1, true, FAILED)).isEmpty();
    }

    @Test
    void without_pauses_there_is_one_attempt() {
        assertThat(new RetryPolicy(List.of()).nextAttempt(1, false, FAILED)).isEqualTo(Optional.empty());
    }

    @Test
    void a_pause_of_no_length_is_refused() {
        assertThatThrownBy(() -> new RetryPolicy(List.of(Duration.ZERO))).isInstanceOf(IllegalArgumentException.class);
    }
}
