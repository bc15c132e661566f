package vn.dondoc.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedFileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A kept message; open while its attachments are read, which stay in the file until then. */
public final class MailFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MailFile.class);
    private static final String NOT_A_MAIL = "thư sai cấu trúc, không tách được";

    private final SharedFileInputStream bytes;
    private final IncomingMail mail;

    private MailFile(SharedFileInputStream bytes, IncomingMail mail) {
        this.bytes = bytes;
        this.mail = mail;
    }

    /** @param whole false when only the head was kept */
    public static MailFile open(Path file, boolean whole) throws IOException {
        boolean harmless = RoughLook.isHarmless(file);
        SharedFileInputStream bytes = new SharedFileInputStream(file.toFile());
        try {
            return new MailFile(bytes, harmless ? read(bytes, whole) : onlyFault("thư có quá nhiều phần"));
        } catch (IOException | RuntimeException unreadable) {
            bytes.close();
            throw unreadable;
        }
    }

    /** What it says. */
    public IncomingMail mail() {
        return mail;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    /** The Message-ID of a message whose head is at hand; empty when it has none that can be used. */
    static String messageIdOf(HeaderWords headers) {
        return headers.ids("message-id").stream().findFirst().orElse("");
    }

    private static IncomingMail read(InputStream bytes, boolean whole) throws IOException {
        try {
            return read(new MimeMessage(session(), bytes), whole);
        } catch (MessagingException malformed) {
            LOG.info("a mail that cannot be taken apart waits for a person", malformed);
            return onlyFault(NOT_A_MAIL);
        }
    }

    /** In which headers may be written in UTF-8 as they stand. */
    static Session session() {
        Properties properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", "true");
        return Session.getInstance(properties);
    }

    private static IncomingMail read(MimeMessage message, boolean whole) {
        HeaderWords headers = new HeaderWords(message);
        List<String> from = headers.addresses("from");
        String sender = from.size() == 1 ? from.get(0) : "";
        String subject = headers.text("subject");
        String text = "";
        String fault = "";
        List<EnclosedFile> files = List.of();
        Optional<Bounce> bounce = Optional.empty();
        if (whole) {
            try {
                PartWalk parts = PartWalk.through(message);
                text = parts.text();
                files = parts.files();
                bounce = BounceReader.read(headers, sender, subject, parts);
            } catch (PartWalk.TooManyParts tooMany) {
                fault = "thư có quá nhiều phần";
            } catch (IOException | MessagingException | RuntimeException malformed) {
                LOG.info("a mail that cannot be taken apart waits for a person", malformed);
                fault = NOT_A_MAIL;
            }
        }
        return new IncomingMail(
                messageIdOf(headers),
                sender,
                subject,
                traces(headers),
                text,
                files,
                AutomaticSigns.in(headers, sender, subject),
                forgery(headers),
                bounce,
                fault);
    }

    private static List<String> traces(HeaderWords headers) {
        List<String> traces = new ArrayList<>(headers.addresses("to", "cc", "delivered-to", "x-original-to"));
        traces.addAll(headers.ids("in-reply-to", "references"));
        return traces;
    }

    /** A server's word counts against a sender and never for one: anybody can write such a line in his favour. */
    private static String forgery(HeaderWords headers) {
        String verdict = headers.raw("authentication-results");
        boolean dkim = verdict.contains("dkim=pass");
        return verdict.contains("dmarc=fail") || (verdict.contains("spf=fail") && !dkim)
                ? "máy chủ nhận thư báo địa chỉ người gửi không xác thực"
                : "";
    }

    private static IncomingMail onlyFault(String fault) {
        return new IncomingMail("", "", "", List.of(), "", List.of(), "", "", Optional.empty(), fault);
    }
}
