package vn.dondoc.flow;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import vn.dondoc.findings.Finding;
import vn.dondoc.rules.RuleBook;

/**
 * Every verdict as of a day.
 *
 * @param asOf the day
 * @param rules the rules by which was judged
 * @param findings sorted by unit, duty and period
 * @param reporting ids of the units that had reported something
 */
public record Assessment(LocalDate asOf, RuleBook rules, List<Finding> findings, Set<String> reporting) {

    public Assessment {
        findings = List.copyOf(findings);
        reporting = Set.copyOf(reporting);
    }
}
