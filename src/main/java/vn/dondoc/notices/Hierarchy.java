package vn.dondoc.notices;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Level;
import vn.dondoc.facts.Registry;
import vn.dondoc.rules.Stage.Addressee;

/**
 * Who stands above whom. Above a commune stands the head of its district, who is its leader in charge, too: the leaders
 * of the province see communes in the weekly digest.
 *
 * @param registry knows the districts of communes
 * @param homeAffairs where Sở Nội vụ gets what is reported upwards
 * @param leaderInCharge the leader who is responsible for a unit
 */
public record Hierarchy(Registry registry, Recipient homeAffairs, Function<Agency, Recipient> leaderInCharge) {

    Optional<Agency> districtOf(Agency commune, LocalDate day) {
        return commune.level() == Level.COMMUNE ? registry.find(commune.parent(), day) : Optional.empty();
    }

    /** Whom a letter about a unit goes to when it goes up and no district takes it. */
    Recipient above(Agency unit, Addressee addressee) {
        return addressee == Addressee.LEADER_IN_CHARGE && unit.level() != Level.COMMUNE
                ? leaderInCharge.apply(unit)
                : homeAffairs;
    }
}
