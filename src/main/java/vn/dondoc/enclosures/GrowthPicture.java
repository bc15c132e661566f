package vn.dondoc.enclosures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How time and memory grow with the number of units, side by side, all axes by powers of ten. */
public final class GrowthPicture {
    private static final double TEXT = 11;
    private static final Color ORANGE = new Color(0xC2, 0x5E, 0x00);
    private static final Color GREEN = new Color(0x2E, 0x7D, 0x32);
    private static final List<Color> COLOURS = List.of(Canvas.BLUE, ORANGE, GREEN, Canvas.INK);

    private GrowthPicture() {}

    /**
     * Draws two panels.
     *
     * @param units the numbers of units, growing
     * @param seconds by what took them, one for each number of units, in the order of the legend; at most four
     * @param megabytes likewise
     * @param width in points; the PNG has twice as many pixels
     */
    public static byte[] draw(
            List<Integer> units,
            Map<String, List<Double>> seconds,
            Map<String, List<Double>> megabytes,
            int width,
            int height) {
        Canvas canvas = new Canvas(width, height);
        int half = width / 2;
        chart("Thời gian, giây", units, seconds, half, height).paint(canvas.graphics(), half, height);
        canvas.graphics().translate(half, 0);
        chart("Bộ nhớ, MB", units, megabytes, half, height).paint(canvas.graphics(), half, height);
        return canvas.png();
    }

    private static XYChart chart(
            String title, List<Integer> units, Map<String, List<Double>> lines, int width, int height) {
        XYChart chart = new XYChartBuilder()
                .width(width)
                .height(height)
                .title(title)
                .xAxisTitle("Số đơn vị")
                .build();
        List<Double> places = units.stream().map(Integer::doubleValue).toList();
        int colour = 0;
        for (Map.Entry<String, List<Double>> line : lines.entrySet()) {
            var series = chart.addSeries(line.getKey(), places, line.getValue());
            series.setMarker(SeriesMarkers.CIRCLE);
            series.setMarkerColor(COLOURS.get(colour));
            series.setLineColor(COLOURS.get(colour));
            series.setLineStyle(new BasicStroke(2f));
            colour++;
        }
        style(chart);
        return chart;
    }

    private static void style(XYChart chart) {
        var style = chart.getStyler();
        style.setXAxisLogarithmic(true);
        style.setYAxisLogarithmic(true);
        style.setXAxisTickLabelsFormattingFunction(units -> String.valueOf(Math.round(units)));
        style.setChartBackgroundColor(Color.WHITE);
        style.setPlotBackgroundColor(Color.WHITE);
        style.setPlotBorderVisible(false);
        style.setPlotGridLinesColor(Canvas.LINE);
        style.setChartTitleFont(Roboto.bold(TEXT + 2));
        style.setAxisTitleFont(Roboto.plain(TEXT));
        style.setAxisTickLabelsFont(Roboto.plain(TEXT));
        style.setAxisTickLabelsColor(Canvas.LABEL);
        style.setLegendFont(Roboto.plain(TEXT));
        style.setLegendPosition(LegendPosition.OutsideE);
        style.setLegendBorderColor(Color.WHITE);
        style.setMarkerSize(6);
    }
}
