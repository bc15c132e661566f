package vn.dondoc.mail;

import jakarta.mail.internet.MimeMultipart;

/** multipart/alternative with a boundary that depends on the letter alone, where Jakarta Mail's changes every time. */
final class AlternativeParts extends MimeMultipart {

    private static final int ID_LENGTH = 24;

    AlternativeParts(String messageId) {
        // "=_" never occurs in quoted-printable text
        String boundary = "=_" + AsciiSlug.of(messageId).substring(0, ID_LENGTH);
        contentType = "multipart/alternative; boundary=\"" + boundary + "\"";
    }
}
