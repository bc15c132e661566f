package vn.dondoc.notices;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.dondoc.facts.Agency;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;

/**
 * What a leader is told once a week.
 *
 * @param day as of
 * @param scope the units it is about; everything below is of them alone
 * @param trend standings week by week, the oldest first, that of the day last; never empty
 * @param counts how many findings are in each state
 * @param changes what became otherwise since a week ago
 * @param mustAct units with something to do, the worst first
 * @param open every open finding, the worst first
 * @param targets findings of quantified targets that are not met, and the province's own
 * @param broken promises whose day passed
 * @param heat units × criteria
 * @param silent units that have never reported anything
 * @param withoutAddress units that cannot be written to
 * @param givenUp letters that could not be delivered
 */
public record Digest(
        LocalDate day,
        Scope scope,
        List<Standing> trend,
        Map<State, Long> counts,
        Changes changes,
        List<UnitLine> mustAct,
        List<Finding> open,
        List<Finding> targets,
        List<Arrangements.Broken> broken,
        Heat heat,
        List<Agency> silent,
        List<Agency> withoutAddress,
        int givenUp) {
    /** The quarter that a trend shows, and the week itself. */
    public static final int MOST_POINTS = 13;

    /** One unit: how many of its duties are in which of the pressing states; past an assumed date is {@code pastMark}. */
    public record UnitLine(Agency agency, int violated, int overdue, int pastMark, int atRisk, int dueSoon, int other) {

        /** Whether a date has passed it by: it is urged to act by an official letter. */
        public boolean isLate() {
            return violated + overdue + pastMark > 0;
        }
    }

    /**
     * This week against the week before.
     *
     * @param opened how many findings opened
     * @param closed how many closed, or are asked for no more
     * @param newlyLate findings that became VIOLATED or OVERDUE, the worst first
     */
    public record Changes(int opened, int closed, List<Finding> newlyLate) {
        public static final Changes NONE = new Changes(0, 0, List.of());

        public Changes {
            newlyLate = List.copyOf(newlyLate);
        }
    }

    public Digest {
        trend = List.copyOf(trend);
        counts = Map.copyOf(counts);
        mustAct = List.copyOf(mustAct);
        open = List.copyOf(open);
        targets = List.copyOf(targets);
        broken = List.copyOf(broken);
        silent = List.copyOf(silent);
        withoutAddress = List.copyOf(withoutAddress);
        if (trend.isEmpty() || trend.size() > MOST_POINTS) {
            throw new IllegalArgumentException("a trend has 1 to " + MOST_POINTS + " points, not " + trend.size());
        }
    }

    public Standing now() {
        return trend.get(trend.size() - 1);
    }

    /** The standing so many weeks before; empty when the plan was not in force then. */
    public Optional<Standing> weeksAgo(int weeks) {
        return trend.stream()
                .filter(standing -> standing.day().equals(day.minusWeeks(weeks)))
                .findFirst();
    }

    /** Findings that are VIOLATED, or OVERDUE past a date of the Decision or a document, the worst first. */
    public List<Finding> violations() {
        return open.stream()
                .filter(finding ->
                        finding.state() == State.VIOLATED || (finding.state() == State.OVERDUE && !finding.assumed()))
                .toList();
    }

    public List<Finding> atRisk() {
        return open.stream().filter(finding -> finding.state() == State.AT_RISK).toList();
    }
}
