package vn.dondoc.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.dondoc.findings.Finding;
import vn.dondoc.rules.RuleBook;

/**
 * Every verdict as of a day.
 *
 * @param asOf the day
 * @param knownUntil what was received after this moment is not taken into account
 * @param rules the rules by which was judged
 * @param findings sorted by unit, duty and period
 * @param tried of targets of which a rule on trial stands beside the one in force, the verdict by the one on trial
 * @param lastReports for each unit that ever reported something, the day of its last report
 */
public record Assessment(
        LocalDate asOf,
        Instant knownUntil,
        RuleBook rules,
        List<Finding> findings,
        Map<Finding.Key, Finding> tried,
        Map<String, LocalDate> lastReports) {

    public Assessment {
        findings = List.copyOf(findings);
        tried = Map.copyOf(tried);
        lastReports = Map.copyOf(lastReports);
    }

    /** The findings that letters may speak of: those of rules on trial are judged and shown, never mailed. */
    public List<Finding> binding() {
        return findings.stream().filter(finding -> !finding.isTrial()).toList();
    }

    /** Ids of the units that had reported something. */
    public Set<String> reporting() {
        return lastReports.keySet();
    }
}
