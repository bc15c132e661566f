package vn.dondoc.rules;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kie.api.KieBase;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Plan;
import vn.dondoc.facts.Requirement;
import vn.dondoc.reading.CsvTable;
import vn.dondoc.reading.CsvTable.Row;
import vn.dondoc.reading.Problems;

/** Reads changed rule files: only what the change can touch is read and compiled anew. */
final class MutantReader {
    private static final String LEAD = "Chủ trì";

    private final RuleFiles files;
    private final RuleBook book;
    private final RulesUnderTest unchanged;
    private final CsvTable table;
    private final Map<Integer, Row> rows;
    private final ChangedLeads leads;
    private final RuleCompiler compiler = RuleCompiler.inMemory();

    /** @param mutants all that will be read */
    MutantReader(RuleFiles files, RuleBook book, List<Mutant> mutants) {
        this.files = files;
        this.book = book;
        this.unchanged = RulesUnderTest.of(book);
        this.table = files.table("duties.csv", new Problems());
        this.rows = table.rows().stream().collect(Collectors.toMap(Row::line, row -> row));
        Map<Mutant, Duty> changed = new LinkedHashMap<>();
        mutants.stream()
                .filter(mutant -> mutant.cell().equals(LEAD))
                .forEach(mutant -> changed.put(mutant, dutyOf(mutant, new Problems())));
        this.leads = new ChangedLeads(changed, book, compiler);
    }

    RulesUnderTest unchanged() {
        return unchanged;
    }

    /** The rules with the change; empty when they are refused. */
    Optional<RulesUnderTest> read(Mutant mutant) {
        Problems problems = new Problems();
        RulesUnderTest rules = mutant.file().equals(table.name())
                ? withDuty(mutant, problems)
                : withFile(mutant, files.with(mutant.file(), mutant.content().get()), problems);
        return problems.isEmpty() ? Optional.of(rules) : Optional.empty();
    }

    private RulesUnderTest withFile(Mutant mutant, RuleFiles changed, Problems problems) {
        return switch (mutant.file()) {
            case "reminders.csv" -> withLadder(changed, problems);
            case "plan.yaml" -> withPlan(changed, problems);
            default -> withTarget(mutant, changed, problems);
        };
    }

    private RulesUnderTest withLadder(RuleFiles changed, Problems problems) {
        Ladder ladder = LadderTable.read(changed.table("reminders.csv", problems), book.plan(), problems);
        if (problems.isEmpty()) {
            ladder.compile(compiler, problems);
        }
        return unchanged.with(ladder);
    }

    private RulesUnderTest withPlan(RuleFiles changed, Problems problems) {
        Plan plan = PlanFile.read(changed, book.plan().closed(), book.registry(), problems);
        return unchanged.with(plan);
    }

    /** The changed row alone is read; the others stay as they are. */
    private RulesUnderTest withDuty(Mutant mutant, Problems problems) {
        Duty duty = dutyOf(mutant, problems);
        Map<String, Duty> duties = new LinkedHashMap<>(book.plan().duties());
        duties.put(duty.id(), duty);
        Plan plan = book.plan().withDuties(duties);
        RuleReader.refuseOtherKinds(unchanged.requirements().keySet(), plan, new SentencePlaces(), problems);
        RulesUnderTest rules = unchanged.with(plan);
        return problems.isEmpty() && mutant.cell().equals(LEAD)
                ? rules.with((agency, id, day) -> leads.call(mutant, agency, day))
                : rules;
    }

    private Duty dutyOf(Mutant mutant, Problems problems) {
        Row row = rows.get(mutant.line());
        Map<String, String> cells = new HashMap<>(Objects.requireNonNull(row).cells());
        cells.put(mutant.cell(), mutant.after());
        // the duties it names stand in the rows that are not read here
        cells.remove("Trùng với");
        CsvTable alone = new CsvTable(
                mutant.file(), table.headings(), List.of(new Row(row.file(), row.line(), cells, row.letters())));
        return DutyTable.read(alone, book.plan().effective(), book.plan().clauses(), book.registry(), problems)
                .values()
                .iterator()
                .next();
    }

    private RulesUnderTest withTarget(Mutant mutant, RuleFiles changed, Problems problems) {
        String text = ruleOf(mutant, changed.text(changed.plan() + "/" + mutant.file(), problems));
        Sentences sentences = Sentences.of(problems);
        String drl = sentences.drlOf(mutant.file(), text, book.plan().duties().keySet());
        KieBase rule = problems.isEmpty()
                ? compiler.compile(Permitted.TARGETS, Map.of(mutant.file() + ".drl", drl), problems)
                : null;
        if (rule == null) {
            return unchanged;
        }
        Map<String, Requirement> requirements = new HashMap<>(unchanged.requirements());
        requirements.remove(mutant.duty());
        RuleReader.requirementsOf(rule, sentences, book.plan(), problems)
                .forEach((duty, several) -> requirements.put(duty, several.get(0)));
        RuleReader.refuseOtherKinds(requirements.keySet(), book.plan(), sentences.places(), problems);
        return unchanged.with(requirements);
    }

    /** The changed rule alone, on its own lines. */
    private static String ruleOf(Mutant mutant, String text) {
        List<String> lines = text.lines().toList();
        int first = mutant.line() - 1;
        while (first > 0 && !lines.get(first).startsWith("quy tắc")) {
            first--;
        }
        int last = mutant.line() - 1;
        while (last < lines.size() - 1 && !lines.get(last).strip().equals("kết thúc")) {
            last++;
        }
        return "\n".repeat(first) + String.join("\n", lines.subList(first, last + 1));
    }
}
