package vn.dondoc.flow;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.dondoc.findings.Finding;
import vn.dondoc.reading.Nearest;
import vn.dondoc.reading.Problems;

/** Finds which finding of now a person means by unit, duty and period; what cannot be found becomes a problem. */
final class FindingChoice {
    private static final String UNIT = "đơn vị";
    private static final String DUTY = "nhiệm vụ";
    private static final String PERIOD = "kỳ";
    private static final int MOST_NAMED = 8;

    private final Assessment assessment;
    private final Problems problems;

    FindingChoice(Assessment assessment, Problems problems) {
        this.assessment = assessment;
        this.problems = problems;
    }

    /** False, with the nearest that is known, when there is no such unit or duty. */
    boolean isKnown(String agency, String duty) {
        var registry = assessment.rules().registry();
        boolean unit = registry.latest(agency).isPresent();
        boolean task = assessment.rules().duty(duty).isPresent();
        if (!unit) {
            problems.add(UNIT, "không có đơn vị “" + agency + "”", Nearest.hint(agency, registry.ids()));
        }
        if (!task) {
            problems.add(
                    DUTY,
                    "không có nhiệm vụ “" + duty + "”",
                    Nearest.hint(duty, assessment.rules().dutyIds()));
        }
        return unit && task;
    }

    /** @param period id; empty when it goes without saying, as exactly one is open */
    Optional<Finding> of(String agency, String duty, String period) {
        if (!isKnown(agency, duty)) {
            return Optional.empty();
        }
        List<Finding> findings = assessment.findings().stream()
                .filter(finding -> finding.key().agency().equals(agency)
                        && finding.key().duty().equals(duty))
                .toList();
        if (findings.isEmpty()) {
            problems.add(DUTY, "hiện nay nhiệm vụ " + duty + " không ràng buộc đơn vị " + agency, "xem: dondoc duties");
            return Optional.empty();
        }
        return period.isEmpty() ? theOpenOne(findings) : inPeriod(findings, period);
    }

    private Optional<Finding> inPeriod(List<Finding> findings, String period) {
        List<String> periods =
                findings.stream().map(finding -> finding.key().period()).toList();
        if (!periods.contains(period)) {
            problems.add(
                    PERIOD,
                    "hiện nay không theo dõi kỳ “" + period + "” của nhiệm vụ này",
                    Nearest.hint(period, periods));
        }
        return findings.stream()
                .filter(finding -> finding.key().period().equals(period))
                .findFirst();
    }

    private Optional<Finding> theOpenOne(List<Finding> findings) {
        List<Finding> open =
                findings.stream().filter(finding -> finding.state().isOpen()).toList();
        if (open.size() > 1) {
            String periods = open.stream()
                    .map(finding -> finding.key().period())
                    .limit(MOST_NAMED)
                    .collect(Collectors.joining(", "));
            String more = open.size() > MOST_NAMED ? ", …" : "";
            problems.add(PERIOD, "nhiệm vụ này còn mở ở " + open.size() + " kỳ: " + periods + more, "ghi rõ một kỳ");
            return Optional.empty();
        }
        return Optional.of(open.isEmpty() ? findings.get(findings.size() - 1) : open.get(0));
    }
}
