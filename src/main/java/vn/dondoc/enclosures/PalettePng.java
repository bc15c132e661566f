package vn.dondoc.enclosures;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * A picture of at most sixteen colours as a PNG (W3C Recommendation, second edition), without what an encoder of any picture
 * spends on it: rows go in as they are, which the standard advises for palettes.
 */
final class PalettePng {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte BITS_PER_PIXEL = 4;
    private static final byte PALETTE = 3;
    private static final int PACKING = 7;

    private PalettePng() {}

    /**
     * Writes it.
     *
     * @param width even, pixels
     * @param colours 0xRRGGBB, at most 16
     * @param pixels two places among the colours in a byte, the left one in its upper half; row by row
     */
    static byte[] of(int width, int height, int[] colours, byte[] pixels) {
        ByteArrayOutputStream png = new ByteArrayOutputStream(pixels.length / 8);
        try (DataOutputStream out = new DataOutputStream(png)) {
            out.write(SIGNATURE);
            writeChunk(out, "IHDR", header(width, height));
            writeChunk(out, "PLTE", palette(colours));
            writeChunk(out, "IDAT", packed(width / 2, pixels));
            writeChunk(out, "IEND", new byte[0]);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return png.toByteArray();
    }

    private static byte[] header(int width, int height) {
        return ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(BITS_PER_PIXEL)
                .put(PALETTE)
                .array();
    }

    private static byte[] palette(int[] colours) {
        ByteBuffer palette = ByteBuffer.allocate(3 * colours.length);
        for (int colour : colours) {
            palette.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
        }
        return palette.array();
    }

    /** A zero before each row says that it comes as it is. */
    private static byte[] packed(int bytesInRow, byte[] pixels) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(PACKING);
        try (DeflaterOutputStream rows = new DeflaterOutputStream(packed, deflater)) {
            for (int row = 0; row < pixels.length; row += bytesInRow) {
                rows.write(0);
                rows.write(pixels, row, bytesInRow);
            }
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    private static void writeChunk(DataOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) check.getValue());
    }
}
