package vn.dondoc.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Plan;
import vn.dondoc.facts.Registry;
import vn.dondoc.reading.Problems;

/** The rules of rows whose lead cell was changed. They are many, so they are compiled many at once. */
final class ChangedLeads {
    private static final int ROWS_AT_ONCE = 100;

    /** Which changed rows call on a unit. */
    private record Call(int batch, String agency, LocalDate day) {}

    private final Registry registry;
    private final RuleCompiler compiler;
    private final Plan plan;
    private final Map<Mutant, Integer> numbers = new HashMap<>();
    private final List<Duty> rows;
    private final Map<Integer, KieBase> compiled = new ConcurrentHashMap<>();
    private final Map<Call, Set<String>> called = new ConcurrentHashMap<>();

    /** @param rows the changed rows by mutant; each is given a number in the place of its id */
    ChangedLeads(Map<Mutant, Duty> rows, RuleBook book, RuleCompiler compiler) {
        this.registry = book.registry();
        this.compiler = compiler;
        Map<String, Duty> byNumber = new HashMap<>();
        List<Duty> numbered = new ArrayList<>();
        rows.forEach((mutant, duty) -> {
            numbers.put(mutant, numbered.size());
            Duty other = duty.withId(String.valueOf(numbered.size()));
            byNumber.put(other.id(), other);
            numbered.add(other);
        });
        this.rows = numbered;
        this.plan = book.plan().withDuties(byNumber);
    }

    boolean call(Mutant mutant, String agency, LocalDate day) {
        int number = Objects.requireNonNull(numbers.get(mutant), "not a changed lead");
        return called.computeIfAbsent(new Call(number / ROWS_AT_ONCE, agency, day), this::calledBy)
                .contains(String.valueOf(number));
    }

    private Set<String> calledBy(Call call) {
        List<Agency> standing = registry.on(call.day());
        TermsCollector collector = new TermsCollector(plan);
        KieSession session = batch(call.batch()).newKieSession();
        try {
            session.setGlobal("terms", collector);
            standing.stream()
                    .filter(unit -> unit.id().equals(call.agency()))
                    .forEach(unit -> session.insert(LeadNames.of(unit, standing, registry)));
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        return collector.owed().getOrDefault(call.agency(), List.of()).stream()
                .map(Duty::id)
                .collect(Collectors.toSet());
    }

    private KieBase batch(int number) {
        return compiled.computeIfAbsent(number, this::compile);
    }

    private KieBase compile(int number) {
        int from = number * ROWS_AT_ONCE;
        List<Duty> batch = rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE));
        Problems problems = new Problems();
        KieBase base = compiler.compile(Permitted.DUTIES, Map.of("duties.csv.drl", DutyRules.drlOf(batch)), problems);
        problems.refuseIfAny();
        return Objects.requireNonNull(base, "changed rows did not compile");
    }
}
