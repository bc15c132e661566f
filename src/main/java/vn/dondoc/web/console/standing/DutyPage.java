package vn.dondoc.web.console.standing;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Clause;
import vn.dondoc.facts.Duty;
import vn.dondoc.flow.DutyStanding;
import vn.dondoc.flow.Row;
import vn.dondoc.flow.Standings;
import vn.dondoc.flow.Tally;
import vn.dondoc.reading.VietnameseText;
import vn.dondoc.rules.RuleBook;
import vn.dondoc.web.console.Address;
import vn.dondoc.web.console.Pager;
import vn.dondoc.web.console.Visit;

/** One duty: the Decision's words, who owes it, where each of them stands. */
final class DutyPage {
    private static final int UNITS_A_PAGE = 50;

    private final Records records;

    DutyPage(Records records) {
        this.records = records;
    }

    static String due(Duty duty) {
        return duty.hard().stream().map(date -> date.text()).collect(Collectors.joining("; "));
    }

    void show(Visit visit) {
        RuleBook rules = records.assessor().rulesOf(visit.day());
        Optional<Duty> duty = rules.duty(visit.path("duty"));
        if (duty.isEmpty()) {
            visit.notFound();
        } else if (!Records.isToday(visit)) {
            visit.show("duty", duty.get().text(), past(visit, rules, duty.get()));
        } else {
            records.watch()
                    .latest()
                    .ifPresentOrElse(
                            standings -> visit.show("duty", duty.get().text(), today(visit, standings, duty.get())),
                            () -> Waiting.show(visit, duty.get().text()));
        }
    }

    private static DutyView today(Visit visit, Standings standings, Duty duty) {
        List<DutyStanding.Owed> all = Standings.owed(duty, Records.within(visit, standings));
        DutyView.Choice choice = choice(visit);
        String key = VietnameseText.key(choice.text());
        List<DutyView.Line> chosen = all.stream()
                .filter(owed ->
                        choice.state().isEmpty() || owed.row().state().name().equals(choice.state()))
                .filter(owed -> choice.text().isEmpty() || owed.unit().key().contains(key))
                .map(owed -> new DutyView.Line(
                        owed.unit().unit().id(), owed.unit().unit().name(), owed.row()))
                .sorted(order(choice.order()))
                .toList();
        Address address = address(visit, duty, choice);
        Pager pager = Pager.of(visit, address, UNITS_A_PAGE, chosen.size());
        return view(
                visit,
                standings.rules(),
                duty,
                Tally.of(all.stream().map(DutyStanding.Owed::row).toList()),
                unitsOf(all),
                pager.cut(chosen),
                choice,
                pager,
                address);
    }

    /** The rows of a unit stand together. */
    private static int unitsOf(List<DutyStanding.Owed> rows) {
        int units = 0;
        for (int each = 0; each < rows.size(); each++) {
            units += each == 0 || rows.get(each).unit() != rows.get(each - 1).unit() ? 1 : 0;
        }
        return units;
    }

    /** On a past day the units of the page alone are judged, in the registry's order. */
    private DutyView past(Visit visit, RuleBook rules, Duty duty) {
        DutyView.Choice asked = choice(visit);
        DutyView.Choice choice = new DutyView.Choice("", "", asked.text());
        List<Agency> owing = owing(visit, rules, duty).stream()
                .filter(unit -> choice.text().isEmpty() || UnitsSection.isNamed(unit, choice.text()))
                .toList();
        Address address = address(visit, duty, choice);
        Pager pager = Pager.of(visit, address, UNITS_A_PAGE, owing.size());
        var findings = records.judged(visit, new HashSet<>(Records.ids(pager.cut(owing)))).findings().stream()
                .filter(finding -> finding.key().duty().equals(duty.id()))
                .toList();
        return view(
                visit,
                rules,
                duty,
                Tally.of(findings.stream().map(Row::of).toList()),
                owing.size(),
                findings.stream()
                        .map(finding -> new DutyView.Line(
                                finding.key().agency(),
                                finding.obligation().agency().name(),
                                Row.of(finding)))
                        .toList(),
                choice,
                pager,
                address);
    }

    private static List<Agency> owing(Visit visit, RuleBook rules, Duty duty) {
        if (!rules.plan().isOpenOn(visit.day()) || !duty.bindsOn(visit.day())) {
            return List.of();
        }
        List<Agency> units = visit.units(visit.day());
        var terms = rules.termsOn(visit.day(), units);
        return units.stream()
                .filter(unit -> terms.dutiesOf(unit.id()).stream()
                        .anyMatch(owed -> owed.id().equals(duty.id())))
                .toList();
    }

    private static DutyView view(
            Visit visit,
            RuleBook rules,
            Duty duty,
            Tally tally,
            int units,
            List<DutyView.Line> lines,
            DutyView.Choice choice,
            Pager pager,
            Address address) {
        return new DutyView(
                duty,
                rules.plan().clause(duty.clause()).map(Clause::words).orElse(""),
                due(duty),
                tally,
                units,
                lines,
                choice,
                Days.of(visit),
                pager,
                address);
    }

    private static DutyView.Choice choice(Visit visit) {
        return new DutyView.Choice(visit.query("trang-thai"), visit.query("sap-xep"), visit.query("q"));
    }

    private static Address address(Visit visit, Duty duty, DutyView.Choice choice) {
        return Days.on(
                visit,
                Address.of("nhiem-vu", duty.id())
                        .with("trang-thai", choice.state())
                        .with("sap-xep", choice.order())
                        .with("q", choice.text()));
    }

    /** Of equals the one that the registry has first. */
    private static Comparator<DutyView.Line> order(String order) {
        return switch (order) {
            case "don-vi" -> Comparator.comparing(line -> 0);
            case "han" ->
                Comparator.comparing(line -> line.row().due(), Comparator.nullsLast(Comparator.naturalOrder()));
            default -> Comparator.comparing(line -> line.row().state());
        };
    }
}
