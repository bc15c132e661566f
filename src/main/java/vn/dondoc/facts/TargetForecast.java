package vn.dondoc.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.DueDate;
import vn.dondoc.calendar.Period;

/**
 * Takes the two numbers of a forecast from the reports. Each report gives one number, for the day it stands for, also one
 * that counts things by their days: what it lists was known on its own day only, and what an earlier report said then is
 * the number that was told.
 */
final class TargetForecast {
    /** Within a week a new report for the same period corrects the old one; later it tells how things went on. */
    private static final int DAYS_OF_CORRECTION = 7;

    private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);

    private final TargetMeasures measures;

    TargetForecast(TargetMeasures measures) {
        this.measures = measures;
    }

    /** A report with what it counted up to the day it stands for. */
    private record Told(Entry entry, Measure measure) {
        LocalDate on() {
            return measure.on();
        }
    }

    /**
     * The forecast for a target that is not reached yet.
     *
     * @param reports every report that may answer, those that were replaced too
     * @param now what is measured, from the report that counts
     * @param inSpan for a yearly target the year; null without one
     * @return empty with fewer than two days reported on, past the due date, and for what cannot be carried on: ranks,
     *     growth, what a person judges
     */
    Optional<Forecast> of(
            Agency agency,
            Requirement requirement,
            List<Entry> reports,
            Measure now,
            DueDate due,
            @Nullable Period inSpan,
            LocalDate asOf) {
        if (requirement.operator() != Requirement.Operator.AT_LEAST
                || reports.size() < 2
                || due.isPastOn(asOf)
                || requirement.isReachedBy(now)) {
            return Optional.empty();
        }
        List<Told> told = told(agency, requirement, reports, inSpan);
        Told last = told.stream()
                .filter(one -> one.entry().equals(now.entry()) && !one.on().isAfter(asOf))
                .findFirst()
                .orElse(null);
        return last == null
                ? Optional.empty()
                : first(told, last, requirement)
                        .map(first -> new Forecast(
                                requirement.of(),
                                pointOf(first),
                                pointOf(last),
                                needed(requirement, last.measure()),
                                due,
                                asOf));
    }

    private List<Told> told(Agency agency, Requirement requirement, List<Entry> reports, @Nullable Period inSpan) {
        List<Told> told = new ArrayList<>();
        for (Entry entry : reports) {
            measures.told(agency, requirement, entry, inSpan).ifPresent(measure -> told.add(new Told(entry, measure)));
        }
        return told;
    }

    /** The earliest number before the last that was counted out of as many and was not corrected. */
    private static Optional<Told> first(List<Told> told, Told last, Requirement requirement) {
        return told.stream()
                .filter(one -> one.on().isBefore(last.on()))
                .filter(one -> !requirement.isShare() || isOutOfAsMany(one, last))
                .filter(one -> told.stream().noneMatch(other -> replaces(other, one)))
                .min(Comparator.comparing(Told::on));
    }

    private static boolean isOutOfAsMany(Told one, Told last) {
        BigDecimal before = one.measure().denominator();
        BigDecimal now = last.measure().denominator();
        return before != null && now != null && before.compareTo(now) == 0;
    }

    /**
     * Whether one report puts another right: the later received for the same day, and for the same period the next within
     * a week or one that tells less, since what is reported adds up.
     */
    private static boolean replaces(Told later, Told earlier) {
        if (!EntryBook.isLater(later.entry(), earlier.entry())) {
            return false;
        }
        if (later.on().equals(earlier.on())) {
            return true;
        }
        return later.entry().period().equals(earlier.entry().period())
                && (ChronoUnit.DAYS.between(earlier.on(), later.on()) < DAYS_OF_CORRECTION
                        || later.measure().count().compareTo(earlier.measure().count()) < 0);
    }

    private static Forecast.Point pointOf(Told told) {
        return new Forecast.Point(told.on(), told.measure().count());
    }

    /** Money and time are cut by any amount; everything else comes in whole pieces. */
    private static BigDecimal needed(Requirement requirement, Measure now) {
        if (!requirement.isShare() || now.denominator() == null) {
            return BigDecimal.valueOf(requirement.value());
        }
        BigDecimal share = now.denominator().multiply(BigDecimal.valueOf(requirement.percent()));
        return requirement.of() == Counted.COST || requirement.of() == Counted.TIME
                ? share.divide(WHOLE)
                : share.divide(WHOLE, 0, RoundingMode.CEILING);
    }
}
