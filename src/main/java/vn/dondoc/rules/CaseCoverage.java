package vn.dondoc.rules;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Plan;
import vn.dondoc.facts.Requirement;
import vn.dondoc.findings.State;
import vn.dondoc.reading.Problems;

/**
 * Shows of every rule whether an example lets it fire and another, close by, does not.
 *
 * @param rules rule by rule: rows of the duty table, targets, rungs of the ladder, verdict rules
 */
public record CaseCoverage(List<RuleCoverage> rules) {
    private static final Set<State> REACHED = EnumSet.of(State.MET, State.MET_LATE, State.REVIEW);

    /** What a rule is written in. */
    public enum Kind {
        DUTY("duty"),
        TARGET("target"),
        RUNG("rung"),
        /** The program's own; a plan that has no row of the kind cannot reach it. */
        VERDICT("verdict");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /**
     * One rule.
     *
     * @param fires whether an example lets it fire
     * @param restrained whether an example of the same matter does not
     */
    public record RuleCoverage(Kind kind, String rule, boolean fires, boolean restrained) {
        public boolean isWhole() {
            return fires && restrained;
        }

        /** Which example there is none of, in Vietnamese; empty when nothing is missing. */
        public String missing() {
            if (isWhole()) {
                return "";
            }
            return fires
                    ? "ví dụ không áp dụng"
                    : restrained ? "ví dụ áp dụng" : "ví dụ áp dụng và ví dụ không áp dụng";
        }
    }

    public CaseCoverage {
        rules = List.copyOf(rules);
    }

    /** What the examples of the files expect; whether it comes out, {@link RuleCases} says. */
    public static CaseCoverage of(RuleBook book, RuleFiles files, Problems problems) {
        return of(book.plan(), book.requirements(), book.ladder(), CaseFiles.read(files, problems));
    }

    static CaseCoverage of(Plan plan, Map<String, Requirement> requirements, Ladder ladder, List<RuleCase> examples) {
        Map<String, List<RuleCase>> byDuty = examples.stream().collect(Collectors.groupingBy(RuleCase::duty));
        List<RuleCoverage> rules = new ArrayList<>();
        for (Duty duty : plan.allDuties()) {
            List<RuleCase> own = byDuty.getOrDefault(duty.id(), List.of());
            rules.add(new RuleCoverage(
                    Kind.DUTY,
                    duty.id(),
                    own.stream().anyMatch(example -> example.expected().state() != null),
                    own.stream().anyMatch(example -> example.expected().state() == null)));
            Optional.ofNullable(requirements.get(duty.id()))
                    .ifPresent(requirement -> rules.add(new RuleCoverage(
                            Kind.TARGET,
                            requirement.rule(),
                            own.stream().anyMatch(CaseCoverage::isReached),
                            own.stream()
                                    .anyMatch(example -> example.expected().state() != null && !isReached(example)))));
        }
        ladder.rows().forEach((name, rung) -> rules.add(ofRung(name, rung, examples)));
        VerdictRules.names().forEach(rule -> rules.add(ofVerdict(rule, examples)));
        return new CaseCoverage(rules);
    }

    /** Rules of the plan that lack one of the two. Verdict rules stand apart: no plan has a row for each of them. */
    public List<RuleCoverage> gaps() {
        return rules.stream()
                .filter(rule -> rule.kind() != Kind.VERDICT && !rule.isWhole())
                .toList();
    }

    /** Verdict rules that lack one of the two: without a row that leads to them, or forgotten. */
    public List<RuleCoverage> verdictGaps() {
        return rules.stream()
                .filter(rule -> rule.kind() == Kind.VERDICT && !rule.isWhole())
                .toList();
    }

    private static RuleCoverage ofRung(String name, Rung rung, List<RuleCase> examples) {
        List<RuleCase> inItsStates = matching(examples, example -> {
            State state = example.expected().state();
            return state != null
                    && stageFor(rung, example) != null
                    && DutyTable.parts(rung.states()).contains(state.words());
        });
        return new RuleCoverage(
                Kind.RUNG,
                name,
                inItsStates.stream().anyMatch(example -> isOn(rung, example)),
                inItsStates.stream().anyMatch(example -> !isOn(rung, example)));
    }

    private static boolean isOn(Rung rung, RuleCase example) {
        ExpectedStage stage = stageFor(rung, example);
        return stage != null
                && stage.key().startsWith(rung.id() + "/")
                && rung.span().holdsOn(example.asOf());
    }

    private static @Nullable ExpectedStage stageFor(Rung rung, RuleCase example) {
        return rung.trial() ? example.expected().tried() : example.expected().stage();
    }

    private static RuleCoverage ofVerdict(String rule, List<RuleCase> examples) {
        Set<String> duties = examples.stream()
                .filter(example -> example.rule().equals(rule))
                .map(RuleCase::duty)
                .collect(Collectors.toSet());
        return new RuleCoverage(
                Kind.VERDICT,
                rule,
                !duties.isEmpty(),
                examples.stream()
                        .anyMatch(example -> duties.contains(example.duty())
                                && example.expected().state() != null
                                && !example.rule().equals(rule)));
    }

    private static boolean isReached(RuleCase example) {
        State state = example.expected().state();
        return state != null && REACHED.contains(state);
    }

    private static List<RuleCase> matching(List<RuleCase> examples, Predicate<RuleCase> wanted) {
        return examples.stream().filter(wanted).toList();
    }
}
