package vn.dondoc.notices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Level;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.notices.Digest.Changes;
import vn.dondoc.notices.Digest.UnitLine;

/** Sums the findings of a day up for one leader. */
public final class DigestBuilder {
    private static final Comparator<UnitLine> WORST_UNIT_FIRST = Comparator.comparingInt(UnitLine::violated)
            .thenComparingInt(UnitLine::overdue)
            .thenComparingInt(UnitLine::pastMark)
            .thenComparingInt(UnitLine::atRisk)
            .thenComparingInt(UnitLine::dueSoon)
            .thenComparingInt(UnitLine::other)
            .reversed()
            .thenComparing(line -> line.agency().id());

    private static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::state)
            .thenComparing(Finding::assumed)
            .thenComparing(Finding::due, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Finding::key);

    private DigestBuilder() {}

    /** The page of a day for the units of a scope. */
    public static Digest of(WeekReview review, Scope scope) {
        List<Finding> findings = review.findings().stream()
                .filter(finding -> scope.covers(finding.key().agency()))
                .toList();
        List<Finding> open = findings.stream()
                .filter(finding -> finding.state().isOpen())
                .sorted(WORST_FIRST)
                .toList();
        List<Agency> units = review.registry().on(review.day()).stream()
                .filter(scope::covers)
                .toList();
        return new Digest(
                review.day(),
                scope,
                trend(review, findings, scope),
                findings.stream().collect(Collectors.groupingBy(Finding::state, Collectors.counting())),
                changes(review, findings, scope),
                linesOf(findings),
                open,
                findings.stream().filter(DigestBuilder::isTargetWorthShowing).toList(),
                review.arrangements().broken(open, review.day()),
                Heat.of(review, scope),
                units.stream()
                        .filter(unit -> unit.level() != Level.PROVINCE
                                && !review.reporting().contains(unit.id()))
                        .toList(),
                units.stream().filter(unit -> unit.email().isEmpty()).toList(),
                (int) review.givenUp().stream().filter(scope::covers).count());
    }

    private static List<Standing> trend(WeekReview review, List<Finding> findings, Scope scope) {
        Standing now =
                Standing.of(review.day(), findings.stream().map(Finding::state).toList());
        return Stream.concat(review.earlier().stream().map(verdicts -> verdicts.standing(scope)), Stream.of(now))
                .toList();
    }

    private static Changes changes(WeekReview review, List<Finding> findings, Scope scope) {
        LocalDate weekAgo = review.day().minusWeeks(1);
        return review.earlier().stream()
                .filter(verdicts -> verdicts.day().equals(weekAgo))
                .findFirst()
                .map(verdicts -> changesSince(verdicts, findings, scope))
                .orElse(Changes.NONE);
    }

    private static Changes changesSince(Verdicts weekAgo, List<Finding> findings, Scope scope) {
        Map<Finding.Key, State> wereOpen = weekAgo.open(scope);
        int opened = 0;
        int stillOpen = 0;
        List<Finding> newlyLate = new ArrayList<>();
        for (Finding finding : findings) {
            State was = wereOpen.get(finding.key());
            if (finding.state().isOpen()) {
                opened += was == null ? 1 : 0;
                stillOpen += was == null ? 0 : 1;
            }
            if (isLate(finding.state()) && (was == null || !isLate(was))) {
                newlyLate.add(finding);
            }
        }
        newlyLate.sort(WORST_FIRST);
        return new Changes(opened, wereOpen.size() - stillOpen, newlyLate);
    }

    private static boolean isLate(State state) {
        return state == State.VIOLATED || state == State.OVERDUE;
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
                .sorted(WORST_UNIT_FIRST)
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
