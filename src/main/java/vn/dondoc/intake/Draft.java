package vn.dondoc.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.facts.Entry;
import vn.dondoc.reading.Problems;

/**
 * One entry as read from a file and not yet checked against the plan. What could not be read at all has its problem
 * already and stands here as empty or null.
 *
 * @param receivedAt the moment of receipt that the file claims; empty where it claims none
 * @param problems the mistakes of this entry; the check adds to them
 */
record Draft(
        Place place,
        String agency,
        String period,
        String duty,
        String status,
        @Nullable LocalDate completedOn,
        List<Proof> evidence,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        List<Counted> items,
        String note,
        String receivedAt,
        Problems problems) {

    record Proof(Place place, Entry.Evidence evidence) {}

    record Counted(Place place, Entry.Item item) {}

    Draft {
        evidence = List.copyOf(evidence);
        items = List.copyOf(items);
    }
}
