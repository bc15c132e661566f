package vn.dondoc.spreadsheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An unpacked part, counted while it is read. */
final class MeteredStream extends FilterInputStream {
    private final Allowance allowance;
    private long atOnce = Long.MAX_VALUE;

    MeteredStream(InputStream in, Allowance allowance) {
        super(in);
        this.allowance = allowance;
    }

    /** From here on so many bytes may be read before the next call: one tag must not fill the memory. */
    void allowAtOnce(long bytes) {
        atOnce = bytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int some = super.read(buffer, offset, length);
        allowance.useBytes(some);
        atOnce -= Math.max(0, some);
        if (atOnce < 0) {
            throw new TooLongAtOnceException();
        }
        return some;
    }

    /** One tag, comment or blank that does not end. */
    static final class TooLongAtOnceException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
