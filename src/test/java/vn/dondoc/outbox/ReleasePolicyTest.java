package vn.dondoc.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReleasePolicyTest {

    @Test
    void alerts_wait_by_default_and_nothing_else() {
        assertThat(Arrays.stream(LetterKind.values()).filter(ReleasePolicy.DEFAULT::holds))
                .containsExactly(LetterKind.ALERT);
    }

    @Test
    void all_holds_everything_and_none_nothing() {
        assertThat(Arrays.stream(LetterKind.values())).allMatch(ReleasePolicy.ALL::holds);
        assertThat(Arrays.stream(LetterKind.values())).noneMatch(ReleasePolicy.NONE::holds);
    }

    @Test
    void a_policy_is_found_by_the_word_in_the_configuration() {
        assertThat(ReleasePolicy.ofCode("alerts")).contains(ReleasePolicy.ALERTS);
        assertThat(ReleasePolicy.ofCode("ALERTS")).isEmpty();
    }
}
