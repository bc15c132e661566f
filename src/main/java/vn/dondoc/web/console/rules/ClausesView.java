package vn.dondoc.web.console.rules;

import java.util.List;
import vn.dondoc.rules.Coverage.ClauseCoverage;

/** The Decision, clause by clause: by which duties it is ruled, or why it cannot be checked. */
public record ClausesView(String document, PagedLines<ClauseCoverage> clauses, Counts counts) {

    public record Counts(int clauses, int ruled, int notCheckable, int uncovered) {}

    static Counts counts(List<ClauseCoverage> clauses, int uncovered) {
        int ruled = (int)
                clauses.stream().filter(clause -> !clause.ruledBy().isEmpty()).count();
        return new Counts(clauses.size(), ruled, clauses.size() - ruled, uncovered);
    }
}
