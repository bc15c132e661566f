package vn.dondoc.flow;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.facts.Agency;
import vn.dondoc.reading.VietnameseText;

/**
 * Where one unit stands.
 *
 * @param rows sorted by duty and period
 * @param lastReport the day of its last report; null when it never reported anything
 * @param key its name as it is looked for
 */
public record UnitStanding(
        Agency unit, List<Row> rows, Tally tally, @Nullable LocalDate lastReport, String key) {
    /** By what weighs most, then by id. */
    public static final Comparator<UnitStanding> WORST_FIRST = Comparator.comparing(
                    UnitStanding::tally,
                    Comparator.comparingInt((Tally tally) -> tally.of(vn.dondoc.findings.State.VIOLATED))
                            .thenComparingInt(Tally::overdueByLaw)
                            .thenComparingInt(Tally::pastMark)
                            .thenComparingInt(tally -> tally.of(vn.dondoc.findings.State.AT_RISK))
                            .thenComparingInt(tally -> tally.of(vn.dondoc.findings.State.DUE_SOON))
                            .thenComparingInt(Tally::open)
                            .reversed())
            .thenComparing(standing -> standing.unit().id());

    public UnitStanding {
        rows = List.copyOf(rows);
    }

    public static UnitStanding of(Agency unit, List<Row> rows, @Nullable LocalDate lastReport) {
        return new UnitStanding(unit, rows, Tally.of(rows), lastReport, VietnameseText.key(unit.name()));
    }

    /** Its rows of one duty. */
    List<Row> rowsOf(String duty) {
        int from = 0;
        int to = rows.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (rows.get(middle).duty().id().compareTo(duty) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        int end = from;
        while (end < rows.size() && rows.get(end).duty().id().equals(duty)) {
            end++;
        }
        return rows.subList(from, end);
    }
}
