package vn.dondoc.web.console.standing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Registry;
import vn.dondoc.flow.Assessment;
import vn.dondoc.flow.Assessor;
import vn.dondoc.flow.Standings;
import vn.dondoc.flow.StandingsWatch;
import vn.dondoc.flow.UnitStanding;
import vn.dondoc.notices.Judged;
import vn.dondoc.people.Role;
import vn.dondoc.store.ArrangementStore;
import vn.dondoc.store.FindingHistory;
import vn.dondoc.store.ReasonStore;
import vn.dondoc.store.ReportStore;
import vn.dondoc.web.console.Visit;

/** What the pages about standings read. */
public record Records(
        StandingsWatch watch,
        Assessor assessor,
        ReportStore reports,
        ArrangementStore arrangements,
        FindingHistory history,
        ReasonStore reasons,
        Supplier<Registry> registry) {

    /** Some units on the day of a visit: today by all that is known, a past day by what was known up to its end. */
    Assessment judged(Visit visit, Set<String> units) {
        return isToday(visit)
                ? assessor.at(visit.now(), Judged.only(units))
                : assessor.asOf(visit.day(), Judged.only(units));
    }

    static boolean isToday(Visit visit) {
        return visit.day().equals(visit.today());
    }

    /** What is known of the day of a visit is what had come in by then. */
    static Instant known(Visit visit) {
        return isToday(visit)
                ? visit.now()
                : VietnamTime.at(visit.day().plusDays(1), LocalTime.MIDNIGHT).minusMillis(1);
    }

    static boolean seesAll(Visit visit) {
        return visit.visitor().role() != Role.CONTACT;
    }

    /** The standings that a visitor may see. */
    static Collection<UnitStanding> within(Visit visit, Standings standings) {
        return seesAll(visit) ? standings.units() : standings.units(ids(visit.units(standings.day())));
    }

    /** The same, the worst first. */
    static List<UnitStanding> worstFirst(Visit visit, Standings standings) {
        return seesAll(visit)
                ? standings.worstFirst()
                : within(visit, standings).stream()
                        .sorted(UnitStanding.WORST_FIRST)
                        .toList();
    }

    /** The ids of the units that a visitor may see; empty when he sees all. */
    static Optional<Collection<String>> only(Visit visit) {
        return seesAll(visit) ? Optional.empty() : Optional.of(ids(visit.units(visit.today())));
    }

    static List<String> ids(List<Agency> units) {
        return units.stream().map(Agency::id).collect(Collectors.toList());
    }

    String nameOf(String unit, LocalDate day) {
        Registry units = registry.get();
        return units.find(unit, day)
                .or(() -> units.latest(unit))
                .map(Agency::name)
                .orElse(unit);
    }
}
