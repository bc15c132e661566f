package vn.dondoc.rehearsal;

import java.util.Base64;
import vn.dondoc.outbox.Attachment;
import vn.dondoc.outbox.QueuedLetter;

/** One letter as a page of its own. */
final class LetterPage {
    private LetterPage() {}

    static String nameOf(QueuedLetter letter) {
        return letter.letter().day() + "-" + letter.letter().kind().code() + "-" + letter.id() + ".html";
    }

    /** The letter's HTML; a browser knows no parts of a mail, so pictures stand in the page itself. */
    static String of(QueuedLetter letter) {
        String page = letter.letter().html();
        for (Attachment attachment : letter.letter().attachments()) {
            if (attachment.isInline()) {
                String bytes = Base64.getEncoder().encodeToString(attachment.content());
                page = page.replace(
                        "cid:" + attachment.contentId(), "data:" + attachment.mediaType() + ";base64," + bytes);
            }
        }
        return page;
    }
}
