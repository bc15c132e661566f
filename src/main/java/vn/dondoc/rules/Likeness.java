package vn.dondoc.rules;

import vn.dondoc.facts.Obligation;
import vn.dondoc.facts.Obligation.Phase;
import vn.dondoc.facts.Obligation.Progress;
import vn.dondoc.facts.Obligation.Report;
import vn.dondoc.facts.Obligation.Track;

/**
 * All that a verdict rule may compare of an obligation ({@link Permitted#VERDICTS}), as one number: two obligations of one
 * number meet the same rule, so a session needs one of them only. Hundreds of thousands of obligations come to a few dozen.
 */
final class Likeness {
    private static final int PHASES = Phase.values().length;
    private static final int REPORTS = Report.values().length;
    private static final int PROGRESSES = Progress.values().length;
    private static final int FLAGS = 1 << 5;

    /** So many numbers there are; the first is 0. */
    static final int KINDS = Track.values().length * PHASES * REPORTS * PROGRESSES * FLAGS;

    private Likeness() {}

    static int of(Obligation obligation) {
        int words = obligation.track().ordinal();
        words = words * PHASES + obligation.phase().ordinal();
        words = words * REPORTS + obligation.report().ordinal();
        words = words * PROGRESSES + obligation.progress().ordinal();
        return words * FLAGS
                + (obligation.isDueByLaw() ? 1 : 0)
                + (obligation.isDoneInTime() ? 2 : 0)
                + (obligation.isReviewWanted() ? 4 : 0)
                + (obligation.isBehind() ? 8 : 0)
                + (obligation.isPeriodOver() ? 16 : 0);
    }
}
