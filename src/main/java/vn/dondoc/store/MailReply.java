package vn.dondoc.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.outbox.OfficerAct;

/**
 * A mail that came in.
 *
 * @param key hash of its Message-ID and its body; the same for the same message
 * @param messageId as the sender wrote it; empty when it has none that can be used
 * @param storedPath of the original, below the folder of originals
 * @param whole whether the original is all of it; of one that is too large only the head is kept
 * @param attempts how often it was taken up
 * @param finding what was found out about it; empty texts while it is new
 * @param settled who saw to it and what was done; null while nobody did
 */
public record MailReply(
        long id,
        String key,
        String messageId,
        String storedPath,
        boolean whole,
        Instant arrivedAt,
        ReplyState state,
        int attempts,
        Content content,
        @Nullable ReplyKind kind,
        List<String> outcome,
        @Nullable OfficerAct settled) {

    public MailReply {
        outcome = List.copyOf(outcome);
    }

    /**
     * What it says, as text that does no harm.
     *
     * @param sender its address; empty when there is not exactly one
     * @param agency id of the unit that it speaks for; empty when that is not known
     * @param body plain text, what is quoted in it too; shortened
     * @param attachments their names
     */
    public record Content(String sender, String agency, String subject, String body, List<String> attachments) {
        public static final Content UNKNOWN = new Content("", "", "", "", List.of());

        public Content {
            attachments = List.copyOf(attachments);
        }

        /** The same of a unit. */
        public Content of(String unit) {
            return new Content(sender, unit, subject, body, attachments);
        }
    }

    /**
     * What became of it.
     *
     * @param lines what was done, or why it waits, for people to read
     */
    public record Conclusion(ReplyState state, ReplyKind kind, Content content, List<String> lines) {
        public Conclusion {
            lines = List.copyOf(lines);
        }

        /** The same with another line. */
        public Conclusion and(String line) {
            return new Conclusion(
                    state,
                    kind,
                    content,
                    java.util.stream.Stream.concat(lines.stream(), java.util.stream.Stream.of(line))
                            .toList());
        }
    }
}
