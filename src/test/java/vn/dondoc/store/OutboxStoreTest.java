package vn.dondoc.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.outbox.Letter;
import vn.dondoc.outbox.LetterKind;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.outbox.MessageId;
import vn.dondoc.outbox.OfficerAct;
import vn.dondoc.outbox.QueuedLetter;
import vn.dondoc.outbox.Worker;

class OutboxStoreTest {
    private static final String SENDER = "nhac-viec@quangngai.example";
    private static final Instant MORNING = Instant.parse("2017-12-18T00:30:00Z");
    private static final Duration LEASE = Worker.LEASE;
    private static final OfficerAct OFFICER = new OfficerAct("Trưởng phòng CCHC", "đã kiểm tra", MORNING);

    @TempDir
    Path folder;

    private Database database;
    private OutboxStore outbox;

    DatabaseAddress address() {
        return new DatabaseAddress.SqliteFile(EmptyRecords.in(folder));
    }

    @BeforeEach
    void open() {
        database = Database.open(address());
        outbox = new OutboxStore(database, SENDER);
    }

    private static Worker worker(String name, Instant now) {
        return new Worker(name, Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void a_letter_comes_back_as_it_was_queued() {
        assertThat(enqueue("so-noi-vu", false)).isTrue();

        QueuedLetter queued = outbox.list().get(0);
        assertThat(queued.letter()).isEqualTo(letterTo("so-noi-vu"));
        assertThat(queued.messageId()).isEqualTo(MessageId.of("so-noi-vu|reminder|2017-12-18", SENDER));
        assertThat(queued.rulesVersion()).isEqualTo("r1");
        assertThat(queued.queuedAt()).isEqualTo(MORNING);
        assertThat(queued.state()).isEqualTo(LetterState.QUEUED);
        assertThat(outbox.find(queued.id())).contains(queued);
    }

    @Test
    void a_second_letter_of_the_same_key_is_not_queued() {
        enqueue("so-noi-vu", false);
        assertThat(enqueue("so-noi-vu", false)).isFalse();
        assertThat(outbox.list()).hasSize(1);
    }

    @Test
    void a_decision_that_is_rolled_back_leaves_no_letter() {
        assertThatThrownBy(() -> database.jdbi().useTransaction(handle -> {
                    outbox.enqueue(handle, letterTo("so-noi-vu"), "r1", false, MORNING);
                    throw new IllegalStateException("crash");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(outbox.list()).isEmpty();
    }

    @Test
    void a_line_break_in_a_copy_does_not_make_two_addresses_of_it() {
        Letter letter = letter("so-noi-vu", List.of("a@x.example\r\nBcc: b@x.example"));
        database.jdbi().useTransaction(handle -> outbox.enqueue(handle, letter, "r1", false, MORNING));
        assertThat(outbox.list().get(0).letter().cc()).containsExactly("a@x.example Bcc: b@x.example");
    }

    @Test
    void letters_are_claimed_one_by_one_and_only_once() {
        enqueue("so-noi-vu", false);
        enqueue("so-tai-chinh", false);

        QueuedLetter first =
                outbox.claims().claimNext(MORNING, worker("A", MORNING)).orElseThrow();
        QueuedLetter second =
                outbox.claims().claimNext(MORNING, worker("B", MORNING)).orElseThrow();
        assertThat(first.letter().agency()).isEqualTo("so-noi-vu");
        assertThat(second.letter().agency()).isEqualTo("so-tai-chinh");
        assertThat(outbox.claims().claimNext(MORNING, worker("C", MORNING))).isEmpty();
        assertThat(first.progress().lease()).isEqualTo(new QueuedLetter.Lease("A", MORNING.plus(LEASE)));
        assertThat(first.progress().attempts()).isEqualTo(1);
    }

    @Test
    void a_lease_is_respected_up_to_its_end() {
        enqueue("so-noi-vu", false);
        outbox.claims().claimNext(MORNING, worker("A", MORNING));
        assertThat(outbox.claims()
                        .claimNext(
                                MORNING.plus(LEASE).minusMillis(1),
                                worker("B", MORNING.plus(LEASE).minusMillis(1))))
                .isEmpty();
        assertThat(outbox.claims().claimNext(MORNING.plus(LEASE), worker("B", MORNING.plus(LEASE))))
                .isPresent();
    }

    @Test
    void a_worker_whose_clock_is_behind_leaves_a_letter_to_the_one_that_is_sending_it() {
        enqueue("so-noi-vu", false);
        outbox.claims().claimNext(MORNING, worker("A", MORNING));

        assertThat(outbox.claims().claimNext(MORNING, worker("B", MORNING.minusMillis(1))))
                .as("asked a moment before, answered after")
                .isEmpty();
        assertThat(outbox.claims().claimNext(MORNING, worker("B", MORNING.minus(Worker.CLOCKS_DIFFER_BY))))
                .isEmpty();
    }

    @Test
    void a_lease_of_a_clock_that_was_put_back_has_run_out() {
        enqueue("so-noi-vu", false);
        outbox.claims().claimNext(MORNING, worker("A", MORNING));

        Instant putBack = MORNING.minus(Worker.CLOCKS_DIFFER_BY).minusMillis(1);
        assertThat(outbox.claims().claimNext(MORNING, worker("B", putBack))).isPresent();
    }

    @Test
    void who_has_lost_the_lease_cannot_mark() {
        enqueue("so-noi-vu", false);
        QueuedLetter lost =
                outbox.claims().claimNext(MORNING, worker("A", MORNING)).orElseThrow();
        Instant later = MORNING.plus(LEASE);
        QueuedLetter held = outbox.claims().claimNext(later, worker("B", later)).orElseThrow();

        assertThat(outbox.claims().markSent(lost, later, null)).isFalse();
        assertThat(outbox.claims().markForRetry(lost, "lỗi", later)).isFalse();
        assertThat(outbox.claims().markGivenUp(lost, "lỗi", later)).isFalse();
        assertThat(outbox.list(LetterState.SENDING)).containsExactly(held);
        assertThat(outbox.claims().markSent(held, later, null)).isTrue();
    }

    @Test
    void an_old_claim_of_the_same_owner_cannot_mark_either() {
        enqueue("so-noi-vu", false);
        QueuedLetter lost =
                outbox.claims().claimNext(MORNING, worker("A", MORNING)).orElseThrow();
        outbox.claims().claimNext(MORNING.plus(LEASE), worker("A", MORNING.plus(LEASE)));
        assertThat(outbox.claims().markForRetry(lost, "lỗi", MORNING)).isFalse();
    }

    @Test
    void a_letter_that_nobody_claimed_cannot_be_marked() {
        enqueue("so-noi-vu", false);
        QueuedLetter unclaimed = outbox.list().get(0);
        assertThatThrownBy(() -> outbox.claims().markSent(unclaimed, MORNING, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_retry_waits_for_its_moment_and_keeps_the_first_date() {
        enqueue("so-noi-vu", false);
        QueuedLetter claimed =
                outbox.claims().claimNext(MORNING, worker("A", MORNING)).orElseThrow();
        Instant next = MORNING.plusSeconds(60);
        assertThat(outbox.claims().markForRetry(claimed, "450 thử lại sau", next))
                .isTrue();

        assertThat(outbox.claims().claimNext(next.minusMillis(1), worker("A", next.minusMillis(1))))
                .isEmpty();
        QueuedLetter again = outbox.claims().claimNext(next, worker("A", next)).orElseThrow();
        assertThat(again.progress().attempts()).isEqualTo(2);
        assertThat(again.progress().lastError()).isEqualTo("450 thử lại sau");
        assertThat(again.datedAt()).isEqualTo(MORNING);
    }

    @Test
    void a_given_up_letter_is_queued_anew_by_hand() {
        enqueue("so-noi-vu", false);
        QueuedLetter claimed =
                outbox.claims().claimNext(MORNING, worker("A", MORNING)).orElseThrow();
        outbox.claims().markGivenUp(claimed, "550", MORNING);
        assertThat(outbox.claims()
                        .claimNext(MORNING.plus(Duration.ofDays(30)), worker("A", MORNING.plus(Duration.ofDays(30)))))
                .isEmpty();

        Instant later = MORNING.plus(Duration.ofDays(31));
        assertThat(outbox.retry(claimed.id(), later)).isTrue();
        assertThat(outbox.retry(claimed.id(), later)).isFalse();
        QueuedLetter again =
                outbox.claims().claimNext(later, worker("A", later)).orElseThrow();
        assertThat(again.progress().attempts()).isEqualTo(1);
        assertThat(again.datedAt()).isEqualTo(later);
        assertThat(again.messageId()).isEqualTo(claimed.messageId());
    }

    @Test
    void a_held_letter_waits_for_its_release() {
        enqueue("so-noi-vu", true);
        enqueue("so-tai-chinh", true);
        long id = outbox.list().get(0).id();
        assertThat(outbox.claims().claimNext(MORNING, worker("A", MORNING))).isEmpty();

        assertThat(outbox.release(id, OFFICER)).isTrue();
        assertThat(outbox.release(id, OFFICER)).isFalse();
        assertThat(outbox.list(LetterState.QUEUED)).extracting(QueuedLetter::id).containsExactly(id);
        assertThat(outbox.find(id).orElseThrow().release()).isEqualTo(OFFICER);
        assertThat(outbox.releaseAll(OFFICER)).isEqualTo(1);
    }

    @Test
    void a_letter_is_withdrawn_while_it_waits_and_not_afterwards() {
        enqueue("so-noi-vu", false);
        enqueue("so-tai-chinh", true);
        enqueue("so-y-te", false);
        outbox.claims().claimNext(MORNING, worker("A", MORNING));

        assertThat(cancel("so-noi-vu")).as("being sent").isFalse();
        assertThat(cancel("so-tai-chinh")).as("held").isTrue();
        assertThat(cancel("so-y-te")).as("queued").isTrue();
        assertThat(cancel("so-y-te")).as("cancelled already").isFalse();
        assertThat(cancel("so-la")).as("unknown").isFalse();
        assertThat(outbox.list(LetterState.CANCELLED))
                .extracting(QueuedLetter::cancelReason)
                .containsOnly("đã có số liệu mới");
        assertThat(outbox.releaseAll(OFFICER)).as("of the cancelled").isZero();
        assertThat(enqueue("so-y-te", false)).as("queued a second time").isFalse();
    }

    @Test
    void letters_are_counted_by_state_and_found_by_key() {
        enqueue("so-noi-vu", false);
        enqueue("so-tai-chinh", true);
        assertThat(outbox.countByState())
                .containsEntry(LetterState.QUEUED, 1)
                .containsEntry(LetterState.HELD, 1)
                .containsEntry(LetterState.SENT, 0)
                .hasSize(LetterState.values().length);
        database.jdbi().useHandle(handle -> {
            assertThat(outbox.findByKey(handle, "so-tai-chinh|reminder|2017-12-18"))
                    .isPresent();
            assertThat(outbox.findByKey(handle, "so-la|reminder|2017-12-18")).isEmpty();
        });
    }

    @Test
    void the_last_pause_or_resume_is_in_force_and_none_is_forgotten() {
        assertThat(outbox.currentPause()).isEmpty();
        outbox.pause(OFFICER);
        assertThat(outbox.currentPause()).contains(OFFICER);
        outbox.resume(OFFICER);
        assertThat(outbox.currentPause()).isEmpty();
        assertThatThrownBy(() -> database.jdbi().useHandle(handle -> handle.execute("DELETE FROM outbox_pause")))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() ->
                        database.jdbi().useHandle(handle -> handle.execute("UPDATE outbox_pause SET author = 'x'")))
                .hasMessageContaining("append-only");
    }

    private boolean enqueue(String agency, boolean held) {
        return database.jdbi().inTransaction(handle -> outbox.enqueue(handle, letterTo(agency), "r1", held, MORNING));
    }

    private boolean cancel(String agency) {
        return database.jdbi()
                .inTransaction(handle ->
                        outbox.cancelByKey(handle, agency + "|reminder|2017-12-18", "đã có số liệu mới", MORNING));
    }

    private static Letter letterTo(String agency) {
        return letter(agency, List.of("cchc@quangngai.example", "van-thu@quangngai.example"));
    }

    private static Letter letter(String agency, List<String> cc) {
        return new Letter(
                agency + "|reminder|2017-12-18",
                LetterKind.REMINDER,
                agency + "@quangngai.example",
                cc,
                agency,
                LocalDate.of(2017, 12, 18),
                "V/v nhắc việc thực hiện Quyết định 881",
                "Kính gửi: Sở Nội vụ\n",
                "<p>Kính gửi: Sở Nội vụ</p>",
                2,
                "due-soon",
                List.of());
    }
}
