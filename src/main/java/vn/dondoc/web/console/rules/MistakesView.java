package vn.dondoc.web.console.rules;

import java.util.List;
import java.util.Optional;
import vn.dondoc.reading.Problem;
import vn.dondoc.rules.CheckedRules;

/**
 * What a check found.
 *
 * @param busy whether there was no check, as others were being checked
 * @param problems first those of the file that is open
 */
public record MistakesView(boolean busy, List<Mistake> problems, List<Mistake> warnings) {
    private static final int MOST_SHOWN = 60;

    public MistakesView {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /** @param address where it can be mended; empty when that is not known */
    public record Mistake(Problem problem, String address) {}

    static MistakesView of(Optional<CheckedRules> checked, String file) {
        return checked.map(found -> new MistakesView(false, of(found.problems(), file), of(found.warnings(), file)))
                .orElseGet(() -> new MistakesView(true, List.of(), List.of()));
    }

    static List<Mistake> of(List<Problem> problems, String file) {
        return problems.stream()
                .sorted(java.util.Comparator.comparing(
                        problem -> !problem.place().startsWith(file)))
                .limit(MOST_SHOWN)
                .map(problem -> new Mistake(problem, Addresses.of(problem)))
                .toList();
    }
}
