package vn.dondoc.web.console.post;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Registry;
import vn.dondoc.people.Role;
import vn.dondoc.store.LetterSearch;
import vn.dondoc.store.OutboxStore;
import vn.dondoc.web.console.Visit;

/** What the pages about letters read. */
public record Mailroom(OutboxStore outbox, LetterSearch search, WorkingCalendar calendar, Supplier<Registry> registry) {

    /** The units whose letters alone a visitor may see; empty for who sees all. */
    static Optional<Set<String>> within(Visit visit) {
        return visit.visitor().role() != Role.CONTACT
                ? Optional.empty()
                : Optional.of(
                        visit.units(visit.today()).stream().map(Agency::id).collect(Collectors.toSet()));
    }

    static boolean mayAct(Visit visit) {
        return visit.visitor().role() == Role.OFFICER || visit.visitor().role() == Role.ADMINISTRATOR;
    }

    /** A digest is about nobody in the registry: its reader's title stands for itself. */
    String nameOf(String unit, LocalDate day) {
        Registry units = registry.get();
        return units.find(unit, day)
                .or(() -> units.latest(unit))
                .map(Agency::name)
                .orElse(unit);
    }
}
