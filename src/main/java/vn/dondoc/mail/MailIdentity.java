package vn.dondoc.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * By what a message is known again. Servers add lines to its head on each way it takes: only its Message-ID and what
 * follows the head count, or, without a Message-ID, all of it.
 *
 * @param key hash of both
 * @param messageId with its brackets; empty when it has none that can be used
 */
public record MailIdentity(String key, String messageId) {

    public static MailIdentity of(Path file) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            byte[] head = new HeadStream(bytes).readAllBytes();
            String messageId = messageIdIn(head);
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(messageId.isEmpty() ? head : messageId.getBytes(StandardCharsets.US_ASCII));
            new DigestInputStream(bytes, digest).transferTo(java.io.OutputStream.nullOutputStream());
            return new MailIdentity(HexFormat.of().formatHex(digest.digest()), messageId);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static String messageIdIn(byte[] head) {
        try {
            return MailFile.messageIdOf(
                    new HeaderWords(new MimeMessage(MailFile.session(), new ByteArrayInputStream(head))));
        } catch (MessagingException malformed) {
            return "";
        }
    }
}
