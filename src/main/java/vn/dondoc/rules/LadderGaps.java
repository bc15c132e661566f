package vn.dondoc.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.Period;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Kind;
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

    /** Duties of one state and urgency that no row answers. */
    private record Gap(State state, boolean urgent) {
        String of(Set<String> kinds) {
            return "“" + state.words() + "”, loại " + String.join(", ", kinds) + ", "
                    + (urgent ? "khẩn trương" : "không khẩn trương");
        }
    }

    /**
     * The cases that duties of the plan can come into and that no row in force answers by itself: "“quá hạn”, loại “hằng
     * năm”, “định kỳ”, không khẩn trương", with the day from which it is so when rows came or went.
     */
    static List<String> missing(Collection<Rung> rungs, Plan plan) {
        List<LadderCase> cases = LadderCase.all(plan);
        Set<Rung> refused = rungs.stream()
                .filter(rung -> cases.stream().noneMatch(each -> each.canReach(rung)))
                .collect(Collectors.toSet());
        List<Rung> first = rungs.stream()
                .filter(rung -> isFirstLetter(rung) || refused.contains(rung))
                .toList();
        Map<String, String> gaps = new LinkedHashMap<>();
        for (LocalDate day : daysOfChange(rungs, plan)) {
            String since = day.equals(plan.effective()) ? "" : " từ ngày " + VietnameseDate.write(day);
            missingOn(day, first, refused, plan).forEach((gap, kinds) -> gaps.putIfAbsent(gap.of(kinds), since));
        }
        return gaps.entrySet().stream()
                .map(gap -> gap.getKey() + gap.getValue())
                .toList();
    }

    /** A row that waits for letters without an answer, or for a broken promise, needs another before it. */
    private static boolean isFirstLetter(Rung rung) {
        return rung.afterLetters() == 0 && !rung.anchor().equals(LadderTable.PROMISE);
    }

    /** @param refused rows that come in no case at all: they are a mistake themselves, and what they name is not missed besides */
    private static Map<Gap, Set<String>> missingOn(LocalDate day, List<Rung> rungs, Set<Rung> refused, Plan plan) {
        List<Rung> holding =
                rungs.stream().filter(rung -> rung.isInForceOn(day)).toList();
        Map<Gap, Set<String>> gaps = new LinkedHashMap<>();
        for (Duty duty : plan.allDuties()) {
            for (LadderCase at : duty.bindsOn(day) ? casesOf(duty, plan) : List.<LadderCase>of()) {
                if (holding.stream()
                        .noneMatch(rung -> refused.contains(rung) ? at.isNamedBy(rung) : answers(rung, at))) {
                    gaps.computeIfAbsent(new Gap(at.state(), at.urgent()), any -> new TreeSet<>())
                            .add("“" + at.kind().word() + "”");
                }
            }
        }
        return gaps;
    }

    private static boolean answers(Rung rung, LadderCase at) {
        boolean isOverBefore = rung.anchor().equals(LadderTable.BEFORE) && at.beginsWithTheSoftDate();
        return at.canReach(rung) && !isOverBefore;
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

    /** The cases in which somebody has to be written to; REVIEW waits for Sở Nội vụ itself. */
    private static List<LadderCase> casesOf(Duty duty, Plan plan) {
        boolean dated = !duty.hard().isEmpty();
        List<LadderCase> cases = new ArrayList<>();
        statesOf(duty).forEach(state -> cases.add(new LadderCase(state, duty.kind(), duty.urgent(), dated)));
        if (hasPeriodBefore(duty, plan.effective())) {
            // its date is not counted: the unit is asked what became of it
            cases.add(new LadderCase(State.NO_DATA, duty.kind(), duty.urgent(), false));
        }
        return cases;
    }

    /** Whether some period that goes on when the plan begins was due before that. */
    private static boolean hasPeriodBefore(Duty duty, LocalDate effective) {
        if (duty.kind() != Kind.ANNUAL && duty.kind() != Kind.PERIODIC) {
            return false;
        }
        List<Period> periods = duty.recurrence().periodsOf(effective.getYear());
        for (int each = 0; each < Math.min(periods.size(), duty.hard().size()); each++) {
            LocalDate due = duty.hard().get(each).lastDayFor(effective.getYear());
            if (due.isBefore(effective) && !periods.get(each).last().isBefore(effective)) {
                return true;
            }
        }
        return false;
    }

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
