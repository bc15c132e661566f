package vn.dondoc.web.console.post;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Registry;
import vn.dondoc.outbox.QueuedLetter;
import vn.dondoc.people.Role;
import vn.dondoc.reading.VietnameseText;
import vn.dondoc.store.LetterSearch;
import vn.dondoc.store.OutboxStore;
import vn.dondoc.web.console.Visit;

/**
 * What the pages about letters read.
 *
 * @param offices leaders and administrators who get letters: their titles, each with its address
 */
public record Mailroom(
        OutboxStore outbox,
        LetterSearch search,
        WorkingCalendar calendar,
        Supplier<Registry> registry,
        Map<String, String> offices) {
    private static final int MOST_FOUND = 500;

    /** Of whom a text speaks, by name, title, id or address: units and offices whose letters the visitor may see. */
    Optional<Set<String>> about(Visit visit, String text) {
        Optional<Set<String>> within = within(visit);
        if (text.isEmpty()) {
            return within;
        }
        String key = VietnameseText.key(text);
        Stream<String> units = registry.get().forms().stream()
                .filter(unit -> within.map(some -> some.contains(unit.id())).orElse(true))
                .filter(unit -> unit.id().equalsIgnoreCase(key)
                        || unit.email().contains(key)
                        || VietnameseText.key(unit.name()).contains(key))
                .map(Agency::id);
        Stream<String> readers = within.isPresent()
                ? Stream.empty()
                : offices.entrySet().stream()
                        .filter(office -> VietnameseText.key(office.getKey()).contains(key)
                                || office.getValue().contains(key))
                        .map(Map.Entry::getKey);
        return Optional.of(
                Stream.concat(readers, units).distinct().limit(MOST_FOUND).collect(Collectors.toSet()));
    }

    /** The units whose letters alone a visitor may see; empty for who sees all. */
    static Optional<Set<String>> within(Visit visit) {
        return seesAll(visit)
                ? Optional.empty()
                : Optional.of(
                        visit.units(visit.today()).stream().map(Agency::id).collect(Collectors.toSet()));
    }

    /** A contact reads the letters of his units, and of those what is for units to read. */
    static boolean maySee(Visit visit, QueuedLetter letter) {
        return within(visit)
                .map(units -> units.contains(letter.letter().agency())
                        && letter.state().isForUnits())
                .orElse(true);
    }

    static boolean seesAll(Visit visit) {
        return visit.visitor().role() != Role.CONTACT;
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
