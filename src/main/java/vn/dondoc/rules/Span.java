package vn.dondoc.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a row holds.
 *
 * @param from first of them; null since the plan began
 * @param to last of them; null while the plan lasts
 */
record Span(@Nullable LocalDate from, @Nullable LocalDate to) {

    boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** Whether there is a day that both hold. */
    boolean overlaps(Span other) {
        return (from == null || other.to == null || !from.isAfter(other.to))
                && (to == null || other.from == null || !other.from.isAfter(to));
    }

    boolean isEmpty() {
        return from != null && to != null && from.isAfter(to);
    }
}
