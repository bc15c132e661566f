package vn.dondoc.web.console.standing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Level;
import vn.dondoc.findings.Explanation;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.flow.DutyStanding;
import vn.dondoc.flow.Standings;
import vn.dondoc.flow.Tally;
import vn.dondoc.flow.Trend;
import vn.dondoc.flow.UnitStanding;
import vn.dondoc.notices.Standing;
import vn.dondoc.store.FindingHistory;
import vn.dondoc.web.console.Route;
import vn.dondoc.web.console.Section;
import vn.dondoc.web.console.Visit;

/** <em>Tổng quan</em>: how far the plan has come, who must act, what became otherwise. */
public final class OverviewSection implements Section {
    private static final int WORST_OF_A_LEVEL = 8;
    private static final int MOST_NAMED = 12;

    private final Records records;
    private final SoleTargets soleTargets;

    public OverviewSection(Records records) {
        this.records = records;
        this.soleTargets = new SoleTargets(records.assessor());
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/", Route.EVERYBODY, this::show));
    }

    private void show(Visit visit) {
        String title = visit.words().of("Tổng quan", "Overview");
        Optional<Standings> latest = records.watch().latest();
        if (latest.isEmpty()) {
            Waiting.show(visit, title);
            return;
        }
        visit.show("overview", title, view(visit, latest.get()));
    }

    private OverviewView view(Visit visit, Standings standings) {
        boolean all = Records.seesAll(visit);
        Collection<UnitStanding> units = Records.within(visit, standings);
        Tally total = all
                ? standings.total()
                : Tally.sum(units.stream().map(UnitStanding::tally).toList());
        List<Agency> silent = units.stream()
                .filter(unit -> unit.lastReport() == null && unit.unit().level() != Level.PROVINCE)
                .map(UnitStanding::unit)
                .toList();
        Optional<Collection<String>> only = Records.only(visit);
        FindingHistory.Lately week =
                all ? standings.week() : records.history().since(visit.today().minusWeeks(1), only);
        return new OverviewView(
                visit.words().moment(standings.asOf()),
                all ? "" : visit.visitor().title(),
                total,
                trend(standings, only, total),
                standings.trend().complete(),
                targets(standings, units, all),
                pressed(visit, Records.worstFirst(visit, standings)),
                week,
                newlyLate(week, standings),
                silent.stream().limit(MOST_NAMED).toList(),
                silent.size());
    }

    private static List<Standing> trend(Standings standings, Optional<Collection<String>> only, Tally total) {
        Trend earlier = standings.trend();
        return Stream.concat(
                        earlier.of(only).stream().filter(week -> week.judged() > 0),
                        Stream.of(new Standing(standings.day(), total.met(), total.judged())))
                .toList();
    }

    private List<OverviewView.Target> targets(Standings standings, Collection<UnitStanding> units, boolean all) {
        Map<String, DutyStanding> duties = all ? standings.byDuty() : Standings.byDuty(units);
        List<OverviewView.Target> targets = new ArrayList<>();
        for (Duty duty : standings.rules().plan().allDuties()) {
            DutyStanding standing = duties.get(duty.id());
            if (duty.isTarget() && standing != null) {
                targets.add(target(standings, duty, standing));
            }
        }
        targets.sort(Comparator.comparing((OverviewView.Target target) -> worst(target.tally())));
        return targets;
    }

    /** Where one unit answers, its arithmetic is worth the room; of several periods the worst, then the last. */
    private OverviewView.Target target(Standings standings, Duty duty, DutyStanding standing) {
        Optional<Finding> sole = standing.units() != 1
                ? Optional.empty()
                : standing.few().stream()
                        .min(Comparator.comparing(
                                        (DutyStanding.Owed owed) -> owed.row().state())
                                .thenComparing(owed -> owed.row().period(), Comparator.reverseOrder()))
                        .flatMap(owed ->
                                soleTargets.of(standings, owed.unit().unit().id(), owed.row()));
        return new OverviewView.Target(
                duty,
                standing.tally(),
                standing.units(),
                sole.orElse(null),
                sole.map(finding -> Explanation.figures(finding.obligation())).orElse(""));
    }

    private static State worst(Tally tally) {
        return tally.byState().keySet().iterator().next();
    }

    private static List<OverviewView.Pressed> pressed(Visit visit, List<UnitStanding> worstFirst) {
        Map<Level, List<UnitStanding>> byLevel = worstFirst.stream()
                .filter(unit -> unit.tally().of(State.VIOLATED) + unit.tally().of(State.OVERDUE) > 0)
                .filter(unit -> unit.unit().level() != Level.PROVINCE)
                .collect(Collectors.groupingBy(unit -> unit.unit().level()));
        return Stream.of(Level.values())
                .filter(byLevel::containsKey)
                .map(level -> new OverviewView.Pressed(
                        Levels.many(level, visit.words()),
                        level.name(),
                        byLevel.get(level).size(),
                        byLevel.get(level).stream().limit(WORST_OF_A_LEVEL).toList()))
                .toList();
    }

    private List<OverviewView.Late> newlyLate(FindingHistory.Lately week, Standings standings) {
        return week.newlyLate().stream()
                .map(change -> new OverviewView.Late(
                        change,
                        records.nameOf(change.key().agency(), change.day()),
                        standings
                                .rules()
                                .plan()
                                .duty(change.key().duty())
                                .map(Duty::text)
                                .orElse(change.key().duty())))
                .toList();
    }
}
