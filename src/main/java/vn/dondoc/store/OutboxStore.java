package vn.dondoc.store;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import vn.dondoc.audit.Act;
import vn.dondoc.outbox.Letter;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.outbox.MessageId;
import vn.dondoc.outbox.OfficerAct;
import vn.dondoc.outbox.QueuedLetter;
import vn.dondoc.outbox.Standstill;
import vn.dondoc.outbox.Worker;

/**
 * The outbox table. Letters are queued inside the transaction that decides them; workers claim one at a time by a lease,
 * and only the holder of the lease may say how it went.
 */
public final class OutboxStore {
    private static final QueuedLetterMapper LETTERS = new QueuedLetterMapper();
    private static final String ENQUEUE = """
            INSERT INTO outbox (letter_key, message_id, kind, recipient, cc, agency, day, subject,
                body_text, body_html, items, reason, rules_version, queued_at, state, next_attempt_at)
            VALUES (:key, :messageId, :kind, :to, :cc, :agency, :day, :subject,
                :text, :html, :items, :reason, :rulesVersion, :at, :state, :at)
            ON CONFLICT (letter_key) DO NOTHING
            """;
    /** Sorts by an index alone: a row holds a whole letter. */
    private static final String NEXT_DUE = """
            SELECT * FROM outbox WHERE id = (SELECT id FROM (
                SELECT * FROM (SELECT next_attempt_at, id FROM outbox <by_due_time>
                    WHERE state = 'queued' AND next_attempt_at <= :now
                    ORDER BY next_attempt_at, id LIMIT 1 <skip_taken>) waiting
                UNION ALL SELECT * FROM (SELECT next_attempt_at, id FROM outbox
                    WHERE state = 'sending' AND (lease_until <= :present OR lease_until > :longest)
                    ORDER BY next_attempt_at, id LIMIT 1 <skip_taken>) abandoned) due
            ORDER BY next_attempt_at, id LIMIT 1)
            """;

    private final Jdbi jdbi;
    private final String senderAddress;

    /** @param senderAddress gives Message-IDs their domain */
    public OutboxStore(Database database, String senderAddress) {
        this.jdbi = database.jdbi();
        this.senderAddress = senderAddress;
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

    /**
     * Takes the letter that has been due longest, with those whose worker let its lease run out. A lease longer than any
     * worker takes is of a clock that was put back since: it has run out, too.
     *
     * @param now what is due by then; it stands in the letter's Date, too
     */
    public Optional<QueuedLetter> claimNext(Instant now, Worker worker) {
        return jdbi.inTransaction(handle -> {
            Optional<QueuedLetter> due = nextDue(handle, now, worker);
            while (due.isPresent() && !claim(handle, due.get(), now, worker.lease())) {
                due = nextDue(handle, now, worker);
            }
            return due.flatMap(letter -> complete(handle, "id", letter.id()));
        });
    }

    private static Optional<QueuedLetter> nextDue(Handle handle, Instant now, Worker worker) {
        QueuedLetter.Lease lease = worker.lease();
        return handle.createQuery(NEXT_DUE)
                .bind("now", Database.column(now))
                .bind("present", Database.column(lease.until().minus(Worker.LEASE)))
                .bind("longest", Database.column(lease.until()))
                .map(LETTERS)
                .findOne();
    }

    /** False when another worker was quicker. */
    private static boolean claim(Handle handle, QueuedLetter due, Instant now, QueuedLetter.Lease lease) {
        String set =
                "attempts = attempts + 1, dated_at = COALESCE(dated_at, :now), lease_owner = :owner, lease_until = :until";
        int claimed = LetterChange.of(
                        handle, due.state(), LetterState.SENDING, set, "id = :id AND attempts = :attempts")
                .bind("id", due.id())
                .bind("attempts", due.progress().attempts())
                .bind("now", Database.column(now))
                .bind("owner", lease.owner())
                .bind("until", Database.column(lease.until()))
                .execute();
        return claimed == 1;
    }

    /** Holds a letter for longer; false when another worker took it over. */
    public boolean renew(QueuedLetter claimed, Worker worker) {
        return changedOne(
                handle -> handle.createUpdate(
                                "UPDATE outbox SET lease_until = :until"
                                        + " WHERE id = :id AND state = 'sending' AND lease_owner = :owner AND attempts = :attempts")
                        .bind("until", Database.column(worker.lease().until()))
                        .bind("id", claimed.id())
                        .bind("owner", worker.name())
                        .bind("attempts", claimed.progress().attempts()),
                handle -> {});
    }

    /**
     * Gives back what a worker holds and will not finish; the attempt counts as none.
     *
     * @return how many letters
     */
    public int giveBack(Worker worker) {
        String set = "attempts = attempts - 1, lease_owner = NULL, lease_until = NULL";
        return jdbi.withHandle(
                handle -> LetterChange.of(handle, LetterState.SENDING, LetterState.QUEUED, set, "lease_owner = :owner")
                        .bind("owner", worker.name())
                        .execute());
    }

    /**
     * Notes that the mail server took the letter.
     *
     * @param claimed as {@link #claimNext} gave it
     * @param deliveryNote copies that were refused
     * @return false when the lease ran out and another worker took the letter over
     */
    public boolean markSent(QueuedLetter claimed, Instant at, @Nullable String deliveryNote) {
        return mark(
                claimed,
                LetterState.SENT,
                "sent_at = :at, delivery_note = :note",
                update -> update.bind("at", Database.column(at)).bind("note", deliveryNote),
                handle -> LetterAudit.sent(handle, claimed, at));
    }

    /** Notes a passing failure: back into the queue until that moment. False as in {@link #markSent}. */
    public boolean markForRetry(QueuedLetter claimed, String error, Instant nextAttemptAt) {
        return mark(
                claimed,
                LetterState.QUEUED,
                "last_error = :error, next_attempt_at = :next",
                update -> update.bind("error", error).bind("next", Database.column(nextAttemptAt)),
                handle -> {});
    }

    /** The same after a failure that is not the letter's; the attempt counts as none. */
    public boolean putBack(QueuedLetter claimed, String error, Instant nextAttemptAt) {
        return mark(
                claimed,
                LetterState.QUEUED,
                "attempts = attempts - 1, last_error = :error, next_attempt_at = :next",
                update -> update.bind("error", error).bind("next", Database.column(nextAttemptAt)),
                handle -> {});
    }

    /** Notes that the letter will not be tried again by itself. False as in {@link #markSent}. */
    public boolean markGivenUp(QueuedLetter claimed, String error, Instant at) {
        return mark(
                claimed,
                LetterState.GIVEN_UP,
                "last_error = :error, to_be_told = 1",
                update -> update.bind("error", error),
                handle -> LetterAudit.givenUp(handle, claimed, error, at));
    }

    /** The number of attempts belongs to the claim: one owner may have lost its lease to a later claim of its own. */
    private boolean mark(
            QueuedLetter claimed, LetterState to, String set, UnaryOperator<Update> values, Consumer<Handle> account) {
        QueuedLetter.Lease lease = claimed.progress().lease();
        if (lease == null) {
            throw new IllegalArgumentException("letter " + claimed.id() + " has not been claimed");
        }
        String where = "id = :id AND lease_owner = :owner AND attempts = :attempts";
        String setAll = set + ", lease_owner = NULL, lease_until = NULL";
        return changedOne(
                handle -> values.apply(LetterChange.of(handle, LetterState.SENDING, to, setAll, where))
                        .bind("id", claimed.id())
                        .bind("owner", lease.owner())
                        .bind("attempts", claimed.progress().attempts()),
                account);
    }

    /** Lets one held letter go; false when it is not held. */
    public boolean release(long id, OfficerAct act) {
        return changedOne(
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
        return changedOne(
                handle -> LetterChange.of(handle, LetterState.GIVEN_UP, LetterState.QUEUED, set, "id = :id")
                        .bind("id", id)
                        .bind("at", Database.column(at)),
                handle -> LetterAudit.retried(handle, id, at));
    }

    private boolean changedOne(Function<Handle, Update> change, Consumer<Handle> account) {
        return jdbi.inTransaction(handle -> {
            boolean changed = change.apply(handle).execute() == 1;
            if (changed) {
                account.accept(handle);
            }
            return changed;
        });
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

    private static Optional<QueuedLetter> complete(Handle handle, String column, Object value) {
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
