package vn.dondoc.acceptance;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real SMTP server that keeps what it is given; what is collected is read as MIME and taken out of its memory. */
final class MailServer implements AutoCloseable {
    private final GreenMail server = new PromptMailServer();
    private final List<ReceivedLetter> collected = new ArrayList<>();

    MailServer() {
        server.start();
    }

    int port() {
        return server.getSmtp().getPort();
    }

    /** Every letter of every mailbox since the start; copies lie in mailboxes of their own. */
    List<ReceivedLetter> letters() throws Exception {
        for (GreenMailUser user : server.getUserManager().listUser()) {
            var inbox = server.getManagers().getImapHostManager().getInbox(user);
            for (var stored : inbox.getMessages()) {
                collected.add(read(user.getEmail(), stored.getMimeMessage()));
            }
        }
        server.purgeEmailFromAllMailboxes();
        return List.copyOf(collected);
    }

    private static ReceivedLetter read(String mailbox, MimeMessage message) throws MessagingException, IOException {
        return new ReceivedLetter(
                mailbox,
                header(message, "X-DonDoc-Kind"),
                addresses(message, RecipientType.TO).get(0),
                addresses(message, RecipientType.CC),
                message.getSentDate().toInstant(),
                message.getSubject(),
                message.getMessageID(),
                plainText(message));
    }

    private static String header(MimeMessage message, String name) throws MessagingException {
        return Objects.requireNonNull(message.getHeader(name, null), name);
    }

    private static List<String> addresses(MimeMessage message, RecipientType type) throws MessagingException {
        return Stream.ofNullable(message.getRecipients(type))
                .flatMap(Arrays::stream)
                .map(address -> ((InternetAddress) address).getAddress())
                .toList();
    }

    private static String plainText(MimeMessage message) throws MessagingException, IOException {
        Multipart parts = (Multipart) message.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType("text/plain")) {
                return String.valueOf(part.getContent()).replaceAll("\\s+", " ");
            }
        }
        throw new AssertionError("a letter without plain text: " + subjectOf(message));
    }

    private static @Nullable String subjectOf(MimeMessage message) throws MessagingException {
        return message.getSubject();
    }

    @Override
    public void close() {
        server.stop();
    }
}
