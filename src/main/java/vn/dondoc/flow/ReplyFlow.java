package vn.dondoc.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.flow.ReplyReading.Said;
import vn.dondoc.flow.ReplyWriters.Recognised;
import vn.dondoc.mail.EnclosedFile;
import vn.dondoc.mail.IncomingMail;
import vn.dondoc.mail.MailFile;
import vn.dondoc.reading.Problem;
import vn.dondoc.store.MailReply;
import vn.dondoc.store.MailReply.Content;
import vn.dondoc.store.ReplyKind;
import vn.dondoc.store.ReplyState;
import vn.dondoc.store.ReplyStore;

/**
 * Reads the mails that were kept. A mail goes through these questions, and the first that fits decides:
 *
 * <ol>
 *   <li>does it tell that a letter did not arrive? its address is marked;
 *   <li>was it written by a machine? it is noted and never answered;
 *   <li>can it be taken apart, and is it known who wrote it, for which unit? if not, it waits for a person;
 *   <li>is it too large? its writer is told;
 *   <li>does it bring reports? they are taken, and their writer is told row by row;
 *   <li>does it promise a day, or say that all is done? that is written down, and its writer is told;
 *   <li>else it waits for a person.
 * </ol>
 *
 * What became of it and the answer are written in one transaction; a mail that comes up again before that comes to the same.
 */
public final class ReplyFlow {
    private static final Logger LOG = LoggerFactory.getLogger(ReplyFlow.class);
    private static final int MOST_ATTEMPTS = 3;
    private static final int LONGEST_BODY = 20_000;

    private final Place place;
    private final ReplyStore store;
    private final ReplyWriters writers;
    private final BounceFlow bounces;
    private final ReplyReports reports;
    private final ReplyPromises promises;
    private final ReplyAnswers answers;

    public ReplyFlow(
            Place place,
            ReplyStore store,
            ReplyWriters writers,
            BounceFlow bounces,
            ReplyReports reports,
            ReplyPromises promises,
            ReplyAnswers answers) {
        this.place = place;
        this.store = store;
        this.writers = writers;
        this.bounces = bounces;
        this.reports = reports;
        this.promises = promises;
        this.answers = answers;
    }

    /**
     * Where mails lie.
     *
     * @param received folder of the originals
     * @param ownAddresses those that letters come from and are answered at, lower case
     * @param mostBytes of a mail; of a larger one only the head is kept
     */
    public record Place(Path received, Set<String> ownAddresses, long mostBytes) {
        public Place {
            ownAddresses = Set.copyOf(ownAddresses);
        }
    }

    /**
     * What a run did.
     *
     * @param news whether something was taken by which units are to be judged again
     */
    public record Tally(int handled, int waiting, int noted, boolean news) {
        Tally and(ReplyReading reading) {
            ReplyState state = reading.conclusion().state();
            return new Tally(
                    handled + (state == ReplyState.HANDLED ? 1 : 0),
                    waiting + (state == ReplyState.WAITING ? 1 : 0),
                    noted + (state == ReplyState.NOTED ? 1 : 0),
                    news || reading.isNews());
        }
    }

    /** Reads every mail that nobody has read; one that fails does not keep the others. */
    public Tally read(Instant now) {
        Tally tally = new Tally(0, 0, 0, false);
        for (MailReply mail : store.unread()) {
            try {
                // what another node has fetched lies on its own disk
                if (Files.exists(place.received().resolve(mail.storedPath()))) {
                    ReplyReading reading = take(mail);
                    answers.conclude(mail, reading, now);
                    tally = tally.and(reading);
                }
            } catch (IOException | RuntimeException | StackOverflowError failure) {
                LOG.error("mail {} could not be read; it comes up again", mail.id(), failure);
            }
        }
        return tally;
    }

    private ReplyReading take(MailReply mail) throws IOException {
        if (mail.attempts() >= MOST_ATTEMPTS) {
            return ReplyReading.waiting(
                    ReplyKind.UNREADABLE, Content.UNKNOWN, "đã " + MOST_ATTEMPTS + " lần không xử lý được");
        }
        store.begin(mail.id());
        try (MailFile file = MailFile.open(place.received().resolve(mail.storedPath()), mail.whole())) {
            return read(mail, file.mail());
        }
    }

    private ReplyReading read(MailReply mail, IncomingMail in) {
        Content content = contentOf(in);
        if (in.bounce().isPresent()) {
            return ReplyReading.silent(bounces.take(in.bounce().get(), content, mail.arrivedAt()));
        }
        if (!in.automatic().isEmpty()) {
            return automatic(in, content);
        }
        if (place.ownAddresses().contains(in.sender())) {
            return ReplyReading.noted(ReplyKind.AUTOMATIC, content, "thư của chính hệ thống");
        }
        if (!in.fault().isEmpty()) {
            return ReplyReading.waiting(ReplyKind.UNREADABLE, content, in.fault());
        }
        Recognised recognised = writers.of(in, VietnamTime.dayOf(mail.arrivedAt()));
        return recognised
                .writer()
                .map(writer ->
                        readOf(mail, in, writer, content.of(writer.unit().id())).to(writer))
                .orElseGet(() -> ReplyReading.waiting(ReplyKind.STRANGER, content, recognised.doubt()));
    }

    /** Never answered; but a report that came through a list or a group's address is a report, and a person looks at it. */
    private static ReplyReading automatic(IncomingMail in, Content content) {
        return in.files().stream().anyMatch(ReplyReports::isReport)
                ? ReplyReading.waiting(
                        ReplyKind.AUTOMATIC, content, in.automatic() + ", nhưng có tệp báo cáo: cần người xem và nộp")
                : ReplyReading.noted(ReplyKind.AUTOMATIC, content, in.automatic());
    }

    private ReplyReading readOf(MailReply mail, IncomingMail in, ReplyWriter writer, Content content) {
        if (!mail.whole()) {
            return tooLarge(content);
        }
        if (in.files().stream().anyMatch(ReplyReports::isReport)) {
            return reports.take(in.files(), writer, content, mail.arrivedAt());
        }
        if (!in.files().isEmpty()) {
            return ReplyReading.waiting(ReplyKind.OTHER, content, "thư có tệp đính kèm không phải báo cáo");
        }
        ReplyIntent intent = ReplyIntent.of(in.text(), VietnamTime.dayOf(mail.arrivedAt()));
        return switch (intent.what()) {
            case PROMISE -> promises.take(intent, writer, content, mail.arrivedAt());
            case DONE -> done(content);
            case UNCLEAR -> ReplyReading.waiting(ReplyKind.OTHER, content, "thư cần người đọc");
        };
    }

    private ReplyReading tooLarge(Content content) {
        String weight = "nặng quá " + (place.mostBytes() >> 20) + " MB";
        return ReplyReading.answered(
                ReplyKind.REPORT,
                content,
                List.of("thư " + weight + ", chỉ giữ phần đầu"),
                Said.refusing(
                        "Chưa nhận được thư: thư " + weight,
                        List.of(new Problem("cả thư", weight, "chia thành nhiều tệp, gửi nhiều thư"))));
    }

    /** A unit's word is written down; what counts is a report. */
    private static ReplyReading done(Content content) {
        return ReplyReading.answered(
                ReplyKind.DONE,
                content,
                List.of("đơn vị báo đã xong"),
                Said.asking(
                        "Đã ghi nhận đơn vị báo đã xong",
                        "gửi báo cáo (tệp Excel, CSV hoặc JSON theo mẫu) nêu số, ngày văn bản; chưa có báo cáo thì nhiệm vụ"
                                + " vẫn tính là chưa xong"));
    }

    private static Content contentOf(IncomingMail in) {
        String body = in.text().replaceAll("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]", "");
        return new Content(
                in.sender(),
                "",
                in.subject(),
                body.substring(0, Math.min(body.length(), LONGEST_BODY)),
                in.files().stream().map(EnclosedFile::name).toList());
    }
}
