package vn.dondoc.enclosures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import vn.dondoc.enclosures.TargetPicture.Bar;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Level;
import vn.dondoc.notices.Heat;
import vn.dondoc.notices.Standing;

class PicturesTest {
    private static final LocalDate DAY = LocalDate.of(2018, 1, 8);
    private static final int MOST_BYTES = 60_000;
    private static final String WORDS = "Kế hoạch – Ủy ban, Phổ, Đức, Nghĩa";

    private static final List<Standing> TREND = IntStream.rangeClosed(0, 12)
            .mapToObj(week -> new Standing(DAY.minusWeeks(12L - week), 40 + 3L * week, 100))
            .toList();

    @Test
    void the_trend_is_drawn_twice_as_fine_as_it_is_shown() throws IOException {
        BufferedImage picture = read(TrendPicture.draw(TREND, 640, 190, "không", PicturesTest::share));
        assertThat(picture.getWidth()).isEqualTo(1280);
        assertThat(picture.getHeight()).isEqualTo(380);
        assertThat(inked(picture)).isGreaterThan(2_000);
    }

    @Test
    void a_trend_of_one_point_and_one_without_numbers_are_drawn_too() throws IOException {
        assertThat(inked(read(
                        TrendPicture.draw(List.of(new Standing(DAY, 1, 3)), 340, 150, "không", PicturesTest::share))))
                .isGreaterThan(100);
        assertThat(inked(read(
                        TrendPicture.draw(List.of(new Standing(DAY, 0, 0)), 340, 150, "không", PicturesTest::share))))
                .isGreaterThan(100);
    }

    @Test
    void pictures_are_small_and_the_same_each_time() {
        List<Bar> bars = List.of(new Bar("Kết nối ở ít nhất 70% cấp xã", 6572, 7000, "65,7% / cần 70%"));
        assertThat(TrendPicture.draw(TREND, 640, 190, "không", PicturesTest::share))
                .hasSizeLessThan(MOST_BYTES)
                .isEqualTo(TrendPicture.draw(TREND, 640, 190, "không", PicturesTest::share));
        assertThat(TargetPicture.draw(bars, 640, "mức"))
                .hasSizeLessThan(MOST_BYTES)
                .isEqualTo(TargetPicture.draw(bars, 640, "mức"));
        assertThat(HeatPicture.draw(heat(), 640)).hasSizeLessThan(MOST_BYTES).isEqualTo(HeatPicture.draw(heat(), 640));
    }

    @Test
    void a_bar_is_as_long_as_what_was_reached_and_marks_what_is_needed() throws IOException {
        BufferedImage half = read(TargetPicture.draw(List.of(new Bar("x", 5_000, 7_000, "")), 640, "mức"));
        BufferedImage whole = read(TargetPicture.draw(List.of(new Bar("x", 10_000, 7_000, "")), 640, "mức"));
        int orange = 0xc25e00;
        int blue = 0x2b5c94;
        assertThat(near(half, orange)).as("short of its mark").isPositive();
        assertThat(near(half, blue)).isZero();
        assertThat(near(whole, orange)).isZero();
        assertThat((double) near(whole, blue) / near(half, orange)).isBetween(1.8, 2.2);
    }

    @Test
    void the_steps_of_the_heat_table_change_at_whole_fifths() {
        assertThat(HeatPicture.step(new Heat.Cell(1, 6))).isZero();
        assertThat(HeatPicture.step(new Heat.Cell(1, 5))).isEqualTo(1);
        assertThat(HeatPicture.step(new Heat.Cell(79, 100))).isEqualTo(3);
        assertThat(HeatPicture.step(new Heat.Cell(4, 5))).isEqualTo(4);
        assertThat(HeatPicture.step(new Heat.Cell(5, 5))).isEqualTo(4);
    }

    @Test
    void vietnamese_is_drawn_letter_by_letter_and_no_letter_is_missing() {
        assertThat(Roboto.plain(12).canDisplayUpTo(WORDS)).isEqualTo(-1);
        assertThat(Roboto.bold(12).canDisplayUpTo(WORDS)).isEqualTo(-1);
        assertThat(drawn("Đức Phổ")).isNotEqualTo(drawn("Duc Pho"));
    }

    @Test
    void words_are_drawn_on_a_machine_without_any_font() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DrawingWithoutFonts.class.getName());
        builder.environment().put("FONTCONFIG_FILE", "/dev/null");
        builder.environment().put("FONTCONFIG_PATH", "/nonexistent");
        builder.redirectErrorStream(true);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said.strip()).endsWith("drawn");
    }

    /** Draws words in a JVM of its own, which finds no font of the machine. */
    static final class DrawingWithoutFonts {
        private DrawingWithoutFonts() {}

        public static void main(String[] arguments) throws IOException {
            boolean differ = !java.util.Arrays.equals(drawn("Đức Phổ"), drawn("Bình Sơn"));
            boolean inked = inked(read(drawn(WORDS))) > 500;
            System.out.println(differ && inked ? "drawn" : "blank");
        }
    }

    private static String share(Standing standing) {
        return 100 * standing.met() / standing.judged() + "%";
    }

    private static byte[] drawn(String words) {
        Canvas canvas = new Canvas(300, 30);
        canvas.text(words, 5, 20, Roboto.plain(14), Canvas.INK);
        return canvas.png();
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static long inked(BufferedImage picture) {
        return pixels(picture).filter(pixel -> pixel != 0xffffff).count();
    }

    private static long near(BufferedImage picture, int colour) {
        return pixels(picture)
                .filter(pixel -> Math.abs((pixel >> 16 & 255) - (colour >> 16 & 255)) < 9
                        && Math.abs((pixel >> 8 & 255) - (colour >> 8 & 255)) < 9
                        && Math.abs((pixel & 255) - (colour & 255)) < 9)
                .count();
    }

    private static IntStream pixels(BufferedImage picture) {
        return IntStream.range(0, picture.getWidth() * picture.getHeight())
                .map(i -> picture.getRGB(i % picture.getWidth(), i / picture.getWidth()) & 0xffffff);
    }

    private static Heat heat() {
        List<Heat.Column> columns = IntStream.rangeClosed(1, 13)
                .mapToObj(i -> new Heat.Column("PAR " + i, "Tiêu chí " + i, "II." + i))
                .toList();
        List<Heat.Row> rows = IntStream.range(0, 35)
                .mapToObj(i -> new Heat.Row(
                        unit(i),
                        IntStream.range(0, 13)
                                .mapToObj(j -> new Heat.Cell((i * j) % 30, 30 + j))
                                .toList()))
                .toList();
        return new Heat(columns, rows);
    }

    private static Agency unit(int number) {
        return new Agency(
                "u" + number, "UBND huyện số " + number, Level.DISTRICT, "", Set.of(), DAY, null, "", "", "", "", "");
    }
}
