package vn.dondoc.web.console.standing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.dondoc.notices.Standing;

/** The points of the line that shows how compliance went: weeks from left to right, 0 to 100% from below. */
public final class TrendChart {
    public static final int WIDTH = 640;
    public static final int HEIGHT = 170;
    private static final int LEFT = 44;
    private static final int RIGHT = 16;
    private static final int TOP = 12;
    private static final int BOTTOM = 26;

    private TrendChart() {}

    /** A point with what it stands for. */
    public record Point(double x, double y, Standing standing) {
        public String at(double number) {
            return String.format(Locale.ROOT, "%.1f", number);
        }
    }

    public static List<Point> points(List<Standing> trend) {
        List<Point> points = new ArrayList<>();
        for (int each = 0; each < trend.size(); each++) {
            Standing standing = trend.get(each);
            if (standing.judged() > 0) {
                double along = trend.size() == 1 ? 1 : (double) each / (trend.size() - 1);
                points.add(new Point(
                        LEFT + along * (WIDTH - LEFT - RIGHT),
                        height(100.0 * standing.met() / standing.judged()),
                        standing));
            }
        }
        return points;
    }

    /** Where a percentage lies. */
    public static double height(double percent) {
        return HEIGHT - BOTTOM - percent / 100 * (HEIGHT - TOP - BOTTOM);
    }

    public static String line(List<Point> points) {
        return points.stream()
                .map(point -> point.at(point.x()) + "," + point.at(point.y()))
                .collect(Collectors.joining(" "));
    }
}
