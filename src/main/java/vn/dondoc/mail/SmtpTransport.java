package vn.dondoc.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import vn.dondoc.outbox.QueuedLetter;

/**
 * Hands letters to a mail server, several over one connection; a connection on which anything went wrong takes no further
 * letter. A server that refuses a copy gets the letter again without that copy, in the same connection; nothing has been
 * delivered by then, so the recipient gets it once.
 */
public final class SmtpTransport implements MailTransport {
    private final MailSettings.SmtpServer server;
    private final MimeComposer composer;
    private final SmtpLines lines;

    public SmtpTransport(MailSettings.SmtpServer server, MimeComposer composer) {
        this.server = server;
        this.composer = composer;
        this.lines = new SmtpLines(server, Session.getInstance(properties(server, composer.senderAddress())));
    }

    @Override
    public Load load() {
        return server.load();
    }

    @Override
    public Delivery send(QueuedLetter letter) throws MailException {
        ComposedLetter composed = composer.compose(letter);
        SmtpLines.Line line = lines.take();
        boolean well = false;
        try {
            Delivery delivery = hand(composed, line.transport());
            well = true;
            return delivery;
        } finally {
            if (well) {
                lines.keep(line);
            } else {
                SmtpLines.hangUp(line);
            }
        }
    }

    @Override
    public void rest() {
        lines.hangUpAll();
    }

    private static Delivery hand(ComposedLetter composed, Transport connection) throws MailException {
        List<InternetAddress> recipients = new ArrayList<>(composed.cc());
        recipients.add(0, composed.to());
        List<String> refusedCopies = new ArrayList<>(composed.refusedCopies());
        while (true) {
            try {
                connection.sendMessage(composed.message(), recipients.toArray(InternetAddress[]::new));
                return new Delivery(refusedCopies);
            } catch (SendFailedException refusal) {
                Map<InternetAddress, String> copies = SmtpFailure.refusedCopies(refusal, composed.to());
                copies.forEach((copy, reply) -> refusedCopies.add("bản sao tới " + copy.getAddress() + ": " + reply));
                recipients.removeAll(copies.keySet());
            } catch (MessagingException broken) {
                throw SmtpFailure.onSending(broken);
            }
        }
    }

    private static Properties properties(MailSettings.SmtpServer server, String senderAddress) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", server.host());
        properties.setProperty("mail.smtp.port", Integer.toString(server.port()));
        properties.setProperty("mail.smtp.from", senderAddress);
        properties.setProperty("mail.smtp.auth", Boolean.toString(server.login() != null));
        boolean starttls = server.security() == MailSettings.Security.STARTTLS;
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(starttls));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(starttls));
        boolean tls = server.security() == MailSettings.Security.TLS;
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(tls));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.sendpartial", "false");
        // between two letters RSET asks whether the line still holds
        properties.setProperty("mail.smtp.userset", "true");
        // the letter is out by then: whoever does not answer the goodbye holds nothing up
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty(
                "mail.smtp.connectiontimeout", millis(server.timeouts().connect()));
        properties.setProperty("mail.smtp.timeout", millis(server.timeouts().read()));
        properties.setProperty(
                "mail.smtp.writetimeout", millis(server.timeouts().write()));
        return properties;
    }

    private static String millis(Duration timeout) {
        return Long.toString(timeout.toMillis());
    }
}
