package vn.dondoc.notices;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import vn.dondoc.facts.Plan;
import vn.dondoc.facts.Registry;
import vn.dondoc.findings.Finding;

/**
 * Everything that the digests of one day are made of.
 *
 * @param day as of
 * @param findings every finding of the day
 * @param reporting ids of units that have reported something
 * @param earlier verdicts of earlier weeks, the oldest first; weeks before the plan was in force are absent
 * @param arrangements promises and silences known by then
 * @param givenUp for each letter that could not be delivered, the unit that it was for
 */
public record WeekReview(
        LocalDate day,
        Plan plan,
        Registry registry,
        List<Finding> findings,
        Set<String> reporting,
        List<Verdicts> earlier,
        Arrangements arrangements,
        List<String> givenUp) {

    public WeekReview {
        findings = List.copyOf(findings);
        reporting = Set.copyOf(reporting);
        earlier = List.copyOf(earlier);
        givenUp = List.copyOf(givenUp);
    }
}
