package vn.dondoc.rules;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Plan;
import vn.dondoc.findings.State;
import vn.dondoc.reading.VietnameseDate;

/** Finds what a ladder leaves open or says twice: cases without a row, and rows that answer the same case. */
final class LadderGaps {
    private LadderGaps() {}

    /** An earlier row that is reached in the very case in which this one is: nobody could say which holds. */
    static Optional<Rung> secondRowFor(Rung rung, Collection<Rung> earlier) {
        return earlier.stream().filter(other -> isSameCase(rung, other)).findFirst();
    }

    private static boolean isSameCase(Rung one, Rung other) {
        return one.trial() == other.trial()
                && one.span().overlaps(other.span())
                && one.anchor().equals(other.anchor())
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

    /**
     * The cases that duties of the plan can come into and that no row in force names: "quá hạn, hằng năm, không khẩn trương",
     * with the day from which it is so when rows came or went.
     */
    static List<String> missing(Collection<Rung> rungs, Plan plan) {
        Map<String, String> gaps = new TreeMap<>();
        for (LocalDate day : daysOfChange(rungs, plan)) {
            List<Rung> holding =
                    rungs.stream().filter(rung -> rung.isInForceOn(day)).toList();
            for (Duty duty : plan.allDuties()) {
                for (State state : statesOf(duty)) {
                    if (duty.bindsOn(day) && holding.stream().noneMatch(rung -> answers(rung, state, duty))) {
                        gaps.putIfAbsent(
                                caseOf(state, duty),
                                day.equals(plan.effective()) ? "" : " từ ngày " + VietnameseDate.write(day));
                    }
                }
            }
        }
        return gaps.entrySet().stream()
                .map(gap -> gap.getKey() + gap.getValue())
                .toList();
    }

    private static String caseOf(State state, Duty duty) {
        return "“" + state.words() + "”, loại “" + duty.kind().word() + "”, "
                + (duty.urgent() ? "khẩn trương" : "không khẩn trương");
    }

    /** The days from which another set of rows or duties may hold, the plan's first among them. */
    private static Set<LocalDate> daysOfChange(Collection<Rung> rungs, Plan plan) {
        Set<LocalDate> days = new TreeSet<>(Set.of(plan.effective()));
        for (Rung rung : rungs) {
            addIfAny(days, rung.span().from());
            addIfAny(days, dayAfter(rung.span().to()));
        }
        plan.allDuties().forEach(duty -> addIfAny(days, duty.from()));
        days.removeIf(day -> !plan.isOpenOn(day));
        return days;
    }

    static @Nullable LocalDate dayAfter(@Nullable LocalDate day) {
        return day == null ? null : day.plusDays(1);
    }

    private static void addIfAny(Set<LocalDate> days, @Nullable LocalDate day) {
        if (day != null) {
            days.add(day);
        }
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
