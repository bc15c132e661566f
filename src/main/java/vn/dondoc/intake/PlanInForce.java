package vn.dondoc.intake;

import java.time.LocalDate;
import java.util.function.Predicate;
import vn.dondoc.facts.DutyBook;
import vn.dondoc.facts.Registry;

/**
 * What a report is checked against.
 *
 * @param registry every unit in every form it had
 * @param duties what the plan asks of whom
 * @param cuts tells by its id whether a duty is a target for a cut (cost, time, staff), whose numerator is what was saved
 *     and may be negative
 * @param planDay the day of the Decision: nothing reported was done before it
 */
public record PlanInForce(Registry registry, DutyBook duties, Predicate<String> cuts, LocalDate planDay) {}
