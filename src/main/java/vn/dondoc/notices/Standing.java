package vn.dondoc.notices;

import java.time.LocalDate;
import java.util.Collection;
import vn.dondoc.findings.State;

/**
 * How far a field of the plan had come on a day.
 *
 * @param met findings that are met, in time or late
 * @param judged findings that could be met by then: neither NOT_DUE nor for a person to see
 */
public record Standing(LocalDate day, long met, long judged) {

    public static Standing of(LocalDate day, Collection<State> states) {
        long met = states.stream()
                .filter(state -> state == State.MET || state == State.MET_LATE)
                .count();
        return new Standing(day, met, states.stream().filter(Standing::isJudged).count());
    }

    /** Whether a finding could be met by now. */
    public static boolean isJudged(State state) {
        return state != State.NOT_DUE && state != State.REVIEW;
    }
}
