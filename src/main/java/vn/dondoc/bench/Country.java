package vn.dondoc.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Level;

/**
 * A made-up country: provinces like Quảng Ngãi, each with its departments, districts and communes. The same numbers and
 * seed give the same country.
 *
 * @param units of all provinces together
 * @param duties unit × duty × period, of all units together
 */
public record Country(int units, int duties, long seed) {
    /** About as many as stand in the shipped table of units; 63 provinces make 13,000. */
    static final int UNITS_IN_A_PROVINCE = 207;

    private static final int DEPARTMENTS = 21;
    private static final int DISTRICTS = 13;
    private static final LocalDate FOUNDED = LocalDate.of(2017, 1, 1);

    int provinces() {
        return (units + UNITS_IN_A_PROVINCE - 1) / UNITS_IN_A_PROVINCE;
    }

    /** The units of a province, in the order of their ids. */
    List<Agency> unitsOf(int province) {
        int from = province * UNITS_IN_A_PROVINCE;
        int count = Math.min(UNITS_IN_A_PROVINCE, units - from);
        List<Agency> agencies = new ArrayList<>(count);
        for (int place = 0; place < count; place++) {
            agencies.add(unit(province, place));
        }
        return agencies;
    }

    private static Agency unit(int province, int place) {
        Level level = levelOf(place);
        String id = id(province, place);
        return new Agency(
                id,
                level.word() + " " + place + " tỉnh " + (province + 1),
                level,
                parentOf(province, place, level),
                level == Level.DEPARTMENT ? Set.of("chuyên môn") : Set.of(),
                FOUNDED,
                null,
                "",
                "",
                "Thủ trưởng",
                id + "@don-vi.example",
                "");
    }

    private static Level levelOf(int place) {
        if (place == 0) {
            return Level.PROVINCE;
        }
        if (place <= DEPARTMENTS) {
            return Level.DEPARTMENT;
        }
        return place <= DEPARTMENTS + DISTRICTS ? Level.DISTRICT : Level.COMMUNE;
    }

    private static String parentOf(int province, int place, Level level) {
        return switch (level) {
            case PROVINCE -> "";
            case COMMUNE -> id(province, DEPARTMENTS + 1 + place % DISTRICTS);
            case DEPARTMENT, POLICE, DISTRICT -> id(province, 0);
        };
    }

    private static String id(int province, int place) {
        return String.format("t%03d-%03d", province + 1, place);
    }

    /** How many duties the unit has, so that all units together have {@link #duties}. */
    int dutiesOf(Agency unit) {
        long number = numberOf(unit);
        return (int) ((number + 1) * duties / units - number * duties / units);
    }

    /** Chance for what concerns this unit alone. */
    SplittableRandom chanceOf(Agency unit) {
        return new SplittableRandom(seed * 1_000_003 + numberOf(unit));
    }

    private static int numberOf(Agency unit) {
        int province = Integer.parseInt(unit.id().substring(1, 4)) - 1;
        return province * UNITS_IN_A_PROVINCE + Integer.parseInt(unit.id().substring(5));
    }
}
