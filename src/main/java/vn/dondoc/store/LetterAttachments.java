package vn.dondoc.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.dondoc.outbox.Attachment;
import vn.dondoc.outbox.Letter;
import vn.dondoc.outbox.QueuedLetter;

/** Tables letter_attachment and attachment_content: the same bytes are kept once, whatever letters carry them. */
final class LetterAttachments {
    private static final String CONTENT =
            "INSERT INTO attachment_content (sha256, content) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING";
    private static final String ATTACHMENT =
            "INSERT INTO letter_attachment (letter_key, position, name, media_type, content_id, sha256)"
                    + " VALUES (?, ?, ?, ?, ?, ?)";
    private static final String OF_LETTER = """
            SELECT name, media_type, content_id, content FROM letter_attachment JOIN attachment_content USING (sha256)
            WHERE letter_key = ? ORDER BY position
            """;

    private LetterAttachments() {}

    static void write(Handle handle, Letter letter) {
        int position = 0;
        for (Attachment attachment : letter.attachments()) {
            String sha256 = sha256(attachment.content());
            handle.execute(CONTENT, sha256, attachment.content());
            handle.execute(
                    ATTACHMENT,
                    letter.key(),
                    position++,
                    attachment.name(),
                    attachment.mediaType(),
                    attachment.contentId(),
                    sha256);
        }
    }

    /** The letter with what goes with it. */
    static QueuedLetter complete(Handle handle, QueuedLetter bare) {
        List<Attachment> attachments = handle.select(OF_LETTER, bare.letter().key())
                .map((row, context) -> new Attachment(
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getString("content_id"),
                        row.getBytes("content")))
                .list();
        return attachments.isEmpty() ? bare : bare.with(attachments);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
