package vn.dondoc.notices;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Registry;
import vn.dondoc.rules.Stage.Addressee;

/**
 * Who stands above whom. Above a commune stands the head of its district, who is its leader in charge, too: the leaders
 * of the province see communes in the weekly digest. Where there are no districts, a commune is a unit like the others.
 *
 * @param registry knows the districts of communes
 * @param office where the office that follows the plan up gets what is reported upwards
 * @param leaderInCharge the leader who is responsible for a unit
 * @param contactTitle how a unit's contact is addressed; the unit's name follows it
 */
public record Hierarchy(
        Registry registry, Recipient office, Function<Agency, Recipient> leaderInCharge, String contactTitle) {

    Optional<Agency> districtOf(Agency commune, LocalDate day) {
        return registry.districtOf(commune, day);
    }

    /** Whom a letter about a unit goes to when it goes up and no district takes it. */
    Recipient above(Agency unit, Addressee addressee, LocalDate day) {
        return addressee == Addressee.LEADER_IN_CHARGE && districtOf(unit, day).isEmpty()
                ? leaderInCharge.apply(unit)
                : office;
    }
}
