package vn.dondoc.outbox;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class OfficerActTest {
    private static final Instant MORNING = Instant.parse("2017-12-18T00:30:00Z");

    @Test
    void an_act_without_author_or_reason_is_refused() {
        assertThatThrownBy(() -> new OfficerAct(" ", "lý do", MORNING)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OfficerAct("tên", "\n", MORNING)).isInstanceOf(IllegalArgumentException.class);
    }
}
