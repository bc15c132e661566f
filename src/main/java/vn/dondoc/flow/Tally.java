package vn.dondoc.flow;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.dondoc.findings.State;
import vn.dondoc.notices.Standing;

/** How many findings are in which state; those past an assumed mark, and those of rules on trial, are counted apart, too. */
public final class Tally {
    public static final Tally NOTHING = new Tally(new int[State.values().length], 0, 0, 0, 0);

    private final int[] states;
    private final int pastMark;
    private final int trial;
    private final int met;
    private final int judged;

    private Tally(int[] states, int pastMark, int trial, int met, int judged) {
        this.states = states;
        this.pastMark = pastMark;
        this.trial = trial;
        this.met = met;
        this.judged = judged;
    }

    public static Tally of(List<Row> rows) {
        Map<Row, Integer> times = new java.util.IdentityHashMap<>();
        rows.forEach(row -> times.merge(row, 1, Integer::sum));
        return of(times);
    }

    /** Of rows that occur so many times. */
    static Tally of(Map<Row, Integer> rows) {
        int[] states = new int[State.values().length];
        int pastMark = 0;
        int trial = 0;
        int met = 0;
        int judged = 0;
        for (Map.Entry<Row, Integer> each : rows.entrySet()) {
            Row row = each.getKey();
            int times = each.getValue();
            states[row.state().ordinal()] += times;
            pastMark += row.isPastMark() ? times : 0;
            trial += row.trial() ? times : 0;
            boolean counts = !row.trial() && Standing.isJudged(row.state());
            judged += counts ? times : 0;
            met += counts && isMet(row.state()) ? times : 0;
        }
        return new Tally(states, pastMark, trial, met, judged);
    }

    private static boolean isMet(State state) {
        return state == State.MET || state == State.MET_LATE;
    }

    public static Tally sum(Collection<Tally> several) {
        int[] states = new int[State.values().length];
        int pastMark = 0;
        int trial = 0;
        int met = 0;
        int judged = 0;
        for (Tally each : several) {
            for (int state = 0; state < states.length; state++) {
                states[state] += each.states[state];
            }
            pastMark += each.pastMark;
            trial += each.trial;
            met += each.met;
            judged += each.judged;
        }
        return new Tally(states, pastMark, trial, met, judged);
    }

    public int of(State state) {
        return states[state.ordinal()];
    }

    /** Past a date of the Decision or of a document. */
    public int overdueByLaw() {
        return of(State.OVERDUE) - pastMark;
    }

    public int pastMark() {
        return pastMark;
    }

    /** How many are of rules on trial: they count among the states, not among what was met and due. */
    public int trial() {
        return trial;
    }

    /** How many are met, in time or late. */
    public int met() {
        return met;
    }

    /** How many could be met by now. */
    public int judged() {
        return judged;
    }

    public int all() {
        int all = 0;
        for (int state : states) {
            all += state;
        }
        return all;
    }

    public int open() {
        return all() - of(State.MET) - of(State.MET_LATE) - of(State.NOT_DUE);
    }

    /** The states that occur, the most urgent first. */
    public Map<State, Integer> byState() {
        Map<State, Integer> occurring = new EnumMap<>(State.class);
        for (State state : State.values()) {
            if (of(state) > 0) {
                occurring.put(state, of(state));
            }
        }
        return occurring;
    }
}
