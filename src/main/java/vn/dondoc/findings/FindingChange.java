package vn.dondoc.findings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a finding since it was last looked at.
 *
 * @param was the state remembered; null when it was never open
 * @param now the state found; null when the finding is gone (its period is over, its unit has ended, the duty is closed)
 * @param explanation why it is so now
 */
public record FindingChange(
        Finding.Key key, @Nullable State was, @Nullable State now, Kind kind, String explanation) {

    /** How it changed. What is open and unchanged gives no change. */
    public enum Kind {
        OPENED,
        CHANGED,
        CLOSED
    }

    /**
     * Compares the findings of a day with what is remembered.
     *
     * @param remembered the last state of every finding that was ever open
     * @param findings every finding of the day
     */
    public static List<FindingChange> between(Map<Finding.Key, State> remembered, List<Finding> findings) {
        List<FindingChange> changes = new ArrayList<>();
        int met = 0;
        for (Finding finding : findings) {
            State was = remembered.get(finding.key());
            met += was == null ? 0 : 1;
            Kind kind = kindOf(was, finding.state());
            if (kind != null) {
                changes.add(new FindingChange(finding.key(), was, finding.state(), kind, finding.explanation()));
            }
        }
        if (met < remembered.size()) {
            addGone(remembered, findings, changes);
        }
        return changes;
    }

    private static void addGone(
            Map<Finding.Key, State> remembered, List<Finding> findings, List<FindingChange> changes) {
        Map<Finding.Key, State> gone = new HashMap<>(remembered);
        findings.forEach(finding -> gone.remove(finding.key()));
        gone.forEach((key, was) -> {
            if (was.isOpen()) {
                changes.add(
                        new FindingChange(key, was, null, Kind.CLOSED, "Kỳ đã qua hoặc nhiệm vụ không còn ràng buộc."));
            }
        });
    }

    private static @Nullable Kind kindOf(@Nullable State was, State now) {
        boolean wasOpen = was != null && was.isOpen();
        if (now.isOpen()) {
            if (!wasOpen) {
                return Kind.OPENED;
            }
            return was == now ? null : Kind.CHANGED;
        }
        return wasOpen ? Kind.CLOSED : null;
    }
}
