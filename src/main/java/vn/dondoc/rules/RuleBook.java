package vn.dondoc.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.DutyBook;
import vn.dondoc.facts.Obligation;
import vn.dondoc.facts.Plan;
import vn.dondoc.facts.Registry;
import vn.dondoc.facts.Requirement;
import vn.dondoc.facts.Terms;
import vn.dondoc.findings.Finding;

/**
 * The rules of one version, compiled, read-only and shared between threads.
 *
 * <p>Rules run in two steps. The rows of {@code duties.csv} say who owes what ({@link #termsOn}); the verdict rules judge
 * each obligation ({@link #judge}). Sessions are small and short-lived: the number of facts in a session decides the speed,
 * so of many that are alike only one is put in.
 */
public final class RuleBook implements DutyBook {
    private final String version;
    private final Plan plan;
    private final Registry registry;
    private final Map<String, List<Requirement>> requirements;
    private final KieBase planRules;
    private final KieBase verdictRules;
    private final Ladder ladder;
    private final Map<List<Agency>, Map<String, List<Duty>>> owedOfUnits = new ConcurrentHashMap<>();
    private volatile @Nullable Owed lastOwed;

    RuleBook(
            String version,
            Plan plan,
            Registry registry,
            Map<String, List<Requirement>> requirements,
            KieBase planRules,
            KieBase verdictRules,
            Ladder ladder) {
        this.version = version;
        this.plan = plan;
        this.registry = registry;
        this.requirements = Map.copyOf(requirements);
        this.planRules = planRules;
        this.verdictRules = verdictRules;
        this.ladder = ladder;
    }

    /** Hash of the rule files, the first 12 hexadecimal digits. */
    public String version() {
        return version;
    }

    public Plan plan() {
        return plan;
    }

    public Registry registry() {
        return registry;
    }

    public Ladder ladder() {
        return ladder;
    }

    /** What the targets ask for, rule by rule, by duty. */
    Map<String, List<Requirement>> allRequirements() {
        return requirements;
    }

    /** What the targets ask for, by duty; of several rules that follow each other the last. */
    Map<String, Requirement> requirements() {
        return lastOf(requirements);
    }

    static Map<String, Requirement> lastOf(Map<String, List<Requirement>> requirements) {
        return requirements.entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, target -> lastOf(target.getValue())));
    }

    /** Of rules that follow each other the last; one on trial only where no other is. */
    static Requirement lastOf(List<Requirement> several) {
        return several.stream()
                .reduce((earlier, later) -> later.trial() && !earlier.trial() ? earlier : later)
                .orElseThrow();
    }

    /** What a target asks for; of several rules that follow each other the last, one on trial only where no other is. */
    public Optional<Requirement> requirementOf(Duty duty) {
        return Optional.of(requirementsOf(duty))
                .filter(several -> !several.isEmpty())
                .map(RuleBook::lastOf);
    }

    /** What a target asks for, rule by rule, the earliest first; empty for a duty that is none. */
    public List<Requirement> requirementsOf(Duty duty) {
        return requirements.getOrDefault(duty.id(), List.of());
    }

    /** Ids of the units that a cell such as "Sở Tư pháp; Các huyện, thành phố" calls on, on the plan's first day. */
    public List<String> unitsCalled(String cell) {
        List<Agency> standing = registry.on(plan.effective());
        return standing.stream()
                .filter(agency -> LeadNames.of(agency, standing, registry).isCalledBy(cell))
                .map(Agency::id)
                .sorted()
                .toList();
    }

    /** The first last-day-in-time that a duty has under the plan; empty for a duty without a date. */
    public Optional<LocalDate> firstDue(Duty duty) {
        int year = plan.effective().getYear();
        return java.util.stream.IntStream.rangeClosed(year, year + 1)
                .boxed()
                .flatMap(each -> duty.hard().stream().map(date -> date.lastDayFor(each)))
                .filter(day -> !day.isBefore(plan.effective()))
                .min(LocalDate::compareTo);
    }

    /** Who owes what on a day, and what targets ask for on it. A target of which no rule holds yet is owed by nobody. */
    public Terms termsOn(LocalDate day) {
        return termsOn(day, registry.on(day));
    }

    /**
     * The same for some units of the day.
     *
     * @param units in their form of that day
     */
    public Terms termsOn(LocalDate day, List<Agency> units) {
        Map<String, List<Duty>> owed = owedOn(day);
        Map<String, List<Duty>> ofThose = new LinkedHashMap<>();
        units.forEach(unit -> ofThose.put(unit.id(), owed.getOrDefault(unit.id(), List.of())));
        Map<String, Requirement> holding = requirementsOn(day);
        Terms terms = new Terms(ofThose, holding);
        return holding.size() == requirements.size()
                ? terms
                : terms.about(duty -> !duty.isTarget() || holding.containsKey(duty.id()));
    }

    private Map<String, List<Duty>> owedOn(LocalDate day) {
        List<Agency> standing = registry.on(day);
        Owed known = lastOwed;
        if (known == null || known.units() != standing) {
            known = new Owed(standing, owedOfUnits.computeIfAbsent(standing, this::owedBy));
            lastOwed = known;
        }
        return known.byUnit();
    }

    /** What the units of the day asked for last owe; told by the list itself, as thousands of units are slow to compare. */
    private record Owed(List<Agency> units, Map<String, List<Duty>> byUnit) {}

    private Map<String, Requirement> requirementsOn(LocalDate day) {
        Map<String, Requirement> holding = new HashMap<>();
        requirements.forEach((duty, several) -> several.stream()
                .filter(requirement -> requirement.holdsOn(day))
                .min(Comparator.comparing(Requirement::trial))
                .ifPresent(requirement -> holding.put(duty, requirement)));
        return holding;
    }

    /** The same for targets of which a rule on trial holds beside the one in force, with what the one on trial asks for. */
    public Terms triedTermsOn(LocalDate day, List<Agency> units) {
        Map<String, Requirement> tried = new HashMap<>();
        requirements.forEach((duty, several) -> {
            List<Requirement> holding = several.stream()
                    .filter(requirement -> requirement.holdsOn(day))
                    .toList();
            if (holding.size() > 1) {
                holding.stream().filter(Requirement::trial).forEach(requirement -> tried.put(duty, requirement));
            }
        });
        return new Terms(termsOn(day, units).owed(), tried).about(duty -> tried.containsKey(duty.id()));
    }

    /** Depends on the units alone, so one answer serves all days with the same units. */
    private Map<String, List<Duty>> owedBy(List<Agency> units) {
        TermsCollector collector = new TermsCollector(plan);
        KieSession session = planRules.newKieSession();
        try {
            session.setGlobal("terms", collector);
            units.forEach(unit -> session.insert(LeadNames.of(unit, units, registry)));
            BoundedFiring.fire(session);
        } finally {
            session.dispose();
        }
        return collector.owed();
    }

    /**
     * Judges every obligation. Of those that are alike to the rules one goes before them, and its verdict is that of all.
     *
     * @return one finding for each, sorted by unit, duty and period
     * @throws IllegalStateException when an obligation met no rule or more than one: the verdict rules are faulty
     */
    public List<Finding> judge(List<Obligation> obligations) {
        List<Finding> findings = new ArrayList<>(obligations.size());
        if (obligations.isEmpty()) {
            return findings;
        }
        int[] likeness = obligations.stream().mapToInt(Likeness::of).toArray();
        @Nullable Finding[] verdicts = verdictsByLikeness(obligations, likeness);
        for (int each = 0; each < likeness.length; each++) {
            Finding alike = verdicts[likeness[each]];
            if (alike == null) {
                throw new IllegalStateException("an obligation met no rule: verdicts.drl is faulty");
            }
            findings.add(Finding.of(obligations.get(each), alike.state(), alike.rule()));
        }
        java.util.Collections.sort(findings);
        return findings;
    }

    private @Nullable Finding[] verdictsByLikeness(List<Obligation> obligations, int[] likeness) {
        boolean[] known = new boolean[Likeness.KINDS];
        List<Obligation> unlike = new ArrayList<>();
        for (int each = 0; each < likeness.length; each++) {
            if (!known[likeness[each]]) {
                known[likeness[each]] = true;
                unlike.add(obligations.get(each));
            }
        }
        @Nullable Finding[] verdicts = new Finding[Likeness.KINDS];
        judgeInOneSession(unlike).forEach(finding -> verdicts[Likeness.of(finding.obligation())] = finding);
        return verdicts;
    }

    /** Each of them before the rules, without regard to which are alike. */
    List<Finding> judgeInOneSession(List<Obligation> obligations) {
        VerdictCollector collector = new VerdictCollector();
        KieSession session = verdictRules.newKieSession();
        try {
            session.setGlobal("verdicts", collector);
            obligations.forEach(session::insert);
            BoundedFiring.fire(session);
        } finally {
            session.dispose();
        }
        List<Finding> findings = collector.findings();
        if (findings.size() != obligations.size()) {
            throw new IllegalStateException(
                    findings.size() + " findings for " + obligations.size() + " obligations: verdicts.drl is faulty");
        }
        return findings;
    }

    @Override
    public Optional<Duty> duty(String id) {
        return plan.duty(id);
    }

    @Override
    public Collection<String> dutyIds() {
        return plan.duties().keySet();
    }

    @Override
    public boolean binds(String agency, String duty, LocalDate day) {
        return termsOn(day).dutiesOf(agency).stream().anyMatch(owed -> owed.id().equals(duty) && owed.bindsOn(day));
    }
}
