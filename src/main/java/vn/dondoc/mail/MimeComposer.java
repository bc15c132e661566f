package vn.dondoc.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.StreamProvider;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.outbox.AnswerKey;
import vn.dondoc.outbox.Attachment;
import vn.dondoc.outbox.Letter;
import vn.dondoc.outbox.MessageId;
import vn.dondoc.outbox.QueuedLetter;
import vn.dondoc.reading.VietnameseText;

/**
 * Writes a queued letter as an Internet message: plain text and HTML, UTF-8, with the pictures and files that
 * go with it. The same letter always gives the same
 * bytes, so that a repeat can be told from a second letter.
 */
public final class MimeComposer {
    private static final DateTimeFormatter DATE_HEADER = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(VietnamTime.ZONE);
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    static {
        // Jakarta Mail would search the class path for it at every part and every word of a header
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private final MailSettings.Sender sender;
    private final @Nullable String redirectAllTo;
    private final ReplyMarks marks;

    /** @param redirectAllTo for rehearsals: the only recipient of every letter */
    public MimeComposer(MailSettings.Sender sender, @Nullable String redirectAllTo) {
        this(sender, redirectAllTo, ReplyMarks.NONE);
    }

    /** @param marks by which an answer will tell which letter it answers */
    public MimeComposer(MailSettings.Sender sender, @Nullable String redirectAllTo, ReplyMarks marks) {
        this.sender = sender;
        this.redirectAllTo = redirectAllTo;
        this.marks = marks;
    }

    String senderAddress() {
        return sender.address();
    }

    ComposedLetter compose(QueuedLetter queued) throws MailException {
        Letter letter = queued.letter();
        List<String> refusedCopies = new ArrayList<>();
        InternetAddress to = recipient(redirectAllTo == null ? letter.to() : redirectAllTo);
        List<InternetAddress> cc = redirectAllTo == null ? copies(letter.cc(), to, refusedCopies) : List.of();
        try {
            MimeMessage message = new LetterMessage(queued.messageId());
            message.setRecipient(RecipientType.TO, to);
            message.setRecipients(RecipientType.CC, cc.toArray(InternetAddress[]::new));
            message.setSubject(subject(letter), UTF_8);
            addSender(message, letter);
            addHeaders(message, letter, queued.datedAt());
            addThread(message, letter);
            message.setContent(body(queued));
            message.saveChanges();
            return new ComposedLetter(message, to, cc, refusedCopies);
        } catch (MessagingException | UnsupportedEncodingException unwritable) {
            throw MailException.permanent("không soạn được thư: " + unwritable.getMessage(), unwritable);
        }
    }

    private static InternetAddress recipient(String address) throws MailException {
        try {
            return MailAddress.parse(address);
        } catch (AddressException malformed) {
            throw MailException.permanent(
                    "địa chỉ nhận “" + address + "” không hợp lệ: " + malformed.getMessage(), malformed);
        }
    }

    /** A copy with a bad address is left out: it must not keep the letter from its recipient. */
    private static List<InternetAddress> copies(List<String> addresses, InternetAddress to, List<String> refused) {
        List<InternetAddress> copies = new ArrayList<>();
        for (String address : addresses) {
            try {
                InternetAddress copy = MailAddress.parse(address);
                if (!copy.equals(to) && !copies.contains(copy)) {
                    copies.add(copy);
                }
            } catch (AddressException malformed) {
                refused.add("bản sao tới “" + VietnameseText.oneLine(address) + "”: địa chỉ không hợp lệ, "
                        + malformed.getMessage());
            }
        }
        return copies;
    }

    private String subject(Letter letter) {
        String subject = VietnameseText.oneLine(letter.subject());
        return redirectAllTo == null ? subject : "[diễn tập → " + VietnameseText.oneLine(letter.to()) + "] " + subject;
    }

    private void addSender(MimeMessage message, Letter letter) throws MessagingException, UnsupportedEncodingException {
        InternetAddress from = MailAddress.parse(sender.address());
        from.setPersonal(VietnameseText.oneLine(sender.name()), UTF_8);
        message.setFrom(from);
        String plain = sender.replyTo();
        String replyTo = marks.addressFor(letter.key(), plain == null ? sender.address() : plain)
                .orElse(plain);
        if (replyTo != null) {
            message.setReplyTo(new InternetAddress[] {MailAddress.parse(replyTo)});
        }
    }

    private static void addHeaders(MimeMessage message, Letter letter, Instant datedAt) throws MessagingException {
        // setSentDate would write the machine's own zone
        message.setHeader("Date", DATE_HEADER.format(datedAt));
        boolean answers = AnswerKey.answered(letter.key()).isPresent();
        message.setHeader("Auto-Submitted", answers ? "auto-replied" : "auto-generated");
        message.setHeader("X-DonDoc-Kind", letter.kind().code());
        message.setHeader("X-DonDoc-Reason", AsciiSlug.of(letter.reason()));
    }

    /**
     * Letters of one unit refer to one message, which was never sent: mail programs fold them into a conversation. An answer
     * refers to what it answers.
     */
    private void addThread(MimeMessage message, Letter letter) throws MessagingException {
        List<String> references = new ArrayList<>(List.of(MessageId.ofThread(letter, sender.address())));
        marks.referenceFor(letter.key(), sender.address()).ifPresent(references::add);
        String answered =
                AnswerKey.answered(letter.key()).filter(id -> !id.isEmpty()).orElse(references.get(0));
        if (!references.contains(answered)) {
            references.add(answered);
        }
        message.setHeader("In-Reply-To", answered);
        message.setHeader("References", String.join("\r\n ", references));
    }

    /** Files beside (the page with its pictures (text, then page)): only the levels that the letter needs. */
    private static Parts body(QueuedLetter queued) throws MessagingException {
        String id = queued.messageId();
        Parts body = Parts.alternative(id)
                .and(part(queued.letter().text(), "plain"))
                .and(part(queued.letter().html(), "html"));
        List<Attachment> pictures = attachments(queued, true);
        if (!pictures.isEmpty()) {
            body = Parts.related(id).and(body);
            addAll(body, pictures);
        }
        List<Attachment> files = attachments(queued, false);
        if (!files.isEmpty()) {
            body = Parts.mixed(id).and(body);
            addAll(body, files);
        }
        return body;
    }

    private static List<Attachment> attachments(QueuedLetter queued, boolean inline) {
        return queued.letter().attachments().stream()
                .filter(attachment -> attachment.isInline() == inline)
                .toList();
    }

    private static void addAll(Parts parts, List<Attachment> attachments) throws MessagingException {
        for (Attachment attachment : attachments) {
            parts.and(AttachedPart.of(attachment));
        }
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(VietnameseText.compose(text).replaceAll("\\R", "\r\n"), UTF_8, subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    /** Keeps the Message-ID that it is given, where Jakarta Mail would write one of its own on every save. */
    private static final class LetterMessage extends MimeMessage {
        private final String messageId;

        LetterMessage(String messageId) {
            super((Session) null);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
