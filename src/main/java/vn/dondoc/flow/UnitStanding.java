package vn.dondoc.flow;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.facts.Agency;

/**
 * Where one unit stands.
 *
 * @param rows sorted by duty and period
 * @param lastReport the day of its last report; null when it never reported anything
 */
public record UnitStanding(
        Agency unit, List<Row> rows, Tally tally, @Nullable LocalDate lastReport) {
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
}
