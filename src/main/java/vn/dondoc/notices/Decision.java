package vn.dondoc.notices;

import java.util.List;
import vn.dondoc.findings.Finding;

/**
 * What a morning came to.
 *
 * @param notices what is to be written
 * @param heldBack for each unit and reason, how many open duties were not written about
 * @param alertsToCancel alerts that proved wrong before they were sent
 * @param alertsEnded alerts that no longer stand, with or without a withdrawal
 */
public record Decision(
        List<Notice> notices,
        List<HeldBack> heldBack,
        List<NoticeLog.StandingAlert> alertsToCancel,
        List<Finding.Key> alertsEnded) {

    /** How many open duties of a unit were not written about, and why. */
    public record HeldBack(String agency, Reason reason, int items) {}

    public Decision {
        notices = List.copyOf(notices);
        heldBack = List.copyOf(heldBack);
        alertsToCancel = List.copyOf(alertsToCancel);
        alertsEnded = List.copyOf(alertsEnded);
    }
}
