package vn.dondoc.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.dondoc.enclosures.HeatPicture;
import vn.dondoc.enclosures.TargetPicture;
import vn.dondoc.enclosures.TargetPicture.Bar;
import vn.dondoc.enclosures.TrendPicture;
import vn.dondoc.notices.Digest;
import vn.dondoc.notices.Heat;

/** Draws what a digest shows, once as wide as a letter and once as wide as half a printed page. */
final class DigestPictures {
    static final String TREND = "trend";
    static final String TARGETS = "targets";
    static final String HEAT = "heat";

    private static final int LETTER_WIDTH = 640;
    /** Narrow enough for its words to be read on a telephone, where it shrinks. */
    private static final int READABLE_WIDTH = 460;

    private static final int HALF_PAGE_WIDTH = 340;
    private static final int TREND_HEIGHT = 170;
    private static final int SMALL_TREND_HEIGHT = 150;

    private final Digest digest;
    private final Words words;

    DigestPictures(Digest digest, Words words) {
        this.digest = digest;
        this.words = words;
    }

    List<DigestPicture> forLetter() {
        List<DigestPicture> pictures = new ArrayList<>();
        pictures.add(trend(READABLE_WIDTH, TREND_HEIGHT));
        pictures.addAll(targets(DigestRoom.LETTER.bars(), READABLE_WIDTH));
        if (!digest.heat().rows().isEmpty()) {
            pictures.add(new DigestPicture(
                    HEAT,
                    altOf(digest.heat()),
                    LETTER_WIDTH,
                    HeatPicture.height(digest.heat()),
                    HeatPicture.draw(digest.heat(), LETTER_WIDTH)));
        }
        return pictures;
    }

    List<DigestPicture> forPage(int bars) {
        List<DigestPicture> pictures = new ArrayList<>();
        pictures.add(trend(HALF_PAGE_WIDTH, SMALL_TREND_HEIGHT));
        pictures.addAll(targets(bars, HALF_PAGE_WIDTH));
        return pictures;
    }

    private DigestPicture trend(int width, int height) {
        StandingWords standings = new StandingWords(words);
        String weeks = digest.trend().stream()
                .filter(standing -> standing.judged() > 0)
                .map(standing -> words.date(standing.day()) + ": " + standings.percent(standing))
                .collect(Collectors.joining("; "));
        String alt = weeks.isEmpty() ? words.say("picture.trend.none") : words.say("picture.trend", weeks);
        return new DigestPicture(
                TREND,
                alt,
                width,
                height,
                TrendPicture.draw(digest.trend(), width, height, words.say("picture.noFigures"), standings::percent));
    }

    private List<DigestPicture> targets(int most, int width) {
        List<Bar> bars = TargetBars.of(digest.targets(), most, words);
        if (bars.isEmpty()) {
            return List.of();
        }
        String alt = words.say(
                "picture.targets",
                bars.stream().map(bar -> bar.name() + ": " + bar.words()).collect(Collectors.joining("; ")));
        return List.of(new DigestPicture(
                TARGETS,
                alt,
                width,
                TargetPicture.height(bars.size()),
                TargetPicture.draw(bars, width, words.say("picture.required"))));
    }

    private String altOf(Heat heat) {
        List<String> criteria = new ArrayList<>();
        for (int i = 0; i < heat.columns().size(); i++) {
            int column = i;
            int met = heat.rows().stream()
                    .mapToInt(row -> row.cells().get(column).met())
                    .sum();
            int judged = heat.rows().stream()
                    .mapToInt(row -> row.cells().get(column).judged())
                    .sum();
            criteria.add(heat.columns().get(i).name() + " " + met + "/" + judged);
        }
        return words.say("picture.heat", String.join("; ", criteria));
    }
}
