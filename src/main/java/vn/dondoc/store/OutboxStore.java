package vn.dondoc.store;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Update;
import vn.dondoc.audit.Act;
import vn.dondoc.outbox.Letter;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.outbox.MessageId;
import vn.dondoc.outbox.OfficerAct;
import vn.dondoc.outbox.QueuedLetter;
import vn.dondoc.outbox.Standstill;

/** The outbox table. Letters are queued inside the transaction that decides them, and looked at and decided on by officers. */
public final class OutboxStore {
    private static final QueuedLetterMapper LETTERS = new QueuedLetterMapper();
    private static final String ENQUEUE = """
            INSERT INTO outbox (letter_key, message_id, kind, recipient, cc, agency, day, subject,
                body_text, body_html, items, reason, rules_version, queued_at, state, next_attempt_at)
            VALUES (:key, :messageId, :kind, :to, :cc, :agency, :day, :subject,
                :text, :html, :items, :reason, :rulesVersion, :at, :state, :at)
            ON CONFLICT (letter_key) DO NOTHING
            """;

    private final Jdbi jdbi;
    private final OutboxClaims claims;
    private final String senderAddress;

    /** @param senderAddress gives Message-IDs their domain */
    public OutboxStore(Database database, String senderAddress) {
        this.jdbi = database.jdbi();
        this.claims = new OutboxClaims(jdbi);
        this.senderAddress = senderAddress;
    }

    /** What workers do with letters that are due. */
    public OutboxClaims claims() {
        return claims;
    }

    /**
     * Queues a letter, with what goes with it, within the caller's transaction.
     *
     * @param held whether it waits for an officer
     * @return false when a letter of that key is there already, whatever became of it
     */
    public boolean enqueue(Handle handle, Letter letter, String rulesVersion, boolean held, Instant queuedAt) {
        int queued = handle.createUpdate(ENQUEUE)
                .bindMethods(letter)
                .bind("messageId", MessageId.of(letter.key(), senderAddress))
                .bind("kind", letter.kind().code())
                .bind("cc", QueuedLetterMapper.onePerLine(letter.cc()))
                .bind("day", letter.day().toString())
                .bind("rulesVersion", rulesVersion)
                .bind("at", Database.column(queuedAt))
                .bind("state", (held ? LetterState.HELD : LetterState.QUEUED).code())
                .execute();
        if (queued == 1) {
            LetterAttachments.write(handle, letter);
        }
        return queued == 1;
    }

    /** The same in a transaction of its own, for a letter that no check decided. */
    public boolean enqueue(Letter letter, String rulesVersion, boolean held, Instant queuedAt) {
        return jdbi.inTransaction(handle -> enqueue(handle, letter, rulesVersion, held, queuedAt));
    }

    /** Lets one held letter go; false when it is not held. */
    public boolean release(long id, OfficerAct act) {
        return LetterChange.one(
                jdbi,
                handle -> releasing(handle, act).bind("id", id),
                handle -> LetterAudit.by(act, handle, id, Act.LETTER_RELEASED));
    }

    /** Lets every held letter go, and tells how many. */
    public int releaseAll(OfficerAct act) {
        return (int) jdbi
                .withHandle(handle -> handle.select("SELECT id FROM outbox WHERE state = 'held' ORDER BY id")
                        .mapTo(Long.class)
                        .list())
                .stream()
                .filter(id -> release(id, act))
                .count();
    }

    private static Update releasing(Handle handle, OfficerAct act) {
        String set = "released_by = :author, release_reason = :reason, released_at = :at, next_attempt_at = :at";
        return LetterChange.of(handle, LetterState.HELD, LetterState.QUEUED, set, "id = :id")
                .bindMethods(act)
                .bind("at", Database.column(act.at()));
    }

    /** Withdraws a letter that still waits, queued or held; false when there is none, or it is on its way or out. */
    public boolean cancelByKey(Handle handle, String key, String reason, Instant at) {
        boolean cancelled = cancel(handle, LetterState.QUEUED, key, reason, at)
                || cancel(handle, LetterState.HELD, key, reason, at);
        if (cancelled) {
            LetterAudit.takenBack(handle, MessageId.of(key, senderAddress), reason, at);
        }
        return cancelled;
    }

    private static boolean cancel(Handle handle, LetterState from, String key, String reason, Instant at) {
        String set = "cancel_reason = :reason, cancelled_at = :at";
        int cancelled = LetterChange.of(handle, from, LetterState.CANCELLED, set, "letter_key = :key")
                .bind("key", key)
                .bind("reason", reason)
                .bind("at", Database.column(at))
                .execute();
        return cancelled == 1;
    }

    /** Queues a given-up letter anew, with all its attempts and a new date; false when it is not given up. */
    public boolean retry(long id, Instant at) {
        String set = "attempts = 0, dated_at = NULL, next_attempt_at = :at";
        return LetterChange.one(
                jdbi,
                handle -> LetterChange.of(handle, LetterState.GIVEN_UP, LetterState.QUEUED, set, "id = :id")
                        .bind("id", id)
                        .bind("at", Database.column(at)),
                handle -> LetterAudit.retried(handle, id, at));
    }

    /** The same by an officer. */
    public boolean retry(long id, OfficerAct act) {
        String set = "attempts = 0, dated_at = NULL, next_attempt_at = :at";
        return LetterChange.one(
                jdbi,
                handle -> LetterChange.of(handle, LetterState.GIVEN_UP, LetterState.QUEUED, set, "id = :id")
                        .bind("id", id)
                        .bind("at", Database.column(act.at())),
                handle -> LetterAudit.by(act, handle, id, Act.LETTER_RETRIED));
    }

    /** Takes a held letter back for good; false when it is not held. */
    public boolean takeBack(long id, OfficerAct act) {
        String set = "cancel_reason = :reason, cancelled_at = :at";
        return LetterChange.one(
                jdbi,
                handle -> LetterChange.of(handle, LetterState.HELD, LetterState.CANCELLED, set, "id = :id")
                        .bind("id", id)
                        .bind("reason", act.reason())
                        .bind("at", Database.column(act.at())),
                handle -> LetterAudit.by(act, handle, id, Act.LETTER_TAKEN_BACK));
    }

    /** All letters, in the order in which they were queued, without their attachments: those come with {@link #find}. */
    public List<QueuedLetter> list() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM outbox ORDER BY id")
                .map(LETTERS)
                .list());
    }

    /** The letters in that state, likewise. */
    public List<QueuedLetter> list(LetterState state) {
        return jdbi.withHandle(handle -> where(handle, "state", state.code()).list());
    }

    /** A letter with its attachments. */
    public Optional<QueuedLetter> find(long id) {
        return jdbi.withHandle(handle -> complete(handle, "id", id));
    }

    public Optional<QueuedLetter> findByKey(Handle handle, String key) {
        return complete(handle, "letter_key", key);
    }

    static Optional<QueuedLetter> complete(Handle handle, String column, Object value) {
        return where(handle, column, value).findOne().map(bare -> LetterAttachments.complete(handle, bare));
    }

    private static ResultIterable<QueuedLetter> where(Handle handle, String column, Object value) {
        return handle.createQuery("SELECT * FROM outbox WHERE " + column + " = :value ORDER BY id")
                .bind("value", value)
                .map(LETTERS);
    }

    /** How many letters are in each state; every state is there. */
    public Map<LetterState, Integer> countByState() {
        Map<LetterState, Integer> counts = new EnumMap<>(LetterState.class);
        for (LetterState state : LetterState.values()) {
            counts.put(state, 0);
        }
        jdbi.useHandle(handle -> handle.createQuery("SELECT state, COUNT(*) AS letters FROM outbox GROUP BY state")
                .map((row, context) ->
                        counts.put(QueuedLetterMapper.state(row.getString("state")), row.getInt("letters")))
                .list());
        return counts;
    }

    /** Notes that a letter was tried and did not go out, for a reason that may have nothing to do with it. */
    public void standsStill(Instant at, String reason) {
        jdbi.useHandle(handle -> MailTroubleStore.failed(handle, at, reason));
    }

    /** Notes that a letter went out. */
    public void moves() {
        jdbi.useHandle(MailTroubleStore::wentOut);
    }

    /** Since when nothing goes out; empty while letters do, or while there are none. */
    public Optional<Standstill> standstill() {
        return jdbi.withHandle(MailTroubleStore::standstill);
    }

    /** The letters that were given up and that nobody was told of yet. */
    public List<QueuedLetter> givenUpToBeTold() {
        return jdbi.withHandle(MailTroubleStore::givenUpToBeTold);
    }

    public void told(List<QueuedLetter> givenUp) {
        jdbi.useTransaction(handle -> MailTroubleStore.told(handle, givenUp));
    }

    /** Stops all sending until {@link #resume}. */
    public void pause(OfficerAct act) {
        jdbi.useTransaction(handle -> OutboxPauses.add(handle, act, true));
    }

    public void resume(OfficerAct act) {
        jdbi.useTransaction(handle -> OutboxPauses.add(handle, act, false));
    }

    /** Who stopped all sending, and why; empty while letters go out. */
    public Optional<OfficerAct> currentPause() {
        return jdbi.withHandle(OutboxPauses::current);
    }
}
