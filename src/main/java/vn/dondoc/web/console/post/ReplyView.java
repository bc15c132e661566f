package vn.dondoc.web.console.post;

import vn.dondoc.store.MailReply;
import vn.dondoc.store.ReplyState;

/**
 * One mail that came in, as text.
 *
 * @param unit name of the unit that it speaks for; empty when that is not known
 * @param problem what is wrong with the form; may be empty
 */
public record ReplyView(MailReply mail, String unit, String problem) {

    public boolean waits() {
        return mail.state() == ReplyState.WAITING;
    }
}
