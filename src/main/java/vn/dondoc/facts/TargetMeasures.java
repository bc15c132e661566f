package vn.dondoc.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.DueDate;
import vn.dondoc.calendar.Period;
import vn.dondoc.facts.Entry.Item;

/** Takes the number of a target from the reports: which report counts, which items, out of how many. */
final class TargetMeasures {
    private final Registry registry;
    /** Leads by the hundred ask for the same few counts. */
    private final Map<CountOf, Integer> counts = new ConcurrentHashMap<>();

    /** What is counted, within which district ("" for all of the province), on which day. */
    private record CountOf(Counted things, String district, LocalDate on) {}

    TargetMeasures(Registry registry) {
        this.registry = registry;
    }

    /**
     * What is measured up to a day.
     *
     * @param entries the reports that may answer, by the day they stand for
     * @param inSpan for a yearly target the year, so that things of another year do not count; null without one
     * @return empty when no report carries a usable number
     */
    Optional<Measure> measure(
            Agency agency,
            Requirement requirement,
            List<Entry> entries,
            @Nullable DueDate hard,
            @Nullable Period inSpan,
            LocalDate asOf) {
        LocalDate limit = hard != null && hard.isPastOn(asOf) ? hard.lastDay() : asOf;
        Entry counting = null;
        for (Entry entry : entries) {
            if (hasNumber(entry, requirement) && (counting == null || speaksOf(entry, limit, requirement))) {
                counting = entry;
            }
        }
        if (counting == null) {
            return Optional.empty();
        }
        Measure measure = isItemised(counting, requirement)
                ? countItems(agency, requirement, counting, limit, inSpan)
                : plainNumbers(agency, requirement, counting, limit);
        return Optional.of(measure).filter(found -> isUsable(found, requirement));
    }

    /** What one report told for the day it stands for; empty without a usable number. */
    Optional<Measure> told(Agency agency, Requirement requirement, Entry entry, @Nullable Period inSpan) {
        if (!hasNumber(entry, requirement)) {
            return Optional.empty();
        }
        return Optional.of(
                        isItemised(entry, requirement)
                                ? countItems(agency, requirement, entry, EntryBook.standsFor(entry), inSpan)
                                : plainNumbers(agency, requirement, entry, standsFor(entry)))
                .filter(found -> isUsable(found, requirement));
    }

    /**
     * The rank by the index of the deciding year, else by the latest index before it. A rank is reported for the year of
     * its index, whenever that is published; an index of a later year says nothing.
     */
    Optional<Measure> rank(Requirement requirement, List<Entry> entries) {
        return entries.stream()
                .filter(entry ->
                        hasNumber(entry, requirement) && entry.period().last().getYear() <= requirement.decidingYear())
                .reduce((one, other) -> other.period().compareTo(one.period()) >= 0 ? other : one)
                .map(TargetMeasures::rankOf)
                .filter(found -> found.count().signum() > 0);
    }

    private static Measure rankOf(Entry entry) {
        LocalDate on = EntryBook.standsFor(entry);
        return new Measure(entry.numerator(), entry.denominator(), entry.value(), null, on, entry, 0, 0, false);
    }

    /** Items carry their own days; a plain number stands for the day of its report and must not come after the limit. */
    private static boolean speaksOf(Entry entry, LocalDate limit, Requirement requirement) {
        return isItemised(entry, requirement) || !standsFor(entry).isAfter(limit);
    }

    static LocalDate standsFor(Entry entry) {
        return entry.completedOn() != null ? entry.completedOn() : EntryBook.standsFor(entry);
    }

    private static boolean isItemised(Entry entry, Requirement requirement) {
        return !entry.items().isEmpty() && requirement.of().isOfUnits();
    }

    private static boolean hasNumber(Entry entry, Requirement requirement) {
        return entry.numerator() != null || entry.value() != null || isItemised(entry, requirement);
    }

    private static boolean isUsable(Measure measure, Requirement requirement) {
        if (!requirement.isShare()) {
            return measure.denominator() == null || measure.denominator().signum() > 0 || measure.value() != null;
        }
        return measure.denominator() != null && measure.denominator().signum() > 0;
    }

    private Measure plainNumbers(Agency agency, Requirement requirement, Entry entry, LocalDate limit) {
        LocalDate on = standsFor(entry);
        int known = registryCount(agency, requirement, on.isBefore(limit) ? on : limit);
        return new Measure(entry.numerator(), entry.denominator(), entry.value(), null, on, entry, known, 0, false);
    }

    private Measure countItems(
            Agency agency, Requirement requirement, Entry entry, LocalDate limit, @Nullable Period inSpan) {
        Map<String, LocalDate> counted = new LinkedHashMap<>();
        for (Item item : entry.items()) {
            LocalDate on = item.date() == null ? standsFor(entry) : item.date();
            if (counts(agency, requirement, item.unit(), on) && (inSpan == null || inSpan.contains(on))) {
                counted.merge(item.unit(), on, (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        long inTime = counted.values().stream().filter(on -> !on.isAfter(limit)).count();
        int known = registryCount(agency, requirement, limit);
        return new Measure(
                BigDecimal.valueOf(inTime),
                BigDecimal.valueOf(known),
                null,
                null,
                limit,
                entry,
                known,
                (int) (counted.size() - inTime),
                true);
    }

    private boolean counts(Agency lead, Requirement requirement, String unit, LocalDate on) {
        return registry.find(unit, on)
                .filter(agency -> requirement.of().has(agency) && isWithin(lead, agency))
                .isPresent();
    }

    /** A district answers for its own communes, a provincial body for all of the province. */
    private static boolean isWithin(Agency lead, Agency unit) {
        return lead.level() != Level.DISTRICT || unit.parent().equals(lead.id());
    }

    private int registryCount(Agency lead, Requirement requirement, LocalDate on) {
        if (!requirement.of().isOfUnits()) {
            return 0;
        }
        String district = lead.level() == Level.DISTRICT ? lead.id() : "";
        return counts.computeIfAbsent(
                new CountOf(requirement.of(), district, on), any -> countInRegistry(lead, requirement, on));
    }

    private int countInRegistry(Agency lead, Requirement requirement, LocalDate on) {
        return (int) registry.on(on).stream()
                .filter(agency -> requirement.of().has(agency) && isWithin(lead, agency))
                .distinct()
                .count();
    }
}
