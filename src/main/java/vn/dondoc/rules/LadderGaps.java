package vn.dondoc.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.dondoc.facts.Duty;
import vn.dondoc.findings.State;

/** Finds what a ladder leaves open or says twice: cases without a row, and rows that answer the same case. */
final class LadderGaps {
    private LadderGaps() {}

    /** An earlier row that is reached in the very case in which this one is: nobody could say which holds. */
    static Optional<Rung> secondRowFor(Rung rung, Collection<Rung> earlier) {
        return earlier.stream().filter(other -> isSameCase(rung, other)).findFirst();
    }

    private static boolean isSameCase(Rung one, Rung other) {
        return one.anchor().equals(other.anchor())
                && one.from() == other.from()
                && one.afterLetters() == other.afterLetters()
                && (one.urgent().isEmpty()
                        || other.urgent().isEmpty()
                        || one.urgent().equals(other.urgent()))
                && overlap(one.states(), other.states())
                && (isAnyKind(one) || isAnyKind(other) || overlap(one.kinds(), other.kinds()));
    }

    private static boolean overlap(String one, String other) {
        List<String> words = DutyTable.parts(other);
        return DutyTable.parts(one).stream().anyMatch(words::contains);
    }

    private static boolean isAnyKind(Rung rung) {
        return rung.kinds().equals(LadderTable.ANY_KIND);
    }

    /** The cases that duties of the plan can come into and that no row names: "quá hạn, hằng năm, không khẩn trương". */
    static List<String> missing(Collection<Rung> rungs, Collection<Duty> duties) {
        Set<String> gaps = new TreeSet<>();
        for (Duty duty : duties) {
            for (State state : statesOf(duty)) {
                if (rungs.stream().noneMatch(rung -> answers(rung, state, duty))) {
                    gaps.add("“" + state.words() + "”, loại “" + duty.kind().word() + "”, "
                            + (duty.urgent() ? "khẩn trương" : "không khẩn trương"));
                }
            }
        }
        return new ArrayList<>(gaps);
    }

    private static boolean answers(Rung rung, State state, Duty duty) {
        return DutyTable.parts(rung.states()).contains(state.words())
                && (isAnyKind(rung)
                        || DutyTable.parts(rung.kinds()).contains(duty.kind().word()))
                && (rung.urgent().isEmpty() || rung.urgent().equals("có") == duty.urgent());
    }

    /** The states in which somebody has to be written to; REVIEW waits for Sở Nội vụ itself. */
    private static Set<State> statesOf(Duty duty) {
        boolean dated = !duty.hard().isEmpty();
        return switch (duty.kind()) {
            case PRINCIPLE -> EnumSet.noneOf(State.class);
            case CONTINUOUS -> EnumSet.of(State.STALE);
            case EVENT -> EnumSet.of(State.DUE_SOON);
            case TARGET ->
                dated
                        ? EnumSet.of(State.NO_DATA, State.DUE_SOON, State.AT_RISK, past(duty))
                        : EnumSet.of(State.NO_DATA, State.BELOW);
            case DEADLINE, ONE_OFF, ANNUAL, PERIODIC ->
                dated
                        ? EnumSet.of(State.DUE_SOON, State.AT_RISK, State.OVERDUE, past(duty))
                        : EnumSet.of(State.DUE_SOON);
        };
    }

    private static State past(Duty duty) {
        return duty.assumed() ? State.OVERDUE : State.VIOLATED;
    }
}
