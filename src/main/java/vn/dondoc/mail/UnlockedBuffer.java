package vn.dondoc.mail;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Collects bytes for one thread: quoted-printable text comes byte by byte, and {@link java.io.BufferedOutputStream} takes a
 * lock for each.
 */
final class UnlockedBuffer extends OutputStream {
    private static final int BYTES = 1 << 16;

    private final OutputStream target;
    private final byte[] collected = new byte[BYTES];
    private int count;

    UnlockedBuffer(OutputStream target) {
        this.target = target;
    }

    @Override
    public void write(int value) throws IOException {
        if (count == BYTES) {
            passOn();
        }
        collected[count++] = (byte) value;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > BYTES - count) {
            passOn();
        }
        if (length > BYTES) {
            target.write(bytes, offset, length);
        } else {
            System.arraycopy(bytes, offset, collected, count, length);
            count += length;
        }
    }

    @Override
    public void flush() throws IOException {
        passOn();
        target.flush();
    }

    private void passOn() throws IOException {
        target.write(collected, 0, count);
        count = 0;
    }
}
