package vn.dondoc.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;

/** A multipart with a boundary that depends on the letter alone, where Jakarta Mail's changes every time. */
final class Parts extends MimeMultipart {
    private static final int ID_LENGTH = 24;

    /** @param subtype alternative, related or mixed: each at most once in a letter, or boundaries would be alike */
    private Parts(String subtype, String messageId, String parameters) {
        // "=_" never occurs in quoted-printable text or base64, and no subtype begins another
        String boundary = "=_" + subtype + "_" + AsciiSlug.of(messageId).substring(0, ID_LENGTH);
        contentType = "multipart/" + subtype + ";\r\n boundary=\"" + boundary + "\"" + parameters;
    }

    static Parts alternative(String messageId) {
        return new Parts("alternative", messageId, "");
    }

    /** A page with its pictures; its first part is a {@link #alternative}. */
    static Parts related(String messageId) {
        return new Parts("related", messageId, ";\r\n type=\"multipart/alternative\"");
    }

    static Parts mixed(String messageId) {
        return new Parts("mixed", messageId, "");
    }

    Parts and(Part part) throws MessagingException {
        addBodyPart((MimeBodyPart) part);
        return this;
    }

    Parts and(Parts inner) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(inner);
        return and(part);
    }
}
