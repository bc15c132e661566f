package vn.dondoc.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import vn.dondoc.reading.VietnameseText;

/** Every unit in every form it had; asked for a day, it answers with the units of that day. */
public final class Registry {
    private final List<Agency> forms;
    private final Map<String, List<Agency>> formsById = new LinkedHashMap<>();
    private final Map<String, Set<String>> idsByName = new HashMap<>();
    private final NavigableSet<LocalDate> changes;
    /** The units of a day are those of every day until the next change, in one list: a country's are asked for all the time. */
    private final Map<LocalDate, List<Agency>> standing = new ConcurrentHashMap<>();

    public Registry(List<Agency> forms) {
        this.forms = List.copyOf(forms);
        this.changes = changesOf(forms);
        for (Agency form : forms) {
            formsById.computeIfAbsent(form.id(), id -> new ArrayList<>()).add(form);
            idsByName
                    .computeIfAbsent(VietnameseText.key(form.name()), name -> new LinkedHashSet<>())
                    .add(form.id());
        }
    }

    /** The units that exist on a day, in the order of the file. */
    public List<Agency> on(LocalDate day) {
        LocalDate since = changes.floor(day);
        return since == null
                ? List.of()
                : standing.computeIfAbsent(
                        since,
                        any -> forms.stream().filter(form -> form.existsOn(day)).toList());
    }

    /** The days on which a form begins, or is no more. */
    private static TreeSet<LocalDate> changesOf(List<Agency> forms) {
        TreeSet<LocalDate> changes = new TreeSet<>();
        for (Agency form : forms) {
            changes.add(form.validFrom());
            if (form.validTo() != null) {
                changes.add(form.validTo().plusDays(1));
            }
        }
        return changes;
    }

    public Optional<Agency> find(String id, LocalDate day) {
        return formsById.getOrDefault(id, List.of()).stream()
                .filter(form -> form.existsOn(day))
                .findFirst();
    }

    /** The last form of a unit, whether it still exists or not. */
    public Optional<Agency> latest(String id) {
        List<Agency> ofId = formsById.getOrDefault(id, List.of());
        return ofId.isEmpty() ? Optional.empty() : Optional.of(ofId.get(ofId.size() - 1));
    }

    /** The district that a commune belongs to; empty for other units, and where communes stand right under the province. */
    public Optional<Agency> districtOf(Agency unit, LocalDate day) {
        return unit.level() == Level.COMMUNE
                ? find(unit.parent(), day).filter(parent -> parent.level() == Level.DISTRICT)
                : Optional.empty();
    }

    /** Whether a commune stands right under the province, as all do where there are no districts. */
    public boolean isCommuneWithoutDistrict(Agency unit, LocalDate day) {
        return unit.level() == Level.COMMUNE
                && find(unit.parent(), day)
                        .filter(parent -> parent.level() == Level.PROVINCE)
                        .isPresent();
    }

    public Collection<String> ids() {
        return formsById.keySet();
    }

    public Collection<String> names() {
        return forms.stream().map(Agency::name).distinct().toList();
    }

    /** Ids of the units that ever bore that name (communes of different districts may share one). */
    public Set<String> idsNamed(String name) {
        return idsByName.getOrDefault(VietnameseText.key(name), Set.of());
    }

    /** Ids of the units that ended for good and whose duties this one took over. */
    public List<String> predecessorsOf(String id) {
        return forms.stream()
                .filter(form -> form.successor().equals(id))
                .map(Agency::id)
                .distinct()
                .toList();
    }

    /** How many units of a group exist on a day: the denominator of a share. */
    public int count(AgencyGroup group, LocalDate day) {
        return (int) forms.stream()
                .filter(form -> form.existsOn(day) && group.has(form))
                .count();
    }

    public List<Agency> forms() {
        return forms;
    }
}
