package vn.dondoc.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageIdTest {
    private static final String SENDER = "nhac-viec@quangngai.example";

    @Test
    void the_same_key_gives_the_same_id_and_another_key_another() {
        String id = MessageId.of("so-noi-vu|reminder|2017-12-18", SENDER);
        assertThat(id).isEqualTo(MessageId.of("so-noi-vu|reminder|2017-12-18", SENDER));
        assertThat(id).isNotEqualTo(MessageId.of("so-noi-vu|reminder|2017-12-19", SENDER));
        assertThat(id).matches("<[0-9a-f]{40}@quangngai\\.example>");
    }

    @Test
    void a_domain_with_diacritics_is_written_in_ascii() {
        assertThat(MessageId.of("k", "nhac@quảngngãi.example")).matches("<[0-9a-f]{40}@xn--[a-z0-9-]+\\.example>");
    }
}
