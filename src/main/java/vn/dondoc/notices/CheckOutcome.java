package vn.dondoc.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.dondoc.findings.FindingChange;
import vn.dondoc.outbox.Letter;

/**
 * What a run came to, to be written down as a whole.
 *
 * @param at the moment of the run
 * @param day the day it judged
 * @param goLive the day from which the plan is watched here
 * @param morning whether it was a morning check, which every day has once
 * @param rulesVersion the rules by which was judged
 * @param changes what became of the findings
 * @param decision who is to be told, and who not
 * @param worded each notice with its letter
 */
public record CheckOutcome(
        Instant at,
        LocalDate day,
        LocalDate goLive,
        boolean morning,
        String rulesVersion,
        List<FindingChange> changes,
        Decision decision,
        List<Worded> worded) {

    /** A notice, what goes with it, and the letter that says it. */
    public record Worded(Notice notice, Enclosed enclosed, Letter letter) {}

    public CheckOutcome {
        changes = List.copyOf(changes);
        worded = List.copyOf(worded);
    }
}
