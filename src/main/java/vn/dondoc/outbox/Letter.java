package vn.dondoc.outbox;

import java.time.LocalDate;
import java.util.List;

/**
 * A letter as decided and worded, before it is queued.
 *
 * @param key what makes it one letter: recipient, kind and day (for an alert: finding); a second letter with the same
 *     key is never queued
 * @param to address of the recipient
 * @param cc addresses that get a copy
 * @param agency id of the unit it is about; for a digest the recipient's title
 * @param day the day it belongs to
 * @param subject one line, NFC
 * @param text plain text, lines end in \n
 * @param html the same as a page with inline styles
 * @param items how many duties it names
 * @param reason the named reason for sending it
 * @param attachments files beside it and pictures within its page
 */
public record Letter(
        String key,
        LetterKind kind,
        String to,
        List<String> cc,
        String agency,
        LocalDate day,
        String subject,
        String text,
        String html,
        int items,
        String reason,
        List<Attachment> attachments) {

    public Letter {
        cc = List.copyOf(cc);
        attachments = List.copyOf(attachments);
    }

    /** The same letter with these attachments. */
    public Letter with(List<Attachment> enclosed) {
        return new Letter(key, kind, to, cc, agency, day, subject, text, html, items, reason, enclosed);
    }
}
