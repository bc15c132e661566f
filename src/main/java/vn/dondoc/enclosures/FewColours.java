package vn.dondoc.enclosures;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Comparator;
import java.util.stream.IntStream;

/** A drawing in few colours: a fraction of the bytes, and to the eye the same, since drawings have few anyway. */
final class FewColours {
    /** Colours are told apart by the upper five bits of red, green and blue. */
    private static final int SHADES = 1 << 15;

    private static final int BITS = 4;

    private static final int MOST_COLOURS = 1 << BITS;

    private FewColours() {}

    /** @return the drawing as a PNG of an even width; the same drawing gives the same bytes */
    static byte[] png(BufferedImage drawing) {
        int[] pixels = ((DataBufferInt) drawing.getRaster().getDataBuffer()).getData();
        int[] counts = new int[SHADES];
        int[] colours = new int[SHADES];
        for (int pixel : pixels) {
            int shade = shade(pixel);
            if (counts[shade]++ == 0) {
                colours[shade] = pixel & 0xffffff;
            }
        }
        int[] kept = IntStream.range(0, SHADES)
                .filter(shade -> counts[shade] > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(shade -> -counts[shade])
                        .thenComparing(shade -> shade))
                .limit(MOST_COLOURS)
                .mapToInt(shade -> colours[shade])
                .toArray();
        byte[] places = new byte[SHADES];
        for (int shade = 0; shade < SHADES; shade++) {
            if (counts[shade] > 0) {
                places[shade] = (byte) nearest(colours[shade], kept);
            }
        }
        return PalettePng.of(drawing.getWidth(), drawing.getHeight(), kept, packed(pixels, places));
    }

    /** Two pixels in a byte, for widths that are even: a row of a table lies near enough to the one above to be found. */
    private static byte[] packed(int[] pixels, byte[] places) {
        byte[] packed = new byte[pixels.length / 2];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = (byte) (places[shade(pixels[2 * i])] << BITS | places[shade(pixels[2 * i + 1])]);
        }
        return packed;
    }

    private static int shade(int pixel) {
        return (pixel >> 9 & 0x7c00) | (pixel >> 6 & 0x3e0) | (pixel >> 3 & 0x1f);
    }

    private static int nearest(int colour, int[] kept) {
        int best = 0;
        for (int i = 1; i < kept.length; i++) {
            if (distance(colour, kept[i]) < distance(colour, kept[best])) {
                best = i;
            }
        }
        return best;
    }

    private static int distance(int one, int other) {
        int red = (one >> 16 & 0xff) - (other >> 16 & 0xff);
        int green = (one >> 8 & 0xff) - (other >> 8 & 0xff);
        int blue = (one & 0xff) - (other & 0xff);
        return red * red + green * green + blue * blue;
    }
}
