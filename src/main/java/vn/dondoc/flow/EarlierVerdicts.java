package vn.dondoc.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.facts.Plan;
import vn.dondoc.notices.Digest;
import vn.dondoc.notices.Verdicts;

/**
 * The verdicts of earlier weeks, reached again by the rules of those weeks on what was known then. A verdict being a pure
 * function, those of a moment are kept until rules or the reports known at that moment change.
 */
final class EarlierVerdicts {
    /** Two quarters: the weeks of a trend, and those of another weekday after a Monday off. */
    private static final int MOST_REMEMBERED = 2 * Digest.MOST_POINTS + 4;

    private final Assessor assessor;
    private final Recent<Known, Verdicts> remembered = new Recent<>(MOST_REMEMBERED);

    /** What verdicts depend on; {@code mark} stands for everything known at the moment. */
    private record Known(String rulesVersion, Instant at, String mark) {}

    EarlierVerdicts(Assessor assessor) {
        this.assessor = assessor;
    }

    /**
     * Of the same weekday and hour in the twelve weeks before, the oldest first; weeks without the plan, or in which
     * another one was followed, are absent.
     */
    synchronized List<Verdicts> before(Instant at, Assessment now) {
        Plan plan = now.rules().plan();
        List<Verdicts> earlier = new ArrayList<>();
        for (int weeks = Digest.MOST_POINTS - 1; weeks > 0; weeks--) {
            Instant then = at.minus(7L * weeks, ChronoUnit.DAYS);
            LocalDate day = VietnamTime.dayOf(then);
            if (plan.isOpenOn(day) && assessor.isOnePlan(then, at)) {
                Known known = new Known(assessor.rulesVersionAt(then), then, assessor.markOfKnownAt(then));
                earlier.add(remembered.get(known, () -> judgedAgain(then)));
            }
        }
        remember(at, now);
        return earlier;
    }

    private void remember(Instant at, Assessment now) {
        Known known = new Known(now.rules().version(), at, assessor.markOfKnownAt(at));
        remembered.put(known, Verdicts.of(now.asOf(), now.binding()));
    }

    private Verdicts judgedAgain(Instant then) {
        Assessment assessment = assessor.at(then);
        return Verdicts.of(assessment.asOf(), assessment.binding());
    }
}
