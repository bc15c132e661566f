package vn.dondoc.flow;

import java.util.List;
import java.util.Optional;
import vn.dondoc.outbox.Attachment;
import vn.dondoc.reading.Problem;
import vn.dondoc.store.MailReply.Conclusion;
import vn.dondoc.store.MailReply.Content;
import vn.dondoc.store.ReplyKind;
import vn.dondoc.store.ReplyState;

/**
 * What became of a mail, and what is said to its writer.
 *
 * @param said empty when nothing is said
 * @param writer who is told; empty while nobody is known
 * @param isNews whether something was taken by which units are to be judged again
 */
record ReplyReading(Conclusion conclusion, Optional<Said> said, Optional<ReplyWriter> writer, boolean isNews) {

    /** What is said, as {@link vn.dondoc.notices.Notice.Answer} has it, with the files that go with it. */
    record Said(String headline, List<String> taken, List<Problem> refused, String request, List<Attachment> files) {
        Said {
            taken = List.copyOf(taken);
            refused = List.copyOf(refused);
            files = List.copyOf(files);
        }

        static Said refusing(String headline, List<Problem> refused) {
            return new Said(headline, List.of(), refused, "", List.of());
        }

        static Said asking(String headline, String request) {
            return new Said(headline, List.of(), List.of(), request, List.of());
        }
    }

    static ReplyReading silent(Conclusion conclusion) {
        return new ReplyReading(conclusion, Optional.empty(), Optional.empty(), false);
    }

    static ReplyReading noted(ReplyKind kind, Content content, String why) {
        return silent(new Conclusion(ReplyState.NOTED, kind, content, List.of(why)));
    }

    static ReplyReading waiting(ReplyKind kind, Content content, String why) {
        return silent(new Conclusion(ReplyState.WAITING, kind, content, List.of(why)));
    }

    static ReplyReading answered(ReplyKind kind, Content content, List<String> lines, Said said) {
        return new ReplyReading(
                new Conclusion(ReplyState.HANDLED, kind, content, lines), Optional.of(said), Optional.empty(), false);
    }

    /** The same where something was taken. */
    ReplyReading withNews(boolean news) {
        return new ReplyReading(conclusion, said, writer, news);
    }

    ReplyReading to(ReplyWriter known) {
        return new ReplyReading(conclusion, said, Optional.of(known), isNews);
    }
}
