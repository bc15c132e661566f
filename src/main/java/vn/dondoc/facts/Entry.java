package vn.dondoc.facts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.Period;

/**
 * One accepted row of a status report: what one unit said of one duty for one period. Never changed; a later entry for
 * the same three supersedes it.
 *
 * @param sequence the order of acceptance over all files; of two received at the same moment the later counts
 * @param source where it stands: file and row, for explanations
 * @param completedOn the day it was done, where said
 * @param evidence papers that prove it
 * @param numerator counted so far, or what was saved for a cut (may be negative); null where not given
 * @param denominator out of how many; null where not given
 * @param value a plain number such as a rank; null where not given
 * @param items things counted one by one
 * @param receivedAt when it was received; what was known on a day follows from it
 */
public record Entry(
        long sequence,
        String source,
        String agency,
        Period period,
        String duty,
        ReportedStatus status,
        @Nullable LocalDate completedOn,
        List<Evidence> evidence,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        List<Item> items,
        String note,
        Instant receivedAt) {

    /** A paper: its number, its day, where it can be read; each may be missing. */
    public record Evidence(String ref, @Nullable LocalDate date, String link) {}

    /** One thing counted: the unit, the day it came about, the paper. */
    public record Item(String unit, @Nullable LocalDate date, String ref) {}

    public Entry {
        evidence = List.copyOf(evidence);
        items = List.copyOf(items);
    }
}
