package vn.dondoc.web.console.standing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Kind;
import vn.dondoc.findings.State;
import vn.dondoc.flow.DutyStanding;
import vn.dondoc.flow.Standings;
import vn.dondoc.flow.UnitStanding;
import vn.dondoc.reading.VietnameseText;
import vn.dondoc.rules.RuleBook;
import vn.dondoc.web.console.Address;
import vn.dondoc.web.console.Pager;
import vn.dondoc.web.console.Route;
import vn.dondoc.web.console.Section;
import vn.dondoc.web.console.Visit;

/** <em>Nhiệm vụ</em>: every duty in force, and who stands where with one of them. */
public final class DutiesSection implements Section {
    private static final int DUTIES_A_PAGE = 50;

    private final Records records;
    private final DutyPage duty;

    public DutiesSection(Records records) {
        this.records = records;
        this.duty = new DutyPage(records);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/nhiem-vu", Route.EVERYBODY, this::list),
                Route.get("/nhiem-vu/{duty}", Route.EVERYBODY, duty::show));
    }

    private void list(Visit visit) {
        String title = visit.words().of("Nhiệm vụ", "Duties");
        Optional<Standings> latest = Records.isToday(visit) ? records.watch().latest() : Optional.empty();
        if (Records.isToday(visit) && latest.isEmpty()) {
            Waiting.show(visit, title);
            return;
        }
        visit.show(
                "duties",
                title,
                latest.map(standings -> today(visit, standings)).orElseGet(() -> past(visit)));
    }

    private static DutyListView today(Visit visit, Standings standings) {
        Collection<UnitStanding> units = Records.within(visit, standings);
        Map<String, DutyStanding> counted = Records.seesAll(visit) ? standings.byDuty() : Standings.byDuty(units);
        DutyListView.Choice choice = choice(visit);
        List<DutyListView.Line> lines = inForce(visit, standings.rules())
                .filter(isChosen(choice))
                // who answers for some units is asked for what they owe
                .filter(duty -> Records.seesAll(visit) || counted.containsKey(duty.id()))
                .map(duty -> line(duty, Optional.ofNullable(counted.get(duty.id()))))
                .filter(line -> choice.state().isEmpty() || isIn(line, choice.state()))
                .toList();
        return view(visit, visit.words().moment(standings.asOf()), choice, lines);
    }

    /** Who stood where on a past day is told duty by duty. */
    private DutyListView past(Visit visit) {
        RuleBook rules = records.assessor().rulesOf(visit.day());
        DutyListView.Choice choice = choice(visit);
        Predicate<Duty> owed = duty -> true;
        if (!Records.seesAll(visit)) {
            var units = visit.units(visit.day());
            var ids = rules.termsOn(visit.day(), units).owed().values().stream()
                    .flatMap(List::stream)
                    .map(Duty::id)
                    .collect(Collectors.toSet());
            owed = duty -> ids.contains(duty.id());
        }
        List<DutyListView.Line> lines = inForce(visit, rules)
                .filter(isChosen(choice).and(owed))
                .map(duty -> line(duty, Optional.empty()))
                .toList();
        return view(visit, "", choice, lines);
    }

    private static DutyListView view(
            Visit visit, String asOf, DutyListView.Choice choice, List<DutyListView.Line> lines) {
        Address address = Days.on(
                visit,
                Address.of("nhiem-vu")
                        .with("q", choice.text())
                        .with("dieu", choice.clause())
                        .with("loai", choice.kind())
                        .with("chu-tri", choice.lead())
                        .with("trang-thai", choice.state()));
        Pager pager = Pager.of(visit, address, DUTIES_A_PAGE, lines.size());
        return new DutyListView(asOf, pager.cut(lines), choice, Days.of(visit), pager, address);
    }

    private static Stream<Duty> inForce(Visit visit, RuleBook rules) {
        return rules.plan().isOpenOn(visit.day())
                ? rules.plan().allDuties().stream().filter(duty -> duty.bindsOn(visit.day()))
                : Stream.empty();
    }

    private static DutyListView.Choice choice(Visit visit) {
        return new DutyListView.Choice(
                visit.query("q"),
                visit.query("dieu"),
                visit.query("loai"),
                visit.query("chu-tri"),
                visit.query("trang-thai"));
    }

    private static Predicate<Duty> isChosen(DutyListView.Choice choice) {
        String text = VietnameseText.key(choice.text());
        String lead = VietnameseText.key(choice.lead());
        String clause = choice.clause().strip();
        return duty -> (text.isEmpty()
                        || VietnameseText.key(duty.id() + " " + duty.text() + " " + duty.quote())
                                .contains(text))
                && (lead.isEmpty() || VietnameseText.key(duty.lead()).contains(lead))
                && (clause.isEmpty()
                        || duty.clause().equalsIgnoreCase(clause)
                        || duty.clause().regionMatches(true, 0, clause + ".", 0, clause.length() + 1))
                && (choice.kind().isEmpty() || isOf(duty.kind(), choice.kind()));
    }

    private static boolean isOf(Kind kind, String code) {
        return kind.code().equals(code);
    }

    private static boolean isIn(DutyListView.Line line, String state) {
        var tally = line.tally();
        return tally != null
                && Stream.of(State.values()).anyMatch(each -> each.name().equals(state) && tally.of(each) > 0);
    }

    private static DutyListView.Line line(Duty duty, Optional<DutyStanding> standing) {
        return new DutyListView.Line(
                duty,
                DutyPage.due(duty),
                standing.map(DutyStanding::tally).orElse(null),
                standing.map(DutyStanding::units).orElse(0));
    }
}
