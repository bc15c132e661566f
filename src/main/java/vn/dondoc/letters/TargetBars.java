package vn.dondoc.letters;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.dondoc.enclosures.TargetPicture.Bar;
import vn.dondoc.facts.Measure;
import vn.dondoc.facts.Requirement;
import vn.dondoc.findings.Finding;

/** The targets of which a bar can be drawn: one unit answers, and both what is reached and what is asked for are shares. */
final class TargetBars {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);

    private TargetBars() {}

    static List<Bar> of(List<Finding> targets, int most, Words words) {
        Map<String, Long> unitsOfDuty = targets.stream()
                .collect(Collectors.groupingBy(finding -> finding.key().duty(), Collectors.counting()));
        return targets.stream()
                .filter(finding -> unitsOfDuty.getOrDefault(finding.key().duty(), 0L) == 1)
                .sorted(Comparator.comparing(Finding::state))
                .flatMap(finding -> bar(finding, words).stream())
                .limit(most)
                .toList();
    }

    private static Optional<Bar> bar(Finding finding, Words words) {
        Requirement requirement = finding.requirement();
        Measure measure = finding.measure();
        if (requirement == null || measure == null || !requirement.isShare()) {
            return Optional.empty();
        }
        BigDecimal numerator = measure.numerator();
        BigDecimal denominator = measure.denominator();
        if (numerator == null || denominator == null || denominator.signum() <= 0) {
            return Optional.empty();
        }
        int reached = numerator
                .multiply(WHOLE)
                .divide(denominator, 0, RoundingMode.FLOOR)
                .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                .intValue();
        String figures =
                words.say("figures.bar", words.share(numerator, denominator), words.percent(requirement.percent()));
        return Optional.of(new Bar(finding.obligation().duty().text(), reached, requirement.percent(), figures));
    }
}
