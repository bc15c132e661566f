package vn.dondoc.rules;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import vn.dondoc.facts.Obligation;
import vn.dondoc.facts.Plan;
import vn.dondoc.facts.Registry;
import vn.dondoc.facts.Requirement;
import vn.dondoc.findings.Finding;

/**
 * What examples are run against: a rule book, or one of which a single place was changed.
 *
 * @param requirements what each target asks for, by duty
 * @param calls whether a row of the duty table calls on a unit
 * @param judge the verdict rules
 */
record RulesUnderTest(
        Plan plan,
        Registry registry,
        Map<String, Requirement> requirements,
        Ladder ladder,
        Calls calls,
        Function<List<Obligation>, List<Finding>> judge) {

    /** Whether a duty is a unit's, as the lead cell of its row says, on a day's units. */
    interface Calls {
        boolean on(String agency, String duty, LocalDate day);
    }

    static RulesUnderTest of(RuleBook book) {
        Map<String, Requirement> requirements = new HashMap<>();
        book.plan()
                .allDuties()
                .forEach(duty ->
                        book.requirementOf(duty).ifPresent(requirement -> requirements.put(duty.id(), requirement)));
        return new RulesUnderTest(
                book.plan(), book.registry(), Map.copyOf(requirements), book.ladder(), callsOf(book), book::judge);
    }

    /** Asked with every change anew, so the answers are remembered. */
    private static Calls callsOf(RuleBook book) {
        Map<List<Object>, Boolean> known = new ConcurrentHashMap<>();
        return (agency, duty, day) -> known.computeIfAbsent(
                List.of(agency, duty, day),
                asked -> book.termsOn(day).dutiesOf(agency).stream()
                        .anyMatch(owed -> owed.id().equals(duty)));
    }

    RulesUnderTest with(Plan changed) {
        return new RulesUnderTest(changed, registry, requirements, ladder, calls, judge);
    }

    RulesUnderTest with(Ladder changed) {
        return new RulesUnderTest(plan, registry, requirements, changed, calls, judge);
    }

    RulesUnderTest with(Calls changed) {
        return new RulesUnderTest(plan, registry, requirements, ladder, changed, judge);
    }

    RulesUnderTest with(Map<String, Requirement> changed) {
        return new RulesUnderTest(plan, registry, changed, ladder, calls, judge);
    }

    boolean binds(String agency, String duty, LocalDate day) {
        return plan.isOpenOn(day)
                && plan.duty(duty).filter(found -> found.bindsOn(day)).isPresent()
                && calls.on(agency, duty, day);
    }
}
