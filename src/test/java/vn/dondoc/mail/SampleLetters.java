package vn.dondoc.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.outbox.Letter;
import vn.dondoc.outbox.LetterKind;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.outbox.MessageId;
import vn.dondoc.outbox.QueuedLetter;

/** Letters and settings that the tests of sending share. */
public final class SampleLetters {
    public static final String SENDER_ADDRESS = "nhac-viec@quangngai.example";
    public static final MailSettings.Sender SENDER =
            new MailSettings.Sender(SENDER_ADDRESS, "Sở Nội vụ tỉnh Quảng Ngãi", "cchc@quangngai.example");
    public static final String SUBJECT =
            "V/v đôn đốc thực hiện nhiệm vụ cải cách hành chính theo Quyết định số 881/QĐ-UBND của UBND tỉnh Quảng Ngãi";
    public static final String TEXT = """
            Kính gửi: Giám đốc Sở Nội vụ

            Đến ngày 18/12/2017 còn 02 nhiệm vụ chưa báo cáo: ỷ ữ ợ ặ ẫ đ Đ Ơ Ư.
            .một dòng bắt đầu bằng dấu chấm
            """;
    public static final String HTML = "<p>Kính gửi: Giám đốc Sở Nội vụ</p><p style=\"color:#333\">8/33 = 24,2%</p>";
    public static final Instant MORNING = Instant.parse("2017-12-18T00:30:00Z");

    private static final MailSettings.Timeouts SHORT =
            new MailSettings.Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5));

    private SampleLetters() {}

    public static Letter letterTo(String agency, String... cc) {
        return letter(agency, LetterKind.REMINDER, agency + "@quangngai.example", List.of(cc), SUBJECT);
    }

    public static Letter letter(String agency, LetterKind kind, String to, List<String> cc, String subject) {
        return new Letter(
                agency + "|" + kind.code() + "|2017-12-18",
                kind,
                to,
                cc,
                agency,
                LocalDate.of(2017, 12, 18),
                subject,
                TEXT,
                HTML,
                2,
                "due-soon",
                List.of());
    }

    static QueuedLetter queued(Letter letter) {
        return new QueuedLetter(
                1,
                MessageId.of(letter.key(), SENDER_ADDRESS),
                letter,
                "r1",
                MORNING.minusSeconds(1800),
                new QueuedLetter.Progress(LetterState.SENDING, 1, MORNING, MORNING, null, null, null, null),
                null,
                null);
    }

    public static SmtpTransport smtp(int port) {
        return smtp(port, null);
    }

    public static SmtpTransport smtp(int port, @Nullable String redirectAllTo) {
        return new SmtpTransport(
                server(port, MailSettings.Security.NONE, null), new MimeComposer(SENDER, redirectAllTo));
    }

    /** @param patience how long the server may take for each answer */
    public static SmtpTransport smtp(
            int port, MailSettings.Security security, MailSettings.@Nullable Login login, Duration patience) {
        MailSettings.Timeouts timeouts = new MailSettings.Timeouts(patience, patience, patience);
        return new SmtpTransport(
                new MailSettings.SmtpServer("127.0.0.1", port, security, login, timeouts, Load.ONE_BY_ONE),
                new MimeComposer(SENDER, null));
    }

    /** Many letters at once. */
    public static SmtpTransport smtpUnder(Load load, int port) {
        return new SmtpTransport(
                new MailSettings.SmtpServer("127.0.0.1", port, MailSettings.Security.NONE, null, SHORT, load),
                new MimeComposer(SENDER, null));
    }

    static MailSettings.SmtpServer server(
            int port, MailSettings.Security security, MailSettings.@Nullable Login login) {
        return new MailSettings.SmtpServer("127.0.0.1", port, security, login, SHORT, Load.ONE_BY_ONE);
    }
}
