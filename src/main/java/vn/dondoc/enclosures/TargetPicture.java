package vn.dondoc.enclosures;

import java.awt.Color;
import java.util.List;

/** The targets as bars: how far each has come, and the line that it has to reach. */
public final class TargetPicture {
    private static final int ROW = 34;
    private static final int MARGIN = 6;
    private static final int FOOT = 20;
    private static final double LABEL = 11;
    private static final double NUMBER = 11;
    private static final double BAR = 11;
    private static final double ROOM_FOR_NUMBERS = 112;
    private static final Color GROUND = new Color(0xeef2f6);

    private TargetPicture() {}

    /**
     * One target.
     *
     * @param name what is to be reached
     * @param reached hundredths of a percent of what counts; what is below nothing is drawn as nothing
     * @param needed the same for what is asked for
     * @param words both in figures ("59,7% / cần 70%")
     */
    public record Bar(String name, int reached, int needed, String words) {
        boolean isShort() {
            return reached < needed;
        }
    }

    /**
     * Draws bars one under the other.
     *
     * @param width in points of the page; the PNG has twice as many pixels
     * @param required what the mark across a bar is explained as ("mức phải đạt")
     */
    public static byte[] draw(List<Bar> bars, int width, String required) {
        Canvas canvas = new Canvas(width, height(bars.size()));
        double y = MARGIN;
        for (Bar bar : bars) {
            drawBar(canvas, bar, y, width);
            y += ROW;
        }
        double foot = y + 12;
        canvas.line(MARGIN + 3, foot - 9, MARGIN + 3, foot + 2, Canvas.INK, 2);
        canvas.text(required, MARGIN + 10, foot, Roboto.plain(LABEL - 1), Canvas.LABEL);
        return canvas.png();
    }

    public static int height(int bars) {
        return 2 * MARGIN + bars * ROW + FOOT;
    }

    private static void drawBar(Canvas canvas, Bar bar, double y, int width) {
        double end = width - MARGIN - ROOM_FOR_NUMBERS;
        double full = end - MARGIN;
        double scale = full / Math.max(10_000, Math.max(bar.reached(), bar.needed()));
        var name = Roboto.plain(LABEL);
        canvas.text(canvas.fitting(bar.name(), width - 2.0 * MARGIN, name), MARGIN, y + 11, name, Canvas.INK);
        double top = y + 17;
        canvas.fill(MARGIN, top, full, BAR, GROUND);
        Color colour = bar.isShort() ? Canvas.ORANGE : Canvas.BLUE;
        canvas.fill(MARGIN, top, Math.max(0, bar.reached()) * scale, BAR, colour);
        double mark = MARGIN + bar.needed() * scale;
        canvas.line(mark, top - 1, mark, top + BAR + 4, Canvas.INK, 2);
        var number = Roboto.bold(NUMBER);
        canvas.textEndingAt(
                canvas.fitting(bar.words(), ROOM_FOR_NUMBERS - 6, number),
                width - (double) MARGIN,
                top + BAR - 1,
                number,
                Canvas.INK);
    }
}
