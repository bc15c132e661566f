package vn.dondoc.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.facts.Ruling.Kind;

/** What was ruled about entries, as known at a moment; of several rulings on one entry the last counts. */
public final class Rulings {
    public static final Rulings NONE = new Rulings(List.of());

    private final Map<Long, Ruling> inForce = new HashMap<>();

    /** @param known in the order in which they were entered */
    public Rulings(List<Ruling> known) {
        known.forEach(ruling -> inForce.put(ruling.entry(), ruling));
    }

    public boolean isEmpty() {
        return inForce.isEmpty();
    }

    public Optional<Ruling> on(Entry entry) {
        return inForce.isEmpty() ? Optional.empty() : Optional.ofNullable(inForce.get(entry.sequence()));
    }

    public boolean isReturned(Entry entry) {
        return isRuled(Kind.RETURNED, entry);
    }

    public boolean isAwaited(@Nullable Entry entry) {
        return isRuled(Kind.AWAITED, entry);
    }

    /** Approved, or confirmed not to apply. */
    public boolean isApproved(@Nullable Entry entry) {
        return isRuled(Kind.APPROVED, entry);
    }

    private boolean isRuled(Kind kind, @Nullable Entry entry) {
        if (inForce.isEmpty() || entry == null) {
            return false;
        }
        Ruling ruling = inForce.get(entry.sequence());
        return ruling != null && ruling.kind() == kind;
    }
}
