package vn.dondoc.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.findings.Finding;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.reading.Problems;

/**
 * Changes each number, comparison, date and flag of the rule files a little, one at a time, and finds the changes that
 * neither {@code rules check} nor an example notices: where an administrator could err unseen.
 */
public final class Mutation {
    private final RuleReader reader;
    private final WorkingCalendar calendar;

    public Mutation(RuleReader reader, WorkingCalendar calendar) {
        this.reader = reader;
        this.calendar = calendar;
    }

    /** What became of a change. */
    enum Fate {
        REFUSED,
        NOTICED,
        EQUIVALENT,
        UNNOTICED
    }

    /**
     * Changes the files and runs the examples.
     *
     * @param every 1 for every change, 25 for each 25th
     * @throws FaultyFileException when the files cannot be read
     * @throws IllegalArgumentException when an example fails before anything was changed
     */
    public MutationReport run(RuleFiles files, int every) {
        return run(files, any -> true, every);
    }

    MutationReport run(RuleFiles files, Predicate<Mutant> wanted, int every) {
        Problems problems = new Problems();
        List<RuleCase> examples = CaseFiles.read(files, problems);
        Equivalents equivalents = Equivalents.read(files, problems);
        problems.refuseIfAny();
        RuleBook book = reader.load(files);
        List<Mutant> all =
                Mutants.of(files, book.registry()).stream().filter(wanted).toList();
        List<Mutant> tried = IntStream.range(0, all.size())
                .filter(i -> i % every == 0)
                .mapToObj(all::get)
                .toList();
        Trial trial = new Trial(files, new MutantReader(files, book, tried), examples, equivalents);
        List<Fate> fates = tried.parallelStream().map(trial::fateOf).toList();
        Map<Mutant, Fate> found = new LinkedHashMap<>();
        IntStream.range(0, tried.size()).forEach(i -> found.put(tried.get(i), fates.get(i)));
        return MutationReport.of(found, equivalents, every);
    }

    private final class Trial {
        private final RuleFiles files;
        private final MutantReader mutants;
        private final List<RuleCase> examples;
        private final Equivalents equivalents;
        private final Map<String, List<RuleCase>> byDuty;
        /** The ladder changes no verdict: what it starts from is found once. */
        private final Map<RuleCase, Finding> staged = new LinkedHashMap<>();

        Trial(RuleFiles files, MutantReader mutants, List<RuleCase> examples, Equivalents equivalents) {
            this.files = files;
            this.mutants = mutants;
            this.examples = examples;
            this.equivalents = equivalents;
            this.byDuty = examples.stream().collect(Collectors.groupingBy(RuleCase::duty));
            requireAllPassing(new RuleCases(mutants.unchanged(), calendar));
        }

        private void requireAllPassing(RuleCases cases) {
            List<String> failing = new ArrayList<>();
            for (RuleCase example : examples) {
                RuleCases.Outcome outcome = cases.outcomeOf(example);
                if (!cases.passes(example, outcome)) {
                    failing.add(example.place());
                } else if (example.expected().isOfTheLadder() && outcome.finding() != null) {
                    staged.put(example, outcome.finding());
                }
            }
            if (!failing.isEmpty()) {
                throw new IllegalArgumentException("còn ví dụ chưa đúng: " + String.join("; ", failing));
            }
        }

        Fate fateOf(Mutant mutant) {
            RulesUnderTest rules = mutants.read(mutant).orElse(null);
            if (rules == null) {
                return Fate.REFUSED;
            }
            if (isNoticed(mutant, new RuleCases(rules, calendar))) {
                return Fate.NOTICED;
            }
            if (equivalents.cover(mutant)) {
                return Fate.EQUIVALENT;
            }
            // the quick reading leaves out what only the whole can show: a survivor is checked as `rules check` does
            boolean refused = !reader.check(
                            files.with(mutant.file(), mutant.content().get()))
                    .isEmpty();
            return refused ? Fate.REFUSED : Fate.UNNOTICED;
        }

        private boolean isNoticed(Mutant mutant, RuleCases cases) {
            if (mutant.file().equals("reminders.csv")) {
                return staged.entrySet().stream()
                        .anyMatch(example -> !cases.isOnStage(example.getKey(), example.getValue()));
            }
            return touchedBy(mutant).stream().anyMatch(example -> !cases.passes(example));
        }

        private List<RuleCase> touchedBy(Mutant mutant) {
            return mutant.duty().isEmpty() ? examples : byDuty.getOrDefault(mutant.duty(), List.of());
        }
    }
}
