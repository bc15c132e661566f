package vn.dondoc.rules;

import java.util.ArrayList;
import java.util.List;
import vn.dondoc.facts.Registry;
import vn.dondoc.reading.Problems;

/** Every small change of a plan's rule files, in the order of files, lines and cells. */
final class Mutants {
    private Mutants() {}

    static List<Mutant> of(RuleFiles files, Registry registry) {
        Problems problems = new Problems();
        List<Mutant> mutants = new ArrayList<>();
        mutants.addAll(TableMutants.ofDuties(files.table("duties.csv", problems), registry));
        mutants.addAll(LineMutants.ofPlan("plan.yaml", files.text(files.plan() + "/plan.yaml", problems)));
        mutants.addAll(TableMutants.ofReminders(files.table("reminders.csv", problems)));
        for (String name : files.named(".dslr")) {
            mutants.addAll(LineMutants.ofSentences(name, files.text(files.plan() + "/" + name, problems)));
        }
        problems.refuseIfAny();
        return mutants;
    }
}
