package vn.dondoc.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.dondoc.facts.Duty;
import vn.dondoc.rules.RuleBook;
import vn.dondoc.store.FindingHistory;

/** Where every unit stood at a moment. Never changed: what comes in makes another one. */
public final class Standings {
    private final Instant asOf;
    private final LocalDate day;
    private final RuleBook rules;
    private final Map<String, UnitStanding> units;
    private final Tally total;
    private final Trend trend;
    private final FindingHistory.Lately week;
    private final Supplier<Map<String, DutyStanding>> byDuty;
    private final Supplier<List<UnitStanding>> worstFirst;

    Standings(
            Instant asOf,
            LocalDate day,
            RuleBook rules,
            Map<String, UnitStanding> units,
            Trend trend,
            FindingHistory.Lately week) {
        this.asOf = asOf;
        this.day = day;
        this.rules = rules;
        this.units = units;
        this.total = Tally.sum(units.values().stream().map(UnitStanding::tally).toList());
        this.trend = trend;
        this.week = week;
        this.byDuty = once(() -> DutyStanding.of(units.values()));
        this.worstFirst = once(
                () -> units.values().stream().sorted(UnitStanding.WORST_FIRST).toList());
    }

    private static <T> Supplier<T> once(Supplier<T> work) {
        return new Supplier<>() {
            private volatile @org.jspecify.annotations.Nullable T made;

            @Override
            public T get() {
                T known = made;
                if (known == null) {
                    synchronized (this) {
                        known = made == null ? work.get() : made;
                        made = known;
                    }
                }
                return known;
            }
        };
    }

    /** The same with other units, as of a later moment. */
    Standings with(Instant moment, List<UnitStanding> changed) {
        Map<String, UnitStanding> now = new LinkedHashMap<>(units);
        changed.forEach(unit -> now.put(unit.unit().id(), unit));
        return new Standings(moment, day, rules, now, trend, week);
    }

    Standings with(Trend other) {
        return new Standings(asOf, day, rules, units, other, week);
    }

    Standings with(FindingHistory.Lately changes) {
        return new Standings(asOf, day, rules, units, trend, changes);
    }

    /** What was received after this moment is not taken into account. */
    public Instant asOf() {
        return asOf;
    }

    public LocalDate day() {
        return day;
    }

    public RuleBook rules() {
        return rules;
    }

    /** In the order of the registry. */
    public Collection<UnitStanding> units() {
        return units.values();
    }

    public List<UnitStanding> worstFirst() {
        return worstFirst.get();
    }

    /** Some of them; a unit that does not exist on the day is left out. */
    public List<UnitStanding> units(Collection<String> ids) {
        return ids.stream().map(units::get).filter(java.util.Objects::nonNull).toList();
    }

    public Optional<UnitStanding> unit(String id) {
        return Optional.ofNullable(units.get(id));
    }

    public Tally total() {
        return total;
    }

    public Trend trend() {
        return trend;
    }

    /** What changed in the seven days before. */
    public FindingHistory.Lately week() {
        return week;
    }

    /** How every duty stands over all units, by its id. */
    public Map<String, DutyStanding> byDuty() {
        return byDuty.get();
    }

    /** The same over some units. */
    public static Map<String, DutyStanding> byDuty(Collection<UnitStanding> units) {
        return DutyStanding.of(units);
    }

    /** Every row of a duty over some units. */
    public static List<DutyStanding.Owed> owed(Duty duty, Collection<UnitStanding> units) {
        List<DutyStanding.Owed> owed = new ArrayList<>();
        for (UnitStanding unit : units) {
            for (Row row : unit.rowsOf(duty.id())) {
                owed.add(new DutyStanding.Owed(unit, row));
            }
        }
        return owed;
    }
}
