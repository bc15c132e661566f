package vn.dondoc.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Obligation;
import vn.dondoc.findings.State;

/**
 * All that the rules of one rule base may say. What is not named here is refused by {@link RuleGuard}.
 *
 * @param id name of the rule base
 * @param packageName the package of its rules
 * @param imports the imports, exactly these
 * @param globalType type of the one global, as written
 * @param global name of the one global: what the consequences call
 * @param fact the type of the one pattern that a rule has
 * @param properties properties of the fact that a condition may compare
 * @param tests methods of the fact that a condition may call with words
 * @param constants types whose constants may be named
 * @param acts methods of the global that a consequence may call
 * @param takes methods without arguments of the fact that may stand as an argument
 */
record Permitted(
        String id,
        String packageName,
        Set<String> imports,
        String globalType,
        String global,
        String fact,
        Set<String> properties,
        Set<String> tests,
        Set<String> constants,
        Set<String> acts,
        Set<String> takes) {

    static final Permitted DUTIES = new Permitted(
            "plan",
            "vn.dondoc.plan",
            names(LeadNames.class, TermsCollector.class),
            "TermsCollector",
            "terms",
            "LeadNames",
            Set.of(),
            Set.of("isCalledBy"),
            Set.of(),
            actsOf(TermsCollector.class),
            Set.of("agency"));

    static final Permitted TARGETS = new Permitted(
            "targets",
            "vn.dondoc.plan",
            names(Duty.class),
            RequirementCollector.class.getName(),
            "requirements",
            "Duty",
            Set.of("id"),
            Set.of(),
            Set.of(),
            actsOf(RequirementCollector.class),
            Set.of());

    static final Permitted LADDER = new Permitted(
            "ladder",
            "vn.dondoc.plan",
            names(Situation.class, StageCollector.class),
            "StageCollector",
            "stages",
            "Situation",
            Set.of(),
            Set.of("isIn", "isOf", "isUrgent"),
            Set.of(),
            actsOf(StageCollector.class),
            Set.of());

    static final Permitted VERDICTS = new Permitted(
            "verdicts",
            "vn.dondoc.verdicts",
            names(
                    Obligation.class,
                    Obligation.Track.class,
                    Obligation.Phase.class,
                    Obligation.Report.class,
                    Obligation.Progress.class,
                    State.class),
            VerdictCollector.class.getName(),
            "verdicts",
            "Obligation",
            Set.of(
                    "track",
                    "phase",
                    "report",
                    "progress",
                    "dueByLaw",
                    "doneInTime",
                    "reviewWanted",
                    "behind",
                    "periodOver"),
            Set.of(),
            Set.of("Track", "Phase", "Report", "Progress", "State"),
            actsOf(VerdictCollector.class),
            Set.of());

    private static Set<String> names(Class<?>... types) {
        return Arrays.stream(types).map(Class::getCanonicalName).collect(Collectors.toUnmodifiableSet());
    }

    /** What a collector declares public is there for rules to call, and for nobody else. */
    private static Set<String> actsOf(Class<?> collector) {
        return List.of(collector.getDeclaredMethods()).stream()
                .filter(method -> java.lang.reflect.Modifier.isPublic(method.getModifiers()))
                .map(java.lang.reflect.Method::getName)
                .collect(Collectors.toUnmodifiableSet());
    }
}
