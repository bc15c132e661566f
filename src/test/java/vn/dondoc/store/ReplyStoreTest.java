package vn.dondoc.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.outbox.AnswerKey;
import vn.dondoc.outbox.Letter;
import vn.dondoc.outbox.LetterKind;
import vn.dondoc.outbox.MessageId;
import vn.dondoc.outbox.OfficerAct;
import vn.dondoc.store.MailReply.Conclusion;
import vn.dondoc.store.MailReply.Content;

/** A mail is kept once, concluded once, and answered with its conclusion or not at all. */
class ReplyStoreTest {
    private static final Instant NOW = Instant.parse("2017-12-18T03:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2017, 12, 18);
    private static final String SENDER = "so-tu-phap@quangngai.example";
    private static final Content CONTENT =
            new Content(SENDER, "so-tu-phap", "Re: thư", "Đã xong\ncả rồi", List.of("a.csv", "b.csv"));
    private static final Conclusion DONE =
            new Conclusion(ReplyState.HANDLED, ReplyKind.DONE, CONTENT, List.of("dòng một", "dòng hai"));

    @TempDir
    Path folder;

    private Database database;
    private OutboxStore outbox;
    private ReplyStore store;
    private FailingAddresses addresses;

    DatabaseAddress address() {
        return new DatabaseAddress.SqliteFile(EmptyRecords.in(folder));
    }

    @BeforeEach
    void open() {
        database = Database.open(address());
        outbox = new OutboxStore(database, "don-doc@x.example");
        store = new ReplyStore(database, outbox);
        addresses = new FailingAddresses(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private MailReply taken(String key) {
        store.take(key, "<" + key + "@x.example>", "2017/" + key, true, NOW);
        return store.unread().get(store.unread().size() - 1);
    }

    private static ReplyStore.Answer answer(String key) {
        Letter letter = new Letter(
                AnswerKey.of(SENDER, key, "<" + key + "@x.example>"),
                LetterKind.NOTICE,
                SENDER,
                List.of("Cchc@x.example"),
                "so-tu-phap",
                DAY,
                "Trả lời",
                "t",
                "<p>t</p>",
                0,
                "ANSWERED",
                List.of());
        return new ReplyStore.Answer(letter, "v", false);
    }

    @Test
    void the_same_message_is_taken_once() {
        assertThat(store.take("k", "<k@x.example>", "2017/k", true, NOW)).isTrue();
        assertThat(store.take("k", "<k@x.example>", "2017/other", true, NOW.plusSeconds(1)))
                .isFalse();
        assertThat(store.unread()).singleElement().satisfies(mail -> {
            assertThat(mail.storedPath()).isEqualTo("2017/k");
            assertThat(mail.arrivedAt()).isEqualTo(NOW);
            assertThat(mail.kind()).isNull();
        });
    }

    @Test
    void a_mail_is_concluded_once_and_answered_with_it() {
        MailReply mail = taken("k");
        assertThat(store.conclude(mail, DONE, answer("k"), NOW)).isTrue();
        assertThat(store.conclude(mail, DONE.and("nữa"), answer("other"), NOW)).isFalse();
        assertThat(outbox.list()).hasSize(1);
        assertThat(store.answersTo(SENDER, DAY)).isEqualTo(1);
        assertThat(store.answersTo(SENDER, DAY.plusDays(1))).isZero();
        MailReply concluded = store.find(mail.id()).orElseThrow();
        assertThat(concluded.content()).isEqualTo(CONTENT);
        assertThat(concluded.outcome()).containsExactly("dòng một", "dòng hai");
        assertThat(concluded.kind()).isEqualTo(ReplyKind.DONE);
        assertThat(store.list(ReplyState.HANDLED)).containsExactly(concluded);
    }

    @Test
    void a_mail_that_comes_to_an_answer_that_is_there_is_concluded_all_the_same() {
        outbox.enqueue(answer("k").letter(), "v", false, NOW);
        assertThat(store.conclude(taken("k"), DONE, answer("k"), NOW)).isTrue();
        assertThat(outbox.list()).hasSize(1);
    }

    @Test
    void what_waits_is_settled_once_by_somebody_and_stands_in_the_audit_log() {
        MailReply mail = taken("k");
        OfficerAct act = new OfficerAct("Phòng CCHC", "đã gọi điện", NOW);
        assertThat(store.settle(mail.id(), act)).as("new").isFalse();
        store.conclude(mail, new Conclusion(ReplyState.WAITING, ReplyKind.OTHER, CONTENT, List.of("chờ")), null, NOW);
        assertThat(store.settle(mail.id(), act)).isTrue();
        assertThat(store.settle(mail.id(), act)).as("handled").isFalse();
        assertThat(store.find(mail.id()).orElseThrow().settled()).isEqualTo(act);
        assertThat(new AuditLog(database).verify()).isEmpty();
        assertThat(new AuditLog(database).head().number()).isEqualTo(1);
    }

    @Test
    void attempts_are_counted() {
        MailReply mail = taken("k");
        store.begin(mail.id());
        store.begin(mail.id());
        assertThat(store.find(mail.id()).orElseThrow().attempts()).isEqualTo(2);
    }

    @Test
    void a_letter_is_found_by_the_beginning_of_its_hash_and_by_its_message_id() {
        outbox.enqueue(answer("k").letter(), "v", false, NOW);
        String hash = MessageId.hashOf(answer("k").letter().key());
        assertThat(store.letterOf(hash.substring(0, 20))).hasValueSatisfying(letter -> {
            assertThat(letter.hash()).isEqualTo(hash);
            assertThat(letter.addresses()).containsExactlyInAnyOrder(SENDER, "cchc@x.example");
        });
        assertThat(store.letterOf("0".repeat(20))).isEmpty();
        assertThat(addresses.writtenTo(Set.of("<" + hash + "@x.example>", "<x@x.example>")))
                .containsExactlyInAnyOrder(SENDER, "cchc@x.example");
        assertThat(addresses.writtenTo(Set.of())).isEmpty();
    }

    @Test
    void an_address_that_fails_again_is_told_of_once() {
        addresses.mark(SENDER, "550 một", NOW);
        addresses.told(addresses.toBeTold());
        addresses.mark(SENDER, "550 hai", NOW.plusSeconds(60));
        assertThat(addresses.toBeTold()).isEmpty();
        assertThat(addresses.list()).singleElement().satisfies(failing -> {
            assertThat(failing.since()).isEqualTo(NOW);
            assertThat(failing.lastAt()).isEqualTo(NOW.plusSeconds(60));
            assertThat(failing.reason()).isEqualTo("550 hai");
        });
        assertThat(addresses.clear(SENDER)).isTrue();
        assertThat(addresses.clear(SENDER)).isFalse();
        addresses.mark(SENDER, "550 ba", NOW);
        assertThat(addresses.toBeTold()).as("anew").hasSize(1);
    }
}
