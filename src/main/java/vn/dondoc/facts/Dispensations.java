package vn.dondoc.facts;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The extensions and exemptions known at a moment; of several for one duty and period the last entered counts. */
public final class Dispensations {
    public static final Dispensations NONE = new Dispensations(List.of());

    private record Key(String agency, String duty, String period) {}

    private final Map<Key, Dispensation> inForce = new HashMap<>();

    /** @param granted in the order in which they were entered */
    public Dispensations(List<Dispensation> granted) {
        granted.forEach(each -> inForce.put(new Key(each.agency(), each.duty(), each.period()), each));
    }

    public Optional<Dispensation> of(String agency, String duty, String period) {
        return inForce.isEmpty() ? Optional.empty() : Optional.ofNullable(inForce.get(new Key(agency, duty, period)));
    }

    public Collection<Dispensation> all() {
        return List.copyOf(inForce.values());
    }
}
