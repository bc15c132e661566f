package vn.dondoc.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.flow.ReplyReading.Said;
import vn.dondoc.letters.LetterWriter;
import vn.dondoc.notices.Notice;
import vn.dondoc.notices.Recipient;
import vn.dondoc.outbox.AnswerKey;
import vn.dondoc.outbox.LetterKind;
import vn.dondoc.rules.RuleBook;
import vn.dondoc.store.MailReply;
import vn.dondoc.store.ReplyStore;
import vn.dondoc.store.ReplyStore.Answer;

/** Writes down what became of a mail and queues its answer: both, or neither. */
public final class ReplyAnswers {
    /** Two machines that answer each other stop here, whatever they hide. */
    static final int MOST_A_DAY = 10;

    private final ReplyStore store;
    private final LetterWriter writer;
    private final Supplier<RuleBook> rules;
    private final Predicate<LetterKind> holds;

    /** @param holds tells which letters wait for an officer */
    public ReplyAnswers(ReplyStore store, LetterWriter writer, Supplier<RuleBook> rules, Predicate<LetterKind> holds) {
        this.store = store;
        this.writer = writer;
        this.rules = rules;
        this.holds = holds;
    }

    void conclude(MailReply mail, ReplyReading reading, Instant now) {
        var said = reading.said();
        var known = reading.writer();
        if (said.isEmpty() || known.isEmpty()) {
            var unused = store.conclude(mail, reading.conclusion(), null, now);
            return;
        }
        LocalDate day = VietnamTime.dayOf(now);
        if (store.answersTo(known.get().address(), day) >= MOST_A_DAY) {
            var unused = store.conclude(
                    mail,
                    reading.conclusion()
                            .and("không gửi thư trả lời: trong ngày đã trả lời địa chỉ này " + MOST_A_DAY + " thư"),
                    null,
                    now);
            return;
        }
        var unused = store.conclude(
                mail,
                reading.conclusion(),
                answer(mail, reading.conclusion().content().subject(), said.get(), known.get(), now),
                now);
    }

    private Answer answer(MailReply mail, String subject, Said said, ReplyWriter to, Instant now) {
        RuleBook inForce = rules.get();
        Notice.Answer notice = new Notice.Answer(
                new Recipient(to.unit().name(), to.address(), List.of()),
                VietnamTime.dayOf(now),
                AnswerKey.of(to.address(), mail.key(), mail.messageId()),
                to.unit().id(),
                subject.isEmpty() ? "(không có tiêu đề)" : subject,
                said.headline(),
                said.taken(),
                said.refused(),
                said.request());
        return new Answer(
                writer.write(notice, said.files(), inForce.plan(), now, inForce.version()),
                inForce.version(),
                holds.test(LetterKind.NOTICE));
    }
}
