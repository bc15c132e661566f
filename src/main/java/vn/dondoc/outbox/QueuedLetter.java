package vn.dondoc.outbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter in the outbox.
 *
 * @param messageId derived from the letter's key, so that a repeat after a crash carries the same one
 * @param rulesVersion the rules that decided it
 * @param release who let it go, if it had to wait for that
 * @param cancelReason why it is not sent any more, if so
 */
public record QueuedLetter(
        long id,
        String messageId,
        Letter letter,
        String rulesVersion,
        Instant queuedAt,
        Progress progress,
        @Nullable OfficerAct release,
        @Nullable String cancelReason) {

    public LetterState state() {
        return progress.state();
    }

    /** The moment in its Date header: when it was first taken up for sending; before that, when it was queued. */
    public Instant datedAt() {
        Instant firstClaim = progress.datedAt();
        return firstClaim == null ? queuedAt : firstClaim;
    }

    /** The same letter with these attachments. */
    public QueuedLetter with(List<Attachment> enclosed) {
        return new QueuedLetter(
                id, messageId, letter.with(enclosed), rulesVersion, queuedAt, progress, release, cancelReason);
    }

    /**
     * How far the sending has come.
     *
     * @param attempts attempts begun, the one under way included
     * @param nextAttemptAt not before this moment
     * @param datedAt when it was first claimed
     * @param deliveryNote copies that could not be delivered although the letter was
     */
    public record Progress(
            LetterState state,
            int attempts,
            Instant nextAttemptAt,
            @Nullable Instant datedAt,
            @Nullable Lease lease,
            @Nullable String lastError,
            @Nullable Instant sentAt,
            @Nullable String deliveryNote) {}

    /** Who is sending it, and until when nobody else may. */
    public record Lease(String owner, Instant until) {}
}
