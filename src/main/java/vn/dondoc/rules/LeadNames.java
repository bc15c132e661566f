package vn.dondoc.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.AgencyGroup;
import vn.dondoc.facts.Registry;
import vn.dondoc.reading.VietnameseText;

/**
 * A unit as the duty table's rules see it: the names under which a row may call on it.
 *
 * @param agency the unit
 * @param names its own name, those of units it took over from, and the groups it is in
 */
public record LeadNames(Agency agency, Set<String> names) {
    private static final Map<String, List<String>> CALLS = new ConcurrentHashMap<>();

    /** @param standing the units that exist; while a unit still does, nobody answers for it in its place */
    static LeadNames of(Agency agency, List<Agency> standing, Registry registry) {
        Set<String> names = new HashSet<>();
        registry.forms().stream()
                .filter(form -> form.id().equals(agency.id()))
                .forEach(form -> names.add(VietnameseText.key(form.name())));
        registry.predecessorsOf(agency.id()).stream()
                .filter(predecessor ->
                        standing.stream().noneMatch(unit -> unit.id().equals(predecessor)))
                .flatMap(predecessor -> registry.latest(predecessor).stream())
                .forEach(form -> names.add(VietnameseText.key(form.name())));
        for (AgencyGroup group : AgencyGroup.values()) {
            if (group.has(agency)) {
                names.add(VietnameseText.key(group.words()));
            }
        }
        return new LeadNames(agency, names);
    }

    /** Whether a cell such as "Sở Tư pháp; Các huyện, thành phố" calls on this unit. */
    public boolean isCalledBy(String cell) {
        for (String name : CALLS.computeIfAbsent(cell, LeadNames::keys)) {
            if (names.contains(name)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> keys(String cell) {
        return DutyTable.parts(cell).stream().map(VietnameseText::key).collect(Collectors.toList());
    }
}
