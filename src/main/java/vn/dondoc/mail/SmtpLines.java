package vn.dondoc.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connections to the mail server, each kept for several letters: to encrypt and log in takes longer than a letter. */
final class SmtpLines {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpLines.class);

    /** Servers limit the letters of one connection; this is a fifth of what Exim itself sends over one. */
    static final int MOST_LETTERS = 100;

    private final MailSettings.SmtpServer server;
    private final Session session;
    private final Deque<Line> idle = new ConcurrentLinkedDeque<>();

    SmtpLines(MailSettings.SmtpServer server, Session session) {
        this.server = server;
        this.session = session;
    }

    /**
     * A connection, and how many letters it has taken.
     *
     * @param letters with the one that it is on
     */
    record Line(Transport transport, int letters) {}

    /** A line for one letter: one that was kept if the server still answers on it (RSET), else a new one. */
    Line take() throws MailException {
        for (Line kept = idle.poll(); kept != null; kept = idle.poll()) {
            if (kept.transport().isConnected()) {
                return new Line(kept.transport(), kept.letters() + 1);
            }
            hangUp(kept);
        }
        return new Line(connect(), 1);
    }

    /** After a letter that went well; after any other the line is to be {@link #hangUp hung up}. */
    void keep(Line line) {
        if (line.letters() < MOST_LETTERS) {
            idle.push(line);
        } else {
            hangUp(line);
        }
    }

    void hangUpAll() {
        for (Line kept = idle.poll(); kept != null; kept = idle.poll()) {
            hangUp(kept);
        }
    }

    /** The fate of the letter is known by now: a failure to say goodbye changes nothing. */
    static void hangUp(Line line) {
        try {
            line.transport().close();
        } catch (MessagingException impolite) {
            LOG.debug("The mail server broke off instead of closing; this has no effect on the letter", impolite);
        }
    }

    private Transport connect() throws MailException {
        MailSettings.@Nullable Login login = server.login();
        try {
            Transport transport = session.getTransport("smtp");
            if (login == null) {
                transport.connect();
            } else {
                transport.connect(server.host(), server.port(), login.username(), login.password());
            }
            return transport;
        } catch (MessagingException closed) {
            throw SmtpFailure.onConnecting(server.host() + ":" + server.port(), closed);
        }
    }
}
