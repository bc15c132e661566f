package vn.dondoc.app;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.config.MailConfiguration;
import vn.dondoc.flow.BounceFlow;
import vn.dondoc.flow.MailTroubles;
import vn.dondoc.flow.MailboxFlow;
import vn.dondoc.flow.OperatorsLetter;
import vn.dondoc.flow.OperatorsLetter.Matter;
import vn.dondoc.flow.ReplyAnswers;
import vn.dondoc.flow.ReplyFlow;
import vn.dondoc.flow.ReplyPromises;
import vn.dondoc.flow.ReplyReports;
import vn.dondoc.flow.ReplyWriters;
import vn.dondoc.intake.OriginalFiles;
import vn.dondoc.letters.LetterWriter;
import vn.dondoc.mail.MailException;
import vn.dondoc.mail.Mailbox;
import vn.dondoc.outbox.ReleasePolicy;
import vn.dondoc.store.FailingAddresses;
import vn.dondoc.store.ReplyStore;

/** Where answers to letters come in; shut where no mailbox is configured. */
public final class Mailroom {
    private static final Logger LOG = LoggerFactory.getLogger(Mailroom.class);

    /** Servers lock an account after some wrong passwords. */
    private static final Duration AFTER_REFUSED_LOGIN = Duration.ofHours(1);

    private final Dondoc dondoc;
    private final ReplyStore replies;
    private final FailingAddresses addresses;
    private final BounceFlow bounces;
    private final OperatorsLetter operators;
    private final ReplyFlow flow;
    private final Optional<MailboxFlow> mailbox;
    private @Nullable Instant awaySince;
    private Instant notBefore = Instant.MIN;

    Mailroom(Dondoc dondoc, LetterWriter writer, OperatorsLetter operators) {
        Settings settings = dondoc.settings();
        MailConfiguration mail = settings.configuration().mail();
        this.dondoc = dondoc;
        this.operators = operators;
        this.replies = new ReplyStore(dondoc.database(), dondoc.outbox());
        this.addresses = new FailingAddresses(dondoc.database());
        this.bounces = new BounceFlow(addresses);
        ReleasePolicy release = ReleasePolicy.valueOf(mail.release().name());
        this.flow = new ReplyFlow(
                new ReplyFlow.Place(settings.home().received(), ownAddresses(mail), mostBytes(settings)),
                replies,
                new ReplyWriters(settings.registry(), MailSettingsOf.marks(settings), replies),
                bounces,
                new ReplyReports(
                        dondoc.intake(),
                        settings.configuration().intake().partial(),
                        dondoc::answerTo,
                        dondoc.rules()::current),
                new ReplyPromises(dondoc.desk().promisesByLink()),
                new ReplyAnswers(replies, writer, dondoc.rules()::current, release::holds));
        this.mailbox = mail.imap().isOn()
                ? Optional.of(new MailboxFlow(
                        new Mailbox(MailSettingsOf.mailbox(mail.imap(), mostBytes(settings))),
                        new OriginalFiles(settings.home().received()),
                        replies))
                : Optional.empty();
    }

    /** The largest file that is taken, as it is written in a mail (base64), and the words around it. */
    private static long mostBytes(Settings settings) {
        long largestFile = (long) settings.configuration().intake().maxMegabytes() << 20;
        return largestFile + largestFile / 2;
    }

    private static Set<String> ownAddresses(MailConfiguration mail) {
        String from = mail.from().toLowerCase(Locale.ROOT);
        String answers = mail.answersGoTo().toLowerCase(Locale.ROOT);
        return from.equals(answers) ? Set.of(from) : Set.of(from, answers);
    }

    /** Mails that came in. */
    public ReplyStore replies() {
        return replies;
    }

    /** Addresses from which letters came back. */
    public FailingAddresses addresses() {
        return addresses;
    }

    /** Fetches and reads, and says in words what came of it. What was fetched is read even when the mailbox is away. */
    synchronized String take(Instant at) {
        if (mailbox.isEmpty()) {
            return "Chưa cấu hình hộp thư (mail.imap); không đọc thư trả lời.";
        }
        String fetched = fetch(mailbox.get(), at);
        ReplyFlow.Tally tally = flow.read(at);
        bounces.tell(operators, at);
        String judged = tally.news() ? " " + judge(at) : "";
        return fetched + "; xử lý " + tally.handled() + ", chờ người " + tally.waiting() + ", chỉ ghi nhận "
                + tally.noted() + "." + judged;
    }

    private String fetch(MailboxFlow open, Instant at) {
        if (at.isBefore(notBefore)) {
            return "Chưa lấy thư: máy chủ vừa từ chối mật khẩu, thử lại từ " + VietnamTime.inWords(notBefore);
        }
        try {
            String fetched = "Lấy " + open.fetch(at) + " thư";
            awaySince = null;
            return fetched;
        } catch (MailException away) {
            LOG.warn("{}; a later run tries again", away.reason());
            tell(away, at);
            return "Không lấy được thư: " + away.reason();
        }
    }

    /** A server may be away for a while without anybody being told; one that refuses the password is left alone for longer. */
    private void tell(MailException away, Instant at) {
        Instant since = awaySince == null ? at : awaySince;
        awaySince = since;
        if (away.loginRefused()) {
            notBefore = at.plus(AFTER_REFUSED_LOGIN);
        }
        if (away.loginRefused() || !at.isBefore(since.plus(MailTroubles.PATIENCE))) {
            operators.tell(
                    new Matter(
                            "mailbox-away",
                            "Không đọc được hộp thư trả lời",
                            List.of(away.reason()),
                            "kiểm tra máy chủ thư và mục mail.imap của config/dondoc.yaml; thư trong hộp thư không mất"),
                    at);
        }
    }

    /** After a leap of the clock what came in is kept and waits, as with any report. */
    private String judge(Instant at) {
        return dondoc.clockWatch()
                .leap(at)
                .map(leap -> "Chưa xét: " + leap + ".")
                .or(() -> dondoc.afterSubmission(at))
                .orElse("");
    }
}
