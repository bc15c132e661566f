package vn.dondoc.people;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Level;
import vn.dondoc.facts.Registry;

/**
 * Which units somebody may see and act for: a contact his own and the communes of his district, everybody else all of them.
 * A unit of the past counts as what it was; who took over from it may see it.
 */
public final class Reach {
    private final Supplier<Registry> registry;

    /** @param registry the units in force, asked anew each time */
    public Reach(Supplier<Registry> registry) {
        this.registry = registry;
    }

    /** False for a unit that does not exist, too: who may not see it is not told whether there is one. */
    public boolean covers(Visitor visitor, String unit) {
        if (visitor.role() != Role.CONTACT) {
            return registry.get().latest(unit).isPresent();
        }
        return registry.get().latest(unit).filter(known -> isOf(visitor, known)).isPresent();
    }

    /** The units of a day that are within reach, in the registry's order. */
    public List<Agency> units(Visitor visitor, LocalDate day) {
        List<Agency> all = registry.get().on(day);
        return visitor.role() != Role.CONTACT
                ? all
                : all.stream().filter(unit -> isOf(visitor, unit)).toList();
    }

    private boolean isOf(Visitor visitor, Agency unit) {
        String own = visitor.agency();
        return unit.id().equals(own)
                || unit.successor().equals(own)
                || unit.parent().equals(own) && isCommuneOfDistrict(unit);
    }

    /** Every unit of the province stands below UBND tỉnh, whose contact yet speaks for UBND tỉnh alone. */
    private boolean isCommuneOfDistrict(Agency unit) {
        return unit.level() == Level.COMMUNE
                && registry.get()
                        .latest(unit.parent())
                        .filter(parent -> parent.level() == Level.DISTRICT)
                        .isPresent();
    }
}
