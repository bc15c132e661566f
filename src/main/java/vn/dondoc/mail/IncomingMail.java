package vn.dondoc.mail;

import java.util.List;
import java.util.Optional;

/**
 * A mail that came in, taken apart; none of it is believed yet.
 *
 * @param messageId with its brackets; empty when it has none that can be used
 * @param sender address in From, lower case; empty unless there is exactly one
 * @param subject on one line
 * @param traces addresses it was sent to and ids it refers to, in which the mark of a letter may stand
 * @param text plain text; of a page its words
 * @param files attachments, pictures within the text left out
 * @param automatic why no person wrote it, in Vietnamese; empty when one may have
 * @param forged what the receiving server says against its sender, in Vietnamese; empty when it says nothing
 * @param bounce present when it tells that a letter did not arrive
 * @param fault why it could not be taken apart, in Vietnamese; empty when it could
 */
public record IncomingMail(
        String messageId,
        String sender,
        String subject,
        List<String> traces,
        String text,
        List<EnclosedFile> files,
        String automatic,
        String forged,
        Optional<Bounce> bounce,
        String fault) {

    public IncomingMail {
        traces = List.copyOf(traces);
        files = List.copyOf(files);
    }
}
