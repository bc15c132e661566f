package vn.dondoc.notices;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;

/**
 * What is remembered of earlier mornings.
 *
 * @param states the last state of every finding that was ever open
 * @param sentStages what went out: recipient, finding and stage, as {@link #stageKey} writes them
 * @param writtenToday addresses that already have a morning letter of this day
 * @param writtenEver addresses that ever had one
 * @param alerts alerts that stand: not withdrawn, by finding
 * @param goLive the day from which the plan is watched here; empty before the first morning
 */
public record NoticeLog(
        Map<Finding.Key, State> states,
        Set<String> sentStages,
        Set<String> writtenToday,
        Set<String> writtenEver,
        Map<Finding.Key, StandingAlert> alerts,
        Optional<LocalDate> goLive) {

    /** An alert that was queued and not withdrawn; {@code sent} says whether it has left the house. */
    public record StandingAlert(LocalDate day, String letterKey, boolean sent) {}

    public static String stageKey(String address, Finding.Key finding, String stage) {
        return address + "|" + finding.agency() + "|" + finding.duty() + "|" + finding.period() + "|" + stage;
    }
}
