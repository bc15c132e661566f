package vn.dondoc.rules;

import java.util.ArrayList;
import java.util.List;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.YamlSection;

/**
 * Reads {@code equivalents.yaml}: the small changes that no example can notice, since they change neither a verdict nor a
 * letter's time, each with the reason. An entry names one change, or all changes of a cell for some duties.
 */
final class Equivalents {

    /**
     * One entry. What is empty holds for any.
     *
     * @param subjects ids of duties or rungs, names of targets' rules, keys of {@code plan.yaml}
     * @param kinds words of the kinds of duty
     */
    record Entry(
            String place,
            List<String> subjects,
            List<String> kinds,
            String cell,
            String before,
            String after,
            String reason) {

        boolean covers(Mutant mutant) {
            return cell.equals(mutant.cell())
                    && (subjects.isEmpty() || subjects.contains(mutant.subject()))
                    && (kinds.isEmpty() || kinds.contains(mutant.kind()))
                    && (before.isEmpty() || before.equals(mutant.before()))
                    && (after.isEmpty() || after.equals(mutant.afterInWords()));
        }
    }

    private final List<Entry> entries;

    private Equivalents(List<Entry> entries) {
        this.entries = entries;
    }

    static Equivalents read(RuleFiles files, Problems problems) {
        List<Entry> entries = new ArrayList<>();
        if (files.named(RuleFiles.EQUIVALENTS).isEmpty()) {
            return new Equivalents(entries);
        }
        YamlSection whole = files.yaml(RuleFiles.EQUIVALENTS, problems);
        for (YamlSection section : whole.sections("equivalents")) {
            entries.add(new Entry(
                    section.place(),
                    DutyTable.parts(section.text("of", "")),
                    DutyTable.parts(section.text("kinds", "")),
                    section.requiredText("cell"),
                    section.text("before", ""),
                    section.text("after", ""),
                    section.requiredText("reason")));
        }
        whole.finish();
        return new Equivalents(entries);
    }

    boolean cover(Mutant mutant) {
        return entries.stream().anyMatch(entry -> entry.covers(mutant));
    }

    List<Entry> entries() {
        return entries;
    }
}
