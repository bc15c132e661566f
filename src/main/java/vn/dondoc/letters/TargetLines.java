package vn.dondoc.letters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Level;
import vn.dondoc.facts.Obligation;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;

/** The targets of the digest: one line each, with the arithmetic where one unit answers and counts where many do. */
final class TargetLines {
    private TargetLines() {}

    static List<Object> of(List<Finding> findings, int most, int nameLength, Words words) {
        Map<String, List<Finding>> byDuty = new LinkedHashMap<>();
        for (Finding finding : findings) {
            byDuty.computeIfAbsent(finding.key().duty(), duty -> new ArrayList<>())
                    .add(finding);
        }
        return byDuty.values().stream()
                .sorted(Comparator.comparing(TargetLines::worst))
                .limit(most)
                .map(ofOneDuty -> line(ofOneDuty, nameLength, words))
                .toList();
    }

    static int count(List<Finding> findings) {
        return (int) findings.stream()
                .map(finding -> finding.key().duty())
                .distinct()
                .count();
    }

    private static State worst(List<Finding> ofOneDuty) {
        return ofOneDuty.stream()
                .map(Finding::state)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Object line(List<Finding> ofOneDuty, int nameLength, Words words) {
        Finding first = ofOneDuty.get(0);
        Duty duty = first.obligation().duty();
        boolean single = ofOneDuty.size() == 1;
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("task", CleanText.shorten(duty.text(), nameLength));
        view.put("clause", words.clause(duty.clause()));
        view.put(
                "who",
                single
                        ? CleanText.shorten(first.obligation().agency().name(), nameLength)
                        : words.count("units.number", ofOneDuty.size()));
        view.put("states", single ? words.state(first) : new StateCounts(ofOneDuty, words).bare());
        view.put("urgency", ItemView.urgency(worst(ofOneDuty)));
        view.put("due", DueWords.of(first, first.obligation().asOf(), words).date());
        view.put(
                "arithmetic",
                single
                        ? CleanText.shorten(
                                arithmetic(first.obligation(), new FigureWords(words), words), 3 * nameLength)
                        : "");
        return view;
    }

    private static String arithmetic(Obligation obligation, FigureWords figures, Words words) {
        String known = figures.arithmetic(obligation);
        String forecast = new ForecastWords(words).inShort(obligation);
        if (!forecast.isEmpty()) {
            known += " " + forecast;
        }
        return obligation.isBehind()
                        && !obligation.isBehindByForecast()
                        && obligation.agency().level() != Level.COMMUNE
                ? known + " " + words.say("figures.behind", figures.behindPace(obligation))
                : known;
    }
}
