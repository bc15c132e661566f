package vn.dondoc.web.console.post;

import java.util.List;
import vn.dondoc.store.FailingAddresses.FailingAddress;
import vn.dondoc.store.MailReply;
import vn.dondoc.web.console.Pager;

/**
 * The list of mails that came in.
 *
 * @param state whose mails are shown, by its code
 * @param failing addresses from which letters came back
 */
public record ReplyListView(String state, List<Line> lines, Pager pager, List<FailingAddress> failing) {

    public ReplyListView {
        lines = List.copyOf(lines);
        failing = List.copyOf(failing);
    }

    /** @param unit name of the unit that it speaks for; empty when that is not known */
    public record Line(MailReply mail, String unit) {}
}
