package vn.dondoc.notices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Level;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.notices.Digest.UnitLine;

/** Sums the findings of a day up for the leaders. */
public final class DigestBuilder {
    private static final Comparator<UnitLine> WORST_FIRST = Comparator.comparingInt(UnitLine::violated)
            .thenComparingInt(UnitLine::overdue)
            .thenComparingInt(UnitLine::pastMark)
            .thenComparingInt(UnitLine::atRisk)
            .thenComparingInt(UnitLine::dueSoon)
            .thenComparingInt(UnitLine::other)
            .reversed()
            .thenComparing(line -> line.agency().id());

    private DigestBuilder() {}

    /**
     * The page of a day.
     *
     * @param units the units of the day
     * @param reporting ids of units that have reported something
     * @param opened findings opened in the last seven days
     * @param closed findings closed in the last seven days
     * @param givenUp letters that could not be delivered
     */
    public static Digest of(
            LocalDate day,
            List<Finding> findings,
            Collection<Agency> units,
            Set<String> reporting,
            int opened,
            int closed,
            int givenUp) {
        Map<State, Long> counts =
                findings.stream().collect(Collectors.groupingBy(Finding::state, Collectors.counting()));
        return new Digest(
                day,
                counts,
                opened,
                closed,
                linesOf(findings),
                findings.stream().filter(DigestBuilder::isBreach).toList(),
                findings.stream().filter(DigestBuilder::isTargetWorthShowing).toList(),
                units.stream()
                        .filter(unit -> unit.level() != Level.PROVINCE && !reporting.contains(unit.id()))
                        .toList(),
                units.stream().filter(unit -> unit.email().isEmpty()).toList(),
                givenUp);
    }

    private static boolean isBreach(Finding finding) {
        return finding.state() == State.VIOLATED || (finding.state() == State.OVERDUE && !finding.assumed());
    }

    /** Targets with a number that falls short, and the goals of the province whatever they stand at. */
    private static boolean isTargetWorthShowing(Finding finding) {
        boolean provinces = finding.obligation().agency().level() == Level.PROVINCE;
        return finding.requirement() != null
                && (provinces || (finding.measure() != null && finding.state().isOpen()));
    }

    private static List<UnitLine> linesOf(List<Finding> findings) {
        Map<String, List<Finding>> open = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (finding.state().isOpen() && finding.obligation().agency().level() != Level.PROVINCE) {
                open.computeIfAbsent(finding.key().agency(), unit -> new ArrayList<>())
                        .add(finding);
            }
        }
        return open.values().stream()
                .map(ofUnit -> lineOf(ofUnit.get(0).obligation().agency(), ofUnit))
                .sorted(WORST_FIRST)
                .toList();
    }

    private static UnitLine lineOf(Agency unit, List<Finding> open) {
        int violated = count(open, finding -> finding.state() == State.VIOLATED);
        int overdue = count(open, finding -> finding.state() == State.OVERDUE && !finding.assumed());
        int pastMark = count(open, finding -> finding.state() == State.OVERDUE && finding.assumed());
        int atRisk = count(open, finding -> finding.state() == State.AT_RISK);
        int dueSoon = count(open, finding -> finding.state() == State.DUE_SOON);
        int other = open.size() - violated - overdue - pastMark - atRisk - dueSoon;
        return new UnitLine(unit, violated, overdue, pastMark, atRisk, dueSoon, other);
    }

    private static int count(List<Finding> findings, Predicate<Finding> which) {
        return (int) findings.stream().filter(which).count();
    }
}
