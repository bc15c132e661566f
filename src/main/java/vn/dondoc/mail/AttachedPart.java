package vn.dondoc.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.util.ByteArrayDataSource;
import java.text.Normalizer;
import vn.dondoc.outbox.Attachment;

/**
 * A file beside a letter or a picture within it, in base64. The name goes out in plain ASCII, so that no mail program has
 * to know RFC 2231, and stands in both headers: older programs look only at the first.
 */
final class AttachedPart {
    private static final int LONGEST_NAME = 100;

    private AttachedPart() {}

    static MimeBodyPart of(Attachment attachment) throws MessagingException {
        String name = safeName(attachment.name());
        ContentType type = new ContentType(attachment.mediaType());
        ParameterList parameters = type.getParameterList() == null ? new ParameterList() : type.getParameterList();
        parameters.set("name", name);
        type.setParameterList(parameters);
        ContentDisposition disposition =
                new ContentDisposition(attachment.isInline() ? Part.INLINE : Part.ATTACHMENT, new ParameterList());
        disposition.setParameter("filename", name);
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.content(), type.toString())));
        part.setHeader("Content-Type", type.toString());
        part.setHeader("Content-Transfer-Encoding", "base64");
        part.setHeader("Content-Disposition", disposition.toString());
        if (attachment.isInline()) {
            part.setContentID("<" + withoutBrackets(attachment.contentId()) + ">");
        }
        return part;
    }

    /** Letters, digits and {@code . _ -} of ASCII; the end, which says the type, is kept. */
    static String safeName(String name) {
        String bare = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .replaceAll("[^A-Za-z0-9._-]+", "-")
                .replaceAll("^[.-]+", "");
        String cut = bare.substring(Math.max(0, bare.length() - LONGEST_NAME));
        return cut.isEmpty() ? "tep" : cut;
    }

    private static String withoutBrackets(String contentId) {
        return contentId.replaceAll("[^A-Za-z0-9._@-]+", "");
    }
}
