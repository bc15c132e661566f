package vn.dondoc.facts;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What Sở Nội vụ granted a unit by a document: a later date (gia hạn), or that the duty is not asked of it (miễn). Never
 * changed; a later one for the same unit, duty and period takes its place.
 *
 * @param newDue the last day in time from now on; null for an exemption
 * @param document number of the document that grants it
 * @param documentDay its date
 * @param author who entered it
 * @param at when it was entered
 */
public record Dispensation(
        String agency,
        String duty,
        String period,
        @Nullable LocalDate newDue,
        String document,
        LocalDate documentDay,
        String author,
        Instant at) {

    public boolean isExemption() {
        return newDue == null;
    }
}
