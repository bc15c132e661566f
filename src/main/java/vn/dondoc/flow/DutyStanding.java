package vn.dondoc.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where one duty stands.
 *
 * @param units how many units owe it
 * @param few every row of it when there are few; else none
 */
public record DutyStanding(Tally tally, int units, List<Owed> few) {
    private static final int FEW = 64;

    /** One unit's row of the duty. */
    public record Owed(UnitStanding unit, Row row) {}

    public DutyStanding {
        few = List.copyOf(few);
    }

    /** Of every duty that one of the units owes, by its id. */
    static Map<String, DutyStanding> of(Collection<UnitStanding> units) {
        Map<String, Counting> duties = new HashMap<>();
        for (UnitStanding unit : units) {
            Counting last = null;
            for (Row row : unit.rows()) {
                if (last == null || last.duty != row.duty()) {
                    last = duties.computeIfAbsent(row.duty().id(), id -> new Counting());
                    last.duty = row.duty();
                    last.units++;
                }
                last.add(unit, row);
            }
        }
        Map<String, DutyStanding> standings = new HashMap<>();
        duties.forEach((id, counting) -> standings.put(id, counting.standing()));
        return standings;
    }

    /** Rows are shared, so they are told apart by what they are. */
    private static final class Counting {
        private final Map<Row, int[]> times = new IdentityHashMap<>();
        private final List<Owed> few = new ArrayList<>();
        private vn.dondoc.facts.@org.jspecify.annotations.Nullable Duty duty;
        private int units;

        void add(UnitStanding unit, Row row) {
            times.computeIfAbsent(row, any -> new int[1])[0]++;
            if (few.size() <= FEW) {
                few.add(new Owed(unit, row));
            }
        }

        DutyStanding standing() {
            Map<Row, Integer> counted = new IdentityHashMap<>();
            times.forEach((row, count) -> counted.put(row, count[0]));
            return new DutyStanding(Tally.of(counted), units, few.size() > FEW ? List.of() : few);
        }
    }
}
