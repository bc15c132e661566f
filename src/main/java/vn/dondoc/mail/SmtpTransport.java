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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.outbox.QueuedLetter;

/**
 * Hands letters to a mail server, one connection a letter. A server that refuses a copy gets the letter again without
 * that copy, in the same connection; nothing has been delivered by then, so the recipient gets it once.
 */
public final class SmtpTransport implements MailTransport {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpTransport.class);

    private final MailSettings.SmtpServer server;
    private final MimeComposer composer;
    private final Session session;

    public SmtpTransport(MailSettings.SmtpServer server, MimeComposer composer) {
        this.server = server;
        this.composer = composer;
        this.session = Session.getInstance(properties(server, composer.senderAddress()));
    }

    @Override
    public Delivery send(QueuedLetter letter) throws MailException {
        ComposedLetter composed = composer.compose(letter);
        Transport connection = connect();
        try {
            return hand(composed, connection);
        } finally {
            hangUp(connection);
        }
    }

    private Transport connect() throws MailException {
        MailSettings.Login login = server.login();
        try {
            Transport connection = session.getTransport("smtp");
            if (login == null) {
                connection.connect();
            } else {
                connection.connect(server.host(), server.port(), login.username(), login.password());
            }
            return connection;
        } catch (MessagingException closed) {
            throw SmtpFailure.onConnecting(server.host() + ":" + server.port(), closed);
        }
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

    /** The letter's fate is known by now: a failure to say goodbye changes nothing. */
    private static void hangUp(Transport connection) {
        try {
            connection.close();
        } catch (MessagingException impolite) {
            LOG.debug("The mail server broke off instead of closing; this has no effect on the letter", impolite);
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
