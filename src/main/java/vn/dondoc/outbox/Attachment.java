package vn.dondoc.outbox;

import java.util.Arrays;

/**
 * A file that goes with a letter. The same letter has the same attachments, byte for byte.
 *
 * @param name file name, ASCII, without a folder
 * @param mediaType for instance {@code text/calendar; charset=UTF-8; method=PUBLISH}
 * @param contentId by which the HTML names it ({@code cid:…}) when it is a picture within the letter; else empty
 * @param content its bytes; never changed
 */
public record Attachment(String name, String mediaType, String contentId, byte[] content) {

    /** A file beside the letter. */
    public static Attachment file(String name, String mediaType, byte[] content) {
        return new Attachment(name, mediaType, "", content);
    }

    /** A picture within the letter's HTML. */
    public static Attachment picture(String name, String contentId, byte[] png) {
        return new Attachment(name, "image/png", contentId, png);
    }

    public boolean isInline() {
        return !contentId.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attachment attachment
                && name.equals(attachment.name)
                && mediaType.equals(attachment.mediaType)
                && contentId.equals(attachment.contentId)
                && Arrays.equals(content, attachment.content);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return name + " (" + mediaType + ", " + content.length + " bytes)";
    }
}
