package vn.dondoc.notices;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.dondoc.facts.Agency;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;

/**
 * What the leaders are told once a week.
 *
 * @param day as of
 * @param counts how many findings are in each state
 * @param opened findings that opened since the last seven days
 * @param closed findings that closed since
 * @param mustAct units with something to do, the worst first
 * @param violations findings that are VIOLATED, or OVERDUE past a date of the Decision
 * @param targets findings of quantified targets that are not met, and the province's own
 * @param silent units that have never reported anything
 * @param withoutAddress units that cannot be written to
 * @param givenUp letters that could not be delivered
 */
public record Digest(
        LocalDate day,
        Map<State, Long> counts,
        int opened,
        int closed,
        List<UnitLine> mustAct,
        List<Finding> violations,
        List<Finding> targets,
        List<Agency> silent,
        List<Agency> withoutAddress,
        int givenUp) {

    /** One unit: how many of its duties are in which of the pressing states; past an assumed date is {@code pastMark}. */
    public record UnitLine(
            Agency agency, int violated, int overdue, int pastMark, int atRisk, int dueSoon, int other) {}

    public Digest {
        counts = Map.copyOf(counts);
        mustAct = List.copyOf(mustAct);
        violations = List.copyOf(violations);
        targets = List.copyOf(targets);
        silent = List.copyOf(silent);
        withoutAddress = List.copyOf(withoutAddress);
    }

    /** Findings that are met, out of those that could be by now (neither NOT_DUE nor for a person to see). */
    public long met() {
        return counts.getOrDefault(State.MET, 0L) + counts.getOrDefault(State.MET_LATE, 0L);
    }

    public long judged() {
        return counts.values().stream().mapToLong(Long::longValue).sum()
                - counts.getOrDefault(State.NOT_DUE, 0L)
                - counts.getOrDefault(State.REVIEW, 0L);
    }
}
