package vn.dondoc.mail;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Looks over a message's bytes before it is taken apart, which costs memory for every part and every header: one that is
 * made of hundreds of thousands of them is left alone.
 */
final class RoughLook {
    static final int MOST_BOUNDARIES = 2_000;
    static final int MOST_HEADER_LINES = 5_000;
    static final int MOST_HEADER_BYTES = 1 << 20;

    private int boundaries;
    private int headerLines;
    private int headerBytes;
    private boolean inHeader = true;

    private RoughLook() {}

    /** Whether it can be taken apart without harm. */
    static boolean isHarmless(Path message) throws IOException {
        RoughLook look = new RoughLook();
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(message), 1 << 16)) {
            return look.through(bytes);
        }
    }

    /** A line that begins with two hyphens may begin a part, and the part's head goes on to the next empty line. */
    private boolean through(InputStream bytes) throws IOException {
        int length = 0;
        int hyphens = 0;
        for (int next = bytes.read(); next >= 0; next = bytes.read()) {
            if (next == '\n') {
                endLine(length);
                length = 0;
                hyphens = 0;
            } else if (next != '\r') {
                length++;
                hyphens += next == '-' && hyphens == length - 1 ? 1 : 0;
                if (length == 2 && hyphens == 2) {
                    boundaries++;
                    inHeader = true;
                }
                headerBytes += inHeader ? 1 : 0;
            }
            if (isTooMuch()) {
                return false;
            }
        }
        return true;
    }

    private void endLine(int length) {
        headerLines += inHeader ? 1 : 0;
        inHeader &= length > 0;
    }

    private boolean isTooMuch() {
        return boundaries > MOST_BOUNDARIES || headerLines > MOST_HEADER_LINES || headerBytes > MOST_HEADER_BYTES;
    }
}
