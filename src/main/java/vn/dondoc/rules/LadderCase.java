package vn.dondoc.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Kind;
import vn.dondoc.facts.Plan;
import vn.dondoc.findings.State;

/**
 * A case that the ladder may be asked about, and which of its anchors lie back in it.
 *
 * @param dated whether the obligation has a date: its duty's, or one that a document gave it
 */
record LadderCase(State state, Kind kind, boolean urgent, boolean dated) {

    /** Every case that duties of the plan's kinds can come into, whatever their rows say. */
    static List<LadderCase> all(Plan plan) {
        List<LadderCase> cases = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (boolean dated :
                    canBeDated(kind, plan.allDuties()) ? new boolean[] {true, false} : new boolean[] {false}) {
                for (State state : statesOf(kind, dated)) {
                    cases.add(new LadderCase(state, kind, true, dated));
                    cases.add(new LadderCase(state, kind, false, dated));
                }
            }
        }
        return cases;
    }

    private static boolean canBeDated(Kind kind, Collection<Duty> duties) {
        return switch (kind) {
            case TARGET, DEADLINE, ONE_OFF, ANNUAL, PERIODIC -> true;
            case CONTINUOUS, EVENT, PRINCIPLE ->
                duties.stream()
                        .anyMatch(duty -> duty.kind() == kind && !duty.hard().isEmpty());
        };
    }

    /** What verdicts.drl can answer and the ladder is asked about. */
    private static Set<State> statesOf(Kind kind, boolean dated) {
        return switch (kind) {
            case PRINCIPLE -> EnumSet.of(State.REVIEW);
            case CONTINUOUS -> EnumSet.of(State.REVIEW, State.STALE);
            case EVENT -> EnumSet.of(State.REVIEW, State.DUE_SOON);
            case TARGET ->
                dated
                        ? EnumSet.of(
                                State.REVIEW,
                                State.NO_DATA,
                                State.BELOW,
                                State.DUE_SOON,
                                State.AT_RISK,
                                State.OVERDUE,
                                State.VIOLATED)
                        : EnumSet.of(State.REVIEW, State.NO_DATA, State.BELOW, State.AT_RISK, State.VIOLATED);
            case DEADLINE, ONE_OFF, ANNUAL, PERIODIC ->
                dated
                        ? EnumSet.of(State.REVIEW, State.DUE_SOON, State.AT_RISK, State.OVERDUE, State.VIOLATED)
                        : EnumSet.of(State.REVIEW, State.DUE_SOON, State.NO_DATA);
        };
    }

    /** Whether a row of the plan leads to it: a yearly duty without a date may be written, and none is. */
    boolean comesIn(Plan plan) {
        boolean needsUndatedRow = !dated && state == State.DUE_SOON && kind != Kind.EVENT;
        return !needsUndatedRow
                || plan.allDuties().stream()
                        .anyMatch(duty -> duty.kind() == kind && duty.hard().isEmpty());
    }

    boolean isNamedBy(Rung rung) {
        return DutyTable.parts(rung.states()).contains(state.words())
                && (rung.kinds().equals(LadderTable.ANY_KIND)
                        || DutyTable.parts(rung.kinds()).contains(kind.word()))
                && (rung.urgent().isEmpty() || rung.urgent().equals("có") == urgent);
    }

    /** Whether so many days after an anchor ever come in this case. */
    boolean canReach(String anchor, int from) {
        return switch (anchor) {
            case LadderTable.BEFORE ->
                dated && state != State.OVERDUE && (state != State.VIOLATED || kind == Kind.TARGET);
            case LadderTable.SOFT_DATE -> dated && state != State.DUE_SOON;
            case LadderTable.HARD_DATE -> dated && (from <= 0 || !endsWithTheDate());
            case LadderTable.AGE -> !dated;
            case LadderTable.ARISEN -> kind == Kind.EVENT;
            default -> true;
        };
    }

    /** A rank may be at risk long after its date: the index of the year is published later. */
    private boolean endsWithTheDate() {
        return state == State.DUE_SOON || (state == State.AT_RISK && kind != Kind.TARGET);
    }

    boolean canReach(Rung rung) {
        return isNamedBy(rung) && canReach(rung.anchor(), rung.from());
    }

    /** What is no target is at risk from its soft date on, when the days of reminding before that are over. */
    boolean beginsWithTheSoftDate() {
        return state == State.AT_RISK && kind != Kind.TARGET;
    }

    /** How many days an anchor lies back at least, always, in this case; empty when it may not have come yet. */
    OptionalInt surelySince(String anchor, Plan plan) {
        boolean isTarget = kind == Kind.TARGET;
        return switch (anchor) {
            case LadderTable.BEFORE ->
                dated && state == State.DUE_SOON && areAllRemindedOf(plan)
                        ? OptionalInt.of(Integer.MIN_VALUE)
                        : OptionalInt.empty();
            case LadderTable.SOFT_DATE -> zeroIf(dated && !isTarget && state == State.AT_RISK);
            case LadderTable.HARD_DATE ->
                zeroIf(dated && (state == State.OVERDUE || (state == State.VIOLATED && !isTarget)));
            case LadderTable.AGE -> dated ? OptionalInt.empty() : OptionalInt.of(leastAge(plan));
            case LadderTable.ARISEN ->
                kind == Kind.EVENT && state == State.DUE_SOON
                        ? OptionalInt.of(plan.ageing().eventDays())
                        : OptionalInt.empty();
            default -> OptionalInt.empty();
        };
    }

    private static OptionalInt zeroIf(boolean sure) {
        return sure ? OptionalInt.of(0) : OptionalInt.empty();
    }

    private int leastAge(Plan plan) {
        if (state != State.DUE_SOON || kind == Kind.EVENT) {
            return 0;
        }
        return urgent ? plan.ageing().urgentDays() : plan.ageing().ordinaryDays();
    }

    private boolean areAllRemindedOf(Plan plan) {
        return plan.allDuties().stream()
                .filter(duty -> duty.kind() == kind)
                .noneMatch(duty -> duty.offsets().isEmpty());
    }
}
