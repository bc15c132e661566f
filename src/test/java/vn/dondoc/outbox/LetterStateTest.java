package vn.dondoc.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LetterStateTest {

    @Test
    void a_letter_that_is_sent_or_cancelled_stays_so() {
        for (LetterState next : LetterState.values()) {
            assertThat(LetterState.SENT.mayBecome(next)).isFalse();
            assertThat(LetterState.CANCELLED.mayBecome(next)).isFalse();
        }
    }

    @Test
    void only_a_claimed_letter_can_become_sent() {
        assertThat(Arrays.stream(LetterState.values()).filter(state -> state.mayBecome(LetterState.SENT)))
                .containsExactly(LetterState.SENDING);
    }

    @Test
    void a_held_letter_goes_out_only_by_way_of_the_queue() {
        assertThat(LetterState.HELD.mayBecome(LetterState.QUEUED)).isTrue();
        assertThat(LetterState.HELD.mayBecome(LetterState.SENDING)).isFalse();
    }

    @Test
    void every_state_is_found_by_its_code() {
        for (LetterState state : LetterState.values()) {
            assertThat(LetterState.ofCode(state.code())).contains(state);
        }
        assertThat(LetterState.ofCode("lost")).isEmpty();
    }
}
