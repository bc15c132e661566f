package vn.dondoc.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimePart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.dondoc.reading.VietnameseText;

/** Goes through the parts of a message, down to a reasonable depth, and collects words, files and what tells of a bounce. */
final class PartWalk {
    static final int MOST_PARTS = 100;
    static final int DEEPEST = 10;

    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<EnclosedFile> files = new ArrayList<>();
    private final List<Part> statuses = new ArrayList<>();
    private final List<Part> originals = new ArrayList<>();
    private int parts;

    /** More parts, or further in, than anybody sends. */
    static final class TooManyParts extends MessagingException {
        private static final long serialVersionUID = 1L;

        TooManyParts() {
            super("too many parts");
        }
    }

    static PartWalk through(Part message) throws MessagingException, IOException {
        PartWalk walk = new PartWalk();
        walk.visit(message, 0);
        return walk;
    }

    /** The written text, else the words of the page. */
    String text() {
        return plain.toString().isBlank() ? HtmlText.of(html.toString()) : plain.toString();
    }

    List<EnclosedFile> files() {
        return files;
    }

    /** Parts of type message/delivery-status. */
    List<Part> statuses() {
        return statuses;
    }

    /** Messages within the message, or their heads. */
    List<Part> originals() {
        return originals;
    }

    private void visit(Part part, int depth) throws MessagingException, IOException {
        if (++parts > MOST_PARTS || depth > DEEPEST) {
            throw new TooManyParts();
        }
        if (part.isMimeType("multipart/*")) {
            visitAll(part, depth);
        } else if (part.isMimeType("message/delivery-status")) {
            statuses.add(part);
        } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
            originals.add(part);
            files.add(new EnclosedFile(nameOf(part, "thu-kem-theo.eml"), part));
        } else if (isWritten(part, "text/plain")) {
            plain.append(PartText.of(part)).append('\n');
        } else if (isWritten(part, "text/html")) {
            html.append(PartText.of(part)).append('\n');
        } else if (!isPictureWithin(part)) {
            files.add(new EnclosedFile(nameOf(part, "tệp không tên"), part));
        }
    }

    private void visitAll(Part part, int depth) throws MessagingException, IOException {
        if (!(part.getContent() instanceof Multipart inside)) {
            throw new MessagingException("a multipart without parts");
        }
        int count = inside.getCount();
        for (int i = 0; i < count; i++) {
            visit(inside.getBodyPart(i), depth + 1);
        }
    }

    private static boolean isWritten(Part part, String type) throws MessagingException {
        return part.isMimeType(type) && !isSentAsFile(part) && nameOf(part, "").isEmpty();
    }

    private static boolean isSentAsFile(Part part) {
        try {
            return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
        } catch (MessagingException malformed) {
            return false;
        }
    }

    private static boolean isPictureWithin(Part part) throws MessagingException {
        boolean named = part instanceof MimePart mime && mime.getContentID() != null;
        return part.isMimeType("image/*")
                && !isSentAsFile(part)
                && (named || nameOf(part, "").isEmpty());
    }

    private static String nameOf(Part part, String otherwise) {
        try {
            String name = part.getFileName();
            String clean = name == null ? "" : VietnameseText.oneLine(HeaderWords.decoded(name));
            return clean.isEmpty() ? otherwise : clean.substring(0, Math.min(clean.length(), 200));
        } catch (MessagingException malformed) {
            return otherwise;
        }
    }
}
