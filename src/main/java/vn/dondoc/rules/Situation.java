package vn.dondoc.rules;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import vn.dondoc.findings.Finding;

/**
 * An open finding as the ladder's rules see it.
 *
 * @param finding the finding
 * @param days how many days each anchor lies back, by the anchor's word; an anchor not reached yet is absent
 * @param unanswered letters about it that got no answer
 */
public record Situation(Finding finding, Map<String, Integer> days, int unanswered) {

    /** Cells are few and asked for with every finding: they are taken apart once. */
    private static final Map<String, List<String>> WORDS = new ConcurrentHashMap<>();

    public Situation {
        days = Map.copyOf(days);
    }

    /** Whether its state is one of those in the cell. */
    public boolean isIn(String cell) {
        return words(cell).contains(finding.state().words());
    }

    /** Whether its duty is of a kind in the cell. */
    public boolean isOf(String cell) {
        return cell.equals(LadderTable.ANY_KIND)
                || words(cell).contains(finding.obligation().duty().kind().word());
    }

    public boolean isUrgent(String cell) {
        return finding.obligation().duty().urgent() == cell.equals("có");
    }

    private static List<String> words(String cell) {
        return WORDS.computeIfAbsent(cell, DutyTable::parts);
    }

    public OptionalInt daysSince(String anchor) {
        Integer passed = days.get(anchor);
        return passed == null ? OptionalInt.empty() : OptionalInt.of(passed);
    }
}
