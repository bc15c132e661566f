package vn.dondoc.store;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.outbox.QueuedLetter;
import vn.dondoc.outbox.Worker;

/**
 * Letters on their way. Workers claim one at a time by a lease, and only the holder of the lease may say how it went.
 */
public final class OutboxClaims {
    private static final QueuedLetterMapper LETTERS = new QueuedLetterMapper();
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

    OutboxClaims(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Takes the letter that has been due longest, with those whose worker let its lease run out. A lease that ends later
     * than any worker's clock allows is of a clock that was put back since: it has run out, too.
     *
     * @param now what is due by then; it stands in the letter's Date, too
     */
    public Optional<QueuedLetter> claimNext(Instant now, Worker worker) {
        return jdbi.inTransaction(handle -> {
            Optional<QueuedLetter> due = nextDue(handle, now, worker);
            while (due.isPresent() && !claim(handle, due.get(), now, worker.lease())) {
                due = nextDue(handle, now, worker);
            }
            return due.flatMap(letter -> OutboxStore.complete(handle, "id", letter.id()));
        });
    }

    private static Optional<QueuedLetter> nextDue(Handle handle, Instant now, Worker worker) {
        QueuedLetter.Lease lease = worker.lease();
        return handle.createQuery(NEXT_DUE)
                .bind("now", Database.column(now))
                .bind("present", Database.column(lease.until().minus(Worker.LEASE)))
                .bind("longest", Database.column(lease.until().plus(Worker.CLOCKS_DIFFER_BY)))
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
        return LetterChange.one(
                jdbi,
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
        return LetterChange.one(
                jdbi,
                handle -> values.apply(LetterChange.of(handle, LetterState.SENDING, to, setAll, where))
                        .bind("id", claimed.id())
                        .bind("owner", lease.owner())
                        .bind("attempts", claimed.progress().attempts()),
                account);
    }
}
