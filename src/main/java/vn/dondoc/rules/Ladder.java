package vn.dondoc.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import vn.dondoc.calendar.DateExpression;
import vn.dondoc.calendar.DueDate;
import vn.dondoc.calendar.Period;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.facts.Obligation;
import vn.dondoc.facts.Plan;
import vn.dondoc.findings.Finding;
import vn.dondoc.reading.Problems;

/** Says for each open finding which stage of reminding it has reached, by the rows of {@code reminders.csv}. */
public final class Ladder {
    private final Map<String, Rung> rungs;
    private @Nullable KieBase compiled;

    Ladder(Map<String, Rung> rungs) {
        this.rungs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(rungs));
    }

    /** The rows by their names; the second of a name that holds in turn is "qua-han (2)". */
    Map<String, Rung> rows() {
        return rungs;
    }

    Collection<Rung> rungs() {
        return rungs.values();
    }

    void compile(RuleCompiler compiler, Problems problems) {
        compiled = compiler.compile(Permitted.LADDER, Map.of("reminders.csv.drl", LadderRules.drlOf(rungs)), problems);
    }

    /**
     * What findings have come to.
     *
     * @param stages the latest stage passed of every finding that has passed one
     * @param tried the stage to which a row on trial would bring a finding, were it in force
     */
    public record Climbed(Map<Finding.Key, Stage> stages, Map<Finding.Key, Stage> tried) {
        /** Where nobody is reminded. */
        public static final Climbed NOWHERE = new Climbed(Map.of(), Map.of());

        public Climbed {
            stages = Map.copyOf(stages);
            tried = Map.copyOf(tried);
        }
    }

    /** The stages that open findings have reached, by the rows that hold on the day. */
    public Climbed climbedOn(
            LocalDate day,
            Collection<Finding> findings,
            Plan plan,
            WorkingCalendar calendar,
            Correspondence correspondence) {
        StageCollector collector = new StageCollector(rungs, day);
        List<Finding> open =
                findings.stream().filter(finding -> finding.state().isOpen()).toList();
        KieSession session = java.util.Objects.requireNonNull(compiled, "the ladder is not compiled")
                .newKieSession();
        try {
            session.setGlobal("stages", collector);
            for (Finding finding : open) {
                Map<String, Integer> days = daysSinceAnchors(finding, day, plan, calendar);
                correspondence
                        .promiseBrokenOf(finding.key())
                        .ifPresent(
                                promised -> days.put(LadderTable.PROMISE, calendar.workingDaysBetween(promised, day)));
                // every row counts from an anchor: without one reached, none applies
                if (!days.isEmpty()) {
                    session.insert(new Situation(finding, days, correspondence.unansweredOf(finding.key())));
                }
            }
            BoundedFiring.fire(session);
        } finally {
            session.dispose();
        }
        String season = Period.quarterOf(day).id();
        Map<Finding.Key, Stage> stages = new HashMap<>();
        Map<Finding.Key, Stage> tried = new HashMap<>();
        for (Finding finding : open) {
            collector
                    .stageOf(finding, season)
                    .ifPresent(stage -> stages.put(finding.key(), stage.allowing(promisesFor(finding))));
            collector.triedStageOf(finding, season).ifPresent(stage -> tried.put(finding.key(), stage));
        }
        return new Climbed(stages, tried);
    }

    /** Whether a row is on trial on a day. */
    public boolean triesOn(LocalDate day) {
        return rungs.values().stream()
                .anyMatch(rung -> rung.trial() && rung.span().holdsOn(day));
    }

    /** How many times a date may be promised for a finding: the most that a row for its state, kind and urgency allows on its day. */
    public int promisesFor(Finding finding) {
        Situation situation = new Situation(finding, Map.of(), 0);
        return rungs.values().stream()
                .filter(rung -> rung.isInForceOn(finding.obligation().asOf())
                        && situation.isIn(rung.states())
                        && situation.isOf(rung.kinds())
                        && (rung.urgent().isEmpty() || situation.isUrgent(rung.urgent())))
                .mapToInt(Rung::promises)
                .max()
                .orElse(0);
    }

    private static Map<String, Integer> daysSinceAnchors(
            Finding finding, LocalDate day, Plan plan, WorkingCalendar calendar) {
        Obligation obligation = finding.obligation();
        Map<String, Integer> days = new HashMap<>();
        DueDate anchor = obligation.soft() == null ? obligation.hard() : obligation.soft();
        if (anchor != null) {
            offsetReached(obligation.duty().offsets(), calendar.workingDaysBetween(day, anchor.lastDay()))
                    .ifPresent(offset -> days.put(LadderTable.BEFORE, -offset));
        }
        putWorkingDays(days, LadderTable.SOFT_DATE, obligation.soft(), day, calendar);
        putWorkingDays(days, LadderTable.HARD_DATE, obligation.hard(), day, calendar);
        if (anchor == null) {
            days.put(LadderTable.AGE, (int) ChronoUnit.DAYS.between(plan.effective(), day));
        }
        LocalDate reportDate = reportDateOf(day, plan, calendar);
        if (!day.isBefore(reportDate)) {
            days.put(LadderTable.REPORT_DATE, calendar.workingDaysBetween(reportDate, day));
        }
        LocalDate arisen = obligation.arisenOn();
        if (arisen != null) {
            days.put(LadderTable.ARISEN, (int) ChronoUnit.DAYS.between(arisen, day));
        }
        return days;
    }

    /** The smallest offset that is not smaller than the days left: with 5 days left, the 7 days' reminder is due. */
    private static OptionalInt offsetReached(List<Integer> offsets, int daysLeft) {
        return offsets.stream()
                .mapToInt(Integer::intValue)
                .filter(offset -> daysLeft >= 0 && offset >= daysLeft)
                .min();
    }

    private static void putWorkingDays(
            Map<String, Integer> days, String anchor, @Nullable DueDate date, LocalDate day, WorkingCalendar calendar) {
        if (date != null && !day.isBefore(date.lastDay())) {
            days.put(anchor, calendar.workingDaysBetween(date.lastDay(), day));
        }
    }

    /** The report date of the quarter of a day; one that moves past the quarter's end is not reached in it. */
    private static LocalDate reportDateOf(LocalDate day, Plan plan, WorkingCalendar calendar) {
        DateExpression date = plan.reportDates().get((day.getMonthValue() - 1) / 3);
        return calendar.onOrAfter(date.lastDayFor(day.getYear()));
    }
}
