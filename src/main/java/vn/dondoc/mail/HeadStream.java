package vn.dondoc.mail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The head of a message: up to its empty line, and no further than a head may reasonably go. */
final class HeadStream extends FilterInputStream {
    private static final int MOST_BYTES = 256 << 10;

    private int count;
    private boolean lineIsEmpty;
    private boolean over;

    HeadStream(InputStream message) {
        super(message);
    }

    @Override
    public int read() throws IOException {
        int next = over || count == MOST_BYTES ? -1 : super.read();
        if (next >= 0) {
            count++;
        }
        if (next == '\n') {
            over = lineIsEmpty;
            lineIsEmpty = true;
        } else if (next != '\r') {
            lineIsEmpty = false;
        }
        return next;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int read = 0;
        for (int next = length == 0 ? -1 : read(); next >= 0; next = read < length ? read() : -1) {
            buffer[from + read++] = (byte) next;
        }
        return read == 0 && length > 0 ? -1 : read;
    }
}
