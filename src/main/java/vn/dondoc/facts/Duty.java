package vn.dondoc.facts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.DateExpression;

/**
 * One row of {@code duties.csv}: what the Decision asks, of whom, by when.
 *
 * @param id clause and number, {@code II.2.1.e-04}
 * @param quote the Decision's own words
 * @param text the duty in one line, as it stands in a letter
 * @param lead names of units and groups that answer for it, as written
 * @param soft dates from which an open duty is at risk, one per period of the year; may be empty
 * @param hard last days in time, one per period of the year; may be empty
 * @param assumed whether the dates are not the Decision's
 * @param shifts whether a date on a day of rest moves to the next working day
 * @param urgent whether the Decision says "khẩn trương" or "đẩy nhanh"
 * @param offsets working days before the soft (else the hard) date on which reminders go
 * @param sameAs ids of duties of the same substance in other clauses
 * @param from first day on which it binds; null since the Decision
 * @param to last day on which it binds; null while the plan lasts
 * @param trial whether it is judged and shown, and never mailed
 * @param line line of the table, for messages
 */
public record Duty(
        String id,
        String clause,
        String quote,
        String text,
        Kind kind,
        String lead,
        String coordinating,
        Recurrence recurrence,
        List<DateExpression> soft,
        List<DateExpression> hard,
        boolean assumed,
        boolean shifts,
        boolean urgent,
        Milestone milestone,
        String evidence,
        List<Integer> offsets,
        List<String> sameAs,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String note,
        boolean trial,
        int line) {

    public Duty {
        soft = List.copyOf(soft);
        hard = List.copyOf(hard);
        offsets = List.copyOf(offsets);
        sameAs = List.copyOf(sameAs);
    }

    public boolean isTarget() {
        return kind == Kind.TARGET;
    }

    public boolean bindsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** The same under another id. */
    public Duty withId(String other) {
        return new Duty(
                other,
                clause,
                quote,
                text,
                kind,
                lead,
                coordinating,
                recurrence,
                soft,
                hard,
                assumed,
                shifts,
                urgent,
                milestone,
                evidence,
                offsets,
                sameAs,
                from,
                to,
                note,
                trial,
                line);
    }
}
