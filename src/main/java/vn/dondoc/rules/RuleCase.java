package vn.dondoc.rules;

import java.time.LocalDate;
import java.util.List;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.facts.Entry;
import vn.dondoc.findings.State;

/**
 * One example that an administrator wrote: these reports, this day, that verdict.
 *
 * @param place file and line
 * @param name what the example shows
 * @param period the period asked for; empty for the only or latest one
 * @param reports what had been reported
 * @param expected the verdict
 * @param rule the rule that must reach it; empty for any
 */
record RuleCase(
        String place,
        String name,
        String duty,
        String agency,
        LocalDate asOf,
        String period,
        List<Entry> reports,
        State expected,
        String rule) {

    RuleCase {
        reports = List.copyOf(reports);
    }

    /** The reports received up to the end of the day asked for, as {@code check --as-of} knows them. */
    List<Entry> known() {
        return reports.stream()
                .filter(report -> !VietnamTime.dayOf(report.receivedAt()).isAfter(asOf))
                .toList();
    }
}
