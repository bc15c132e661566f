package vn.dondoc.web.administration;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Registry;

/** Units to choose from and to name. */
final class Units {
    private static final int MOST_OFFERED = 500;

    private final Supplier<Registry> registry;

    Units(Supplier<Registry> registry) {
        this.registry = registry;
    }

    /** A long list is a field to type in, so all of them may be offered where a province has some hundreds. */
    List<Views.Unit> on(LocalDate day) {
        List<Agency> all = registry.get().on(day);
        return all.size() > MOST_OFFERED
                ? List.of()
                : all.stream()
                        .map(unit -> new Views.Unit(unit.id(), unit.name()))
                        .toList();
    }

    String name(String id) {
        return id.isEmpty() ? "" : registry.get().latest(id).map(Agency::name).orElse(id);
    }
}
