package vn.dondoc.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import vn.dondoc.reading.VietnameseText;

/** The text of a part, whatever its sender says of the character set; no more than somebody would write. */
final class PartText {
    private static final int MOST_BYTES = 1 << 20;

    private PartText() {}

    static String of(Part part) throws IOException, MessagingException {
        byte[] bytes;
        try (InputStream in = part.getInputStream()) {
            bytes = in.readNBytes(MOST_BYTES);
        }
        Charset said = charsetOf(part);
        if (!said.equals(StandardCharsets.US_ASCII) && !said.equals(StandardCharsets.UTF_8)) {
            return VietnameseText.compose(new String(bytes, said));
        }
        try {
            return VietnameseText.decode(bytes);
        } catch (CharacterCodingException notUtf8) {
            return VietnameseText.compose(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private static Charset charsetOf(Part part) {
        try {
            String name = new ContentType(part.getContentType()).getParameter("charset");
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
        } catch (MessagingException | IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}
