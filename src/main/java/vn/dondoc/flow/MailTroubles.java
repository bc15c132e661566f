package vn.dondoc.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.flow.OperatorsLetter.Matter;
import vn.dondoc.notices.Reason;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.outbox.QueuedLetter;
import vn.dondoc.outbox.Standstill;
import vn.dondoc.store.OutboxStore;

/**
 * Looks at the outbox after a run and tells the administrators what will not mend by itself: letters that were given up,
 * and that for two hours none has gone out. While the mail server is away the letter waits with all others, and goes out
 * when that is back; until then {@code outbox list} says the same.
 */
public final class MailTroubles {
    /** So long none goes out before anybody is told. */
    public static final Duration PATIENCE = Duration.ofHours(2);

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy").withZone(VietnamTime.ZONE);

    private final OutboxStore outbox;
    private final OperatorsLetter letter;

    public MailTroubles(OutboxStore outbox, OperatorsLetter letter) {
        this.outbox = outbox;
        this.letter = letter;
    }

    public void tell(Instant at) {
        outbox.standstill()
                .filter(standstill -> !at.isBefore(standstill.since().plus(PATIENCE)))
                .ifPresent(standstill -> letter.tell(of(standstill), at));
        List<QueuedLetter> givenUp = outbox.givenUpToBeTold();
        // of a letter of this kind there is no letter: it would be given up like that one
        List<QueuedLetter> news =
                givenUp.stream().filter(MailTroubles::isNoTrouble).toList();
        if (news.isEmpty() || letter.tell(of(news), at)) {
            outbox.told(givenUp);
        }
    }

    private static boolean isNoTrouble(QueuedLetter queued) {
        return !queued.letter().reason().equals(Reason.TROUBLE.name());
    }

    private Matter of(Standstill standstill) {
        int waiting = outbox.countByState().getOrDefault(LetterState.QUEUED, 0);
        return new Matter(
                "mail-standstill",
                inWords(standstill),
                List.of("Lý do của lần gần nhất: " + standstill.reason(), "Số thư đang chờ gửi: " + waiting),
                "kiểm tra máy chủ thư và mục mail.smtp của config/dondoc.yaml; thư đang chờ tự gửi khi máy chủ nhận lại");
    }

    /** For readers: since when nothing goes out. */
    public static String inWords(Standstill standstill) {
        return "Không thư nào gửi đi được từ " + MOMENT.format(standstill.since());
    }

    private static Matter of(List<QueuedLetter> givenUp) {
        return new Matter(
                "letters-given-up",
                givenUp.size() + " thư không gửi được, không tự gửi lại nữa",
                givenUp.stream().map(MailTroubles::inWords).toList(),
                "sửa địa chỉ hoặc nguyên nhân nêu dưới đây, rồi chạy dondoc outbox retry SỐ với số của từng thư");
    }

    private static String inWords(QueuedLetter letter) {
        return "Thư số " + letter.id() + " gửi " + letter.letter().to() + ", “"
                + letter.letter().subject() + "”: " + letter.progress().lastError();
    }
}
