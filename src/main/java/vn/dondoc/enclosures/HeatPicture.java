package vn.dondoc.enclosures;

import java.awt.Color;
import vn.dondoc.notices.Heat;
import vn.dondoc.notices.Heat.Cell;
import vn.dondoc.notices.Heat.Column;
import vn.dondoc.notices.Heat.Row;

/** Units × criteria as a table of coloured cells; each cell says its numbers, the colour only helps the eye. */
public final class HeatPicture {
    private static final int ROW = 19;
    private static final int HEAD = 24;
    private static final int LEGEND_ROW = 14;
    private static final int NAME = 198;
    private static final int MARGIN = 4;
    private static final double TEXT = 10.5;
    /** From what is worst to what is best, in the steps of {@link #step}: orange to blue. */
    private static final Color[] STEPS = {
        new Color(0xe08214), new Color(0xfdb863), new Color(0xf7ead2), new Color(0xc6dbef), new Color(0x6baed6)
    };

    private HeatPicture() {}

    /** @param width in points of the page; the PNG has twice as many pixels */
    public static byte[] draw(Heat heat, int width) {
        Canvas canvas = new Canvas(width, height(heat));
        double column =
                (width - 2.0 * MARGIN - NAME) / Math.max(1, heat.columns().size());
        double y = MARGIN + HEAD;
        drawHead(canvas, heat, column);
        for (Row row : heat.rows()) {
            drawRow(canvas, row, y, column);
            y += ROW;
        }
        drawLegend(canvas, heat, y + 4, width);
        return canvas.png();
    }

    public static int height(Heat heat) {
        int legend = heat.columns().size() * LEGEND_ROW + 8;
        return 2 * MARGIN + HEAD + heat.rows().size() * ROW + legend;
    }

    /** 0 for less than a fifth met, up to 4 for four fifths and more. */
    public static int step(Cell cell) {
        return cell.judged() == 0 ? 0 : Math.min(4, 5 * cell.met() / cell.judged());
    }

    /** The colour of a step as HTML writes it, for tables that are no pictures. */
    public static String colour(int step) {
        return String.format(java.util.Locale.ROOT, "#%06x", STEPS[step].getRGB() & 0xffffff);
    }

    private static void drawHead(Canvas canvas, Heat heat, double column) {
        double x = MARGIN + NAME;
        for (Column criterion : heat.columns()) {
            canvas.textCentred(
                    criterion.code(), x + column / 2, MARGIN + HEAD - 8.0, Roboto.bold(TEXT - 1.5), Canvas.LABEL);
            x += column;
        }
    }

    private static void drawRow(Canvas canvas, Row row, double y, double column) {
        var name = Roboto.plain(TEXT);
        canvas.text(canvas.fitting(row.agency().name(), NAME - 6, name), MARGIN, y + 13, name, Canvas.INK);
        double x = MARGIN + NAME;
        for (Cell cell : row.cells()) {
            if (cell.judged() > 0) {
                canvas.fill(x + 0.5, y + 0.5, column - 1, ROW - 1, STEPS[step(cell)]);
                String numbers = cell.met() + "/" + cell.judged();
                canvas.figuresCentred(numbers, x + column / 2, y + 13, Roboto.plain(TEXT - 1), Canvas.INK);
            } else {
                canvas.textCentred("–", x + column / 2, y + 13, Roboto.plain(TEXT - 1), Canvas.LABEL);
            }
            x += column;
        }
    }

    private static void drawLegend(Canvas canvas, Heat heat, double top, int width) {
        var font = Roboto.plain(TEXT - 1.5);
        double y = top + 11;
        for (Column criterion : heat.columns()) {
            String words = criterion.code() + ": " + criterion.name();
            canvas.text(canvas.fitting(words, width - 2.0 * MARGIN, font), MARGIN, y, font, Canvas.LABEL);
            y += LEGEND_ROW;
        }
    }
}
