package vn.dondoc.notices;

import java.util.List;
import vn.dondoc.findings.Finding;

/**
 * What a morning came to.
 *
 * @param notices what is to be written
 * @param reasons for each open finding, why it is written about or not
 * @param alertsToCancel alerts that proved wrong before they were sent
 * @param alertsEnded alerts that no longer stand, with or without a withdrawal
 */
public record Decision(
        List<Notice> notices,
        List<Because> reasons,
        List<NoticeLog.StandingAlert> alertsToCancel,
        List<Finding.Key> alertsEnded) {

    /**
     * Why a finding is written about or not.
     *
     * @param detail what the reason leaves open: a date, an author; may be empty
     */
    public record Because(Finding.Key finding, Reason reason, String detail) {}

    public Decision {
        notices = List.copyOf(notices);
        reasons = List.copyOf(reasons);
        alertsToCancel = List.copyOf(alertsToCancel);
        alertsEnded = List.copyOf(alertsEnded);
    }

    /** One that writes these and leaves everything else as it is. */
    public static Decision toWrite(List<Notice> notices) {
        return new Decision(notices, List.of(), List.of(), List.of());
    }
}
