package vn.dondoc.enclosures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;
import vn.dondoc.notices.Standing;
import vn.dondoc.reading.VietnameseDate;

/** The share met, week by week, as a line; the last point, and every fourth before it, carry number and day. */
public final class TrendPicture {
    private static final double TEXT = 11;
    private static final String DAY_AND_MONTH = "dd/MM";
    private static final int ROOM_FOR_DAYS = 18;
    /** So many points have room for a number each. */
    private static final int FEW = 5;

    private TrendPicture() {}

    /**
     * Draws a trend.
     *
     * @param trend the oldest first; points of which nothing was judged are left out
     * @param width in points of the page; the PNG has twice as many pixels
     * @param nothingJudged what stands there without any point ("Chưa có số liệu")
     * @param share how a share met is written ("70,6%")
     */
    public static byte[] draw(
            List<Standing> trend, int width, int height, String nothingJudged, Function<Standing, String> share) {
        Canvas canvas = new Canvas(width, height);
        List<Standing> points =
                trend.stream().filter(standing -> standing.judged() > 0).toList();
        if (points.isEmpty()) {
            canvas.textCentred(nothingJudged, width / 2.0, height / 2.0, Roboto.plain(TEXT), Canvas.LABEL);
            return canvas.png();
        }
        XYChart chart = chart(points, width, height - ROOM_FOR_DAYS);
        chart.paint(canvas.graphics(), width, height - ROOM_FOR_DAYS);
        writeNumbers(canvas, chart, points, height, share);
        return canvas.png();
    }

    private static XYChart chart(List<Standing> points, int width, int height) {
        XYChart chart = new XYChartBuilder().width(width).height(height).build();
        List<Double> places = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (Standing point : points) {
            places.add((double) places.size());
            shares.add(percent(point));
        }
        XYSeries series = chart.addSeries("Tỷ lệ đạt", places, shares);
        series.setMarker(SeriesMarkers.CIRCLE);
        series.setMarkerColor(Canvas.BLUE);
        series.setLineColor(Canvas.BLUE);
        series.setLineStyle(new BasicStroke(2f));
        style(chart, points);
        return chart;
    }

    private static void style(XYChart chart, List<Standing> points) {
        var style = chart.getStyler();
        style.setLegendVisible(false);
        style.setChartTitleVisible(false);
        style.setChartBackgroundColor(Color.WHITE);
        style.setPlotBackgroundColor(Color.WHITE);
        style.setPlotBorderVisible(false);
        style.setPlotGridVerticalLinesVisible(false);
        style.setPlotGridLinesColor(Canvas.LINE);
        style.setPlotGridLinesStroke(new BasicStroke(0.7f));
        style.setAxisTickMarksColor(Canvas.LINE);
        style.setAxisTickLabelsFont(Roboto.plain(TEXT));
        style.setAxisTickLabelsColor(Canvas.LABEL);
        style.setAxisTitlesVisible(false);
        style.setMarkerSize(6);
        style.setChartPadding(4);
        style.setYAxisMin(0.0);
        style.setYAxisMax(100.0);
        style.setYAxisTickMarkSpacingHint(30);
        style.setYAxisTickLabelsFormattingFunction(share -> Math.round(share) + "%");
        style.setXAxisMin(-0.4);
        style.setXAxisMax(Math.max(1, points.size() - 1) + 0.4);
        style.setXAxisTicksVisible(false);
    }

    private static void writeNumbers(
            Canvas canvas, XYChart chart, List<Standing> points, int height, Function<Standing, String> share) {
        int step = points.size() > FEW ? 4 : 1;
        for (int i = points.size() - 1; i >= 0; i -= step) {
            boolean last = i == points.size() - 1;
            double x = chart.getScreenXFromChart(i);
            double y = chart.getScreenYFromChart(percent(points.get(i)));
            var font = last ? Roboto.bold(TEXT + 1) : Roboto.plain(TEXT);
            canvas.textCentred(share.apply(points.get(i)), x, y < 30 ? y + 18 : y - 8, font, Canvas.INK);
            String day = VietnameseDate.write(points.get(i).day()).substring(0, DAY_AND_MONTH.length());
            canvas.textCentred(day, x, height - 5.0, Roboto.plain(TEXT), Canvas.LABEL);
        }
    }

    private static double percent(Standing point) {
        return 100.0 * point.met() / point.judged();
    }
}
