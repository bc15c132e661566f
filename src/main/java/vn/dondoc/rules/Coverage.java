package vn.dondoc.rules;

import java.util.ArrayList;
import java.util.List;
import vn.dondoc.facts.Clause;
import vn.dondoc.facts.Clause.Passage;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Plan;
import vn.dondoc.reading.Problems;

/**
 * Proves that no word of the Decision was passed over: every passage of every clause is quoted by a duty, or says why none
 * can be taken from it.
 *
 * @param clauses clause by clause, in the order of the text
 */
public record Coverage(List<ClauseCoverage> clauses) {
    private static final int MOST_PROBLEMS = 200;

    /**
     * One clause.
     *
     * @param ruledBy ids of the duties that cite the clause
     * @param uncovered passages with neither a duty nor a reason
     */
    public record ClauseCoverage(Clause clause, List<String> ruledBy, List<Passage> uncovered) {

        /** Why nothing of the clause can be checked; empty when something is ruled. */
        public String notCheckable() {
            return ruledBy.isEmpty()
                    ? String.join(
                            " ",
                            clause.passages().stream()
                                    .map(Passage::notCheckable)
                                    .distinct()
                                    .toList())
                    : "";
        }
    }

    public static Coverage of(Plan plan) {
        List<ClauseCoverage> clauses = new ArrayList<>();
        for (Clause clause : plan.clauses()) {
            List<Duty> citing = plan.allDuties().stream()
                    .filter(duty -> duty.clause().equals(clause.id()))
                    .toList();
            List<Passage> uncovered = clause.passages().stream()
                    .filter(passage -> passage.notCheckable().isEmpty())
                    .filter(passage ->
                            citing.stream().noneMatch(duty -> passage.text().contains(duty.quote())))
                    .toList();
            clauses.add(new ClauseCoverage(
                    clause, citing.stream().map(Duty::id).sorted().toList(), uncovered));
        }
        return new Coverage(clauses);
    }

    /** Passages that no duty quotes and that give no reason. */
    public int uncovered() {
        return clauses.stream().mapToInt(clause -> clause.uncovered().size()).sum();
    }

    Problems problems() {
        Problems problems = new Problems();
        for (ClauseCoverage clause : clauses) {
            for (Passage passage : clause.uncovered()) {
                if (problems.size() == MOST_PROBLEMS) {
                    return problems;
                }
                problems.add(
                        "clauses.yaml, " + clause.clause().id(),
                        "chưa có nhiệm vụ nào trích “" + passage.text() + "”",
                        "thêm dòng vào duties.csv, hoặc ghi notCheckable với lý do");
            }
        }
        return problems;
    }
}
