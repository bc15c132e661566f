package vn.dondoc.enclosures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** A white sheet to draw on, in points of the page; every point is two or more pixels wide, so that print is sharp. */
final class Canvas {
    static final Color INK = new Color(0x1f2933);
    static final Color LABEL = new Color(0x5b6673);
    static final Color LINE = new Color(0xd5dbe1);
    /** Blue and orange stay apart for eyes that do not tell red from green. */
    static final Color BLUE = new Color(0x2b5c94);

    static final Color ORANGE = new Color(0xc25e00);

    private static final int PIXELS_PER_POINT = 2;
    private final BufferedImage image;
    private final Graphics2D graphics;

    Canvas(int width, int height) {
        Roboto.plain(1);
        image = new BufferedImage(width * PIXELS_PER_POINT, height * PIXELS_PER_POINT, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(PIXELS_PER_POINT, PIXELS_PER_POINT);
        fill(0, 0, width, height, Color.WHITE);
    }

    Graphics2D graphics() {
        return graphics;
    }

    void fill(double x, double y, double width, double height, Color colour) {
        graphics.setColor(colour);
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    void line(double x1, double y1, double x2, double y2, Color colour, double thickness) {
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke((float) thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    /** Text whose baseline begins at x, y; on whole pixels, so that the same words are the same pixels everywhere. */
    void text(String text, double x, double y, Font font, Color colour) {
        graphics.setFont(font);
        graphics.setColor(colour);
        graphics.drawString(text, onPixel(x), onPixel(y));
    }

    private static float onPixel(double points) {
        return (float) Math.round(points * PIXELS_PER_POINT) / PIXELS_PER_POINT;
    }

    void textCentred(String text, double middle, double y, Font font, Color colour) {
        text(text, middle - width(text, font) / 2, y, font, colour);
    }

    /** Figures by the hundred, without soft edges: those cost a table more bytes than the figures themselves. */
    void figuresCentred(String figures, double middle, double y, Font font, Color colour) {
        Object soft = graphics.getRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_OFF);
        textCentred(figures, middle, y, font, colour);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, soft);
    }

    void textEndingAt(String text, double end, double y, Font font, Color colour) {
        text(text, end - width(text, font), y, font, colour);
    }

    double width(String text, Font font) {
        return font.getStringBounds(text, graphics.getFontRenderContext()).getWidth();
    }

    /** As much of a text as there is room for, cut with "…". */
    String fitting(String text, double room, Font font) {
        if (width(text, font) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 1 && width(text.substring(0, end).strip() + "…", font) > room) {
            end--;
        }
        return text.substring(0, end).strip() + "…";
    }

    /** The picture; the same drawing gives the same bytes. */
    byte[] png() {
        graphics.dispose();
        return FewColours.png(image);
    }
}
