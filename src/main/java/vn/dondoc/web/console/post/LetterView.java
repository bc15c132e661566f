package vn.dondoc.web.console.post;

import java.util.List;
import vn.dondoc.outbox.Attachment;
import vn.dondoc.outbox.LetterKind;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.outbox.QueuedLetter;

/**
 * One letter.
 *
 * @param unit name of the unit it is about
 * @param unitLink whether that is a unit that can be looked at
 * @param reason why it was written, in words
 * @param files what is enclosed beside the letter, each with its number among all attachments
 * @param text the letter without what would let its reader act for the unit
 * @param seesReasons whether what officers said of it is for the visitor
 * @param reasonTyped what was typed as the reason of an act, and {@code problem} what is wrong with it
 */
public record LetterView(
        QueuedLetter queued,
        String unit,
        boolean unitLink,
        String reason,
        List<Enclosed> files,
        String text,
        boolean seesReasons,
        boolean mayAct,
        String reasonTyped,
        String problem) {

    /** A file beside the letter. */
    public record Enclosed(int number, Attachment file) {
        public String size() {
            return Math.max(1, file.content().length / 1024) + " KB";
        }
    }

    public boolean mayRetry() {
        return mayAct && queued.state() == LetterState.GIVEN_UP;
    }

    public boolean mayRelease() {
        return mayAct && queued.state() == LetterState.HELD;
    }

    /** A reminder that is taken back is decided anew by a check, and so is left to it. */
    public boolean mayTakeBack() {
        return mayRelease() && queued.letter().kind() == LetterKind.ALERT;
    }
}
