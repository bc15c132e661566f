package vn.dondoc.web.console.standing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Duty;
import vn.dondoc.findings.Finding;
import vn.dondoc.flow.Tally;
import vn.dondoc.flow.UnitStanding;
import vn.dondoc.notices.Standing;
import vn.dondoc.store.FindingHistory;

/**
 * The first page.
 *
 * @param asOf the moment that the figures are of
 * @param whose of which unit they are; empty for all
 * @param trend the weeks before and today, the oldest first
 * @param trendComplete false while earlier weeks are still being judged
 * @param silent units that never reported anything, the first of them
 */
public record OverviewView(
        String asOf,
        String whose,
        Tally total,
        List<Standing> trend,
        boolean trendComplete,
        List<Target> targets,
        List<Pressed> pressed,
        FindingHistory.Lately week,
        List<Late> newlyLate,
        List<Agency> silent,
        int silentCount) {

    /**
     * A quantified target.
     *
     * @param finding of the one unit that answers for it; null where many do
     * @param figures its arithmetic, in Vietnamese; empty where many answer
     */
    public record Target(
            Duty duty, Tally tally, int units, @Nullable Finding finding, String figures) {}

    /** The worst units of one level. */
    public record Pressed(String level, String code, int count, List<UnitStanding> worst) {}

    /** A finding that became late, with the names that readers know. */
    public record Late(FindingHistory.Change change, String unit, String task) {}
}
