package vn.dondoc.facts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.DateExpression;

/**
 * A plan as its folder gives it: what it is called, its clauses and the duties taken from them.
 *
 * @param effective the day from which it binds
 * @param closed the first day on which nothing of it is asked any more; null while it lasts
 * @param reportDates soft dates of the four quarters, for duties without dates of their own
 * @param ageing days after which an undated duty is asked for
 * @param workingDaysBetweenLetters so long a recipient is left alone after a letter; alerts apart
 */
public record Plan(
        String title,
        String document,
        String shortName,
        LocalDate effective,
        @Nullable LocalDate closed,
        List<DateExpression> reportDates,
        Ageing ageing,
        int workingDaysBetweenLetters,
        List<Clause> clauses,
        Map<String, Duty> duties) {

    /** Days of age from which an open duty without a date is DUE_SOON; all assumed. */
    public record Ageing(int urgentDays, int ordinaryDays, int eventDays) {}

    public Plan {
        reportDates = List.copyOf(reportDates);
        clauses = List.copyOf(clauses);
        duties = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(duties));
    }

    public Optional<Duty> duty(String id) {
        return Optional.ofNullable(duties.get(id));
    }

    public Collection<Duty> allDuties() {
        return duties.values();
    }

    /** What the document says about a duty: the words quoted, and the passages of its clause in which they stand. */
    public List<String> wordsAbout(Duty duty) {
        return Stream.concat(
                        Stream.of(duty.quote()),
                        clause(duty.clause()).stream()
                                .flatMap(clause -> clause.passages().stream())
                                .map(Clause.Passage::text)
                                .filter(text -> text.contains(duty.quote())))
                .toList();
    }

    public Optional<Clause> clause(String id) {
        return clauses.stream().filter(clause -> clause.id().equals(id)).findFirst();
    }

    public boolean isOpenOn(LocalDate day) {
        return !day.isBefore(effective) && (closed == null || day.isBefore(closed));
    }

    /** The same with other duties. */
    public Plan withDuties(Map<String, Duty> others) {
        return new Plan(
                title,
                document,
                shortName,
                effective,
                closed,
                reportDates,
                ageing,
                workingDaysBetweenLetters,
                clauses,
                others);
    }
}
