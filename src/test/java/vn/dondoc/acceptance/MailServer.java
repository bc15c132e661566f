package vn.dondoc.acceptance;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

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

    /** What recipients got, byte for byte, by Message-ID; copies left out, and what the server itself wrote on top. */
    Map<String, String> sources() throws Exception {
        Map<String, String> sources = new TreeMap<>();
        for (GreenMailUser user : server.getUserManager().listUser()) {
            var inbox = server.getManagers().getImapHostManager().getInbox(user);
            for (var stored : inbox.getMessages()) {
                MimeMessage message = stored.getMimeMessage();
                if (addresses(message, RecipientType.TO).contains(user.getEmail())) {
                    sources.put(message.getMessageID(), asWritten(GreenMailUtil.getWholeMessage(message)));
                }
            }
        }
        return sources;
    }

    private static String asWritten(String source) {
        return source.replace("\r\n", "\n")
                .replaceFirst("^(?:(?:Return-Path|Received):[^\n]*\n(?:[ \t][^\n]*\n)*)+", "");
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
        return plainTextIn(message)
                .orElseThrow(() -> new AssertionError("a letter without plain text"))
                .replaceAll("\\s+", " ");
    }

    /** The first one, however deep: beside files and pictures the words stand further in. */
    private static Optional<String> plainTextIn(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return Optional.of(String.valueOf(part.getContent()));
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<String> inside = plainTextIn(parts.getBodyPart(i));
                if (inside.isPresent()) {
                    return inside;
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        server.stop();
    }
}
