package vn.dondoc.facts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.DueDate;
import vn.dondoc.calendar.Period;

/**
 * What one unit owes for one duty in one period, as of a day, with what it reported: the fact on which the verdict rules
 * work. Everything the rules compare is worked out before, so that a condition stays a comparison of words.
 *
 * @param track which family of verdict rules judges it
 * @param phase where the day stands between the dates
 * @param report what the unit's reports come to
 * @param progress for targets: what the numbers come to
 * @param soft from here an open duty is at risk; null without one
 * @param hard the last day in time; null without one
 * @param entry the report that counts; null when nothing was reported
 * @param doneOn the day on which it was done; null while open
 * @param requirement what the target asks for; null for other duties
 * @param measure what was measured; null for other duties and without numbers
 * @param behindPace why a target is behind, with the arithmetic; empty when it is not
 * @param reviewReason why a person has to look; empty otherwise
 * @param arisenOn the day on which a case that is open now was reported first; null for other duties
 * @param extension the document that set {@code hard} in place of another date; null without one
 * @param forecast where the pace of the reports leads a target that is not reached; null without one, and always past the
 *     due date
 * @param returned that the last report was returned, and why; null where none was, or another came in its place
 */
public record Obligation(
        Agency agency,
        Duty duty,
        Period period,
        LocalDate asOf,
        Track track,
        Phase phase,
        Report report,
        Progress progress,
        @Nullable DueDate soft,
        @Nullable DueDate hard,
        @Nullable Entry entry,
        @Nullable LocalDate doneOn,
        @Nullable Requirement requirement,
        @Nullable Measure measure,
        String behindPace,
        String reviewReason,
        @Nullable LocalDate arisenOn,
        @Nullable Extension extension,
        @Nullable Forecast forecast,
        @Nullable Ruling returned) {

    /**
     * A due date that a document moved (gia hạn).
     *
     * @param granted by which document
     * @param before the date that held without it; null where there was none
     */
    public record Extension(Dispensation granted, @Nullable DueDate before) {}

    /** The families of verdict rules. */
    public enum Track {
        DATED,
        UNDATED,
        CONTINUOUS,
        EVENT,
        PRINCIPLE,
        TARGET,
        RANK,
        GROWTH
    }

    /** Where the day stands: before any reminder, from the first reminder, from the soft date, after the hard date. */
    public enum Phase {
        EARLY,
        SOON,
        RISK,
        PAST,
        /** No date at all. */
        NONE
    }

    /** What the unit's reports come to. */
    public enum Report {
        SILENT,
        OPEN,
        COMPLETE,
        NOT_APPLICABLE,
        /** Reported as done, or with numbers, and still to be approved by Sở Nội vụ. */
        AWAITED
    }

    /** What the numbers of a target come to. */
    public enum Progress {
        NO_NUMBER,
        SHORT,
        REACHED,
        /** Numbers exist only for days after the due date, and they reach it: whether in time, nobody knows. */
        REACHED_UNKNOWN_WHEN
    }

    /** Whether the hard date is one that the Decision, or a document entered by an administrator, sets. */
    public boolean isDueByLaw() {
        return hard != null && !hard.assumed();
    }

    public boolean isDoneInTime() {
        return doneOn != null && (hard == null || !hard.isPastOn(doneOn));
    }

    public boolean isReviewWanted() {
        return !reviewReason.isEmpty();
    }

    /** Whether its duty or its target is only tried: judged and shown, never mailed. */
    public boolean isTrial() {
        return duty.trial() || (requirement != null && requirement.trial());
    }

    public boolean isBehind() {
        return !behindPace.isEmpty();
    }

    /** Whether nothing but the forecast says that it is behind. */
    public boolean isBehindByForecast() {
        return behindPace.equals(TargetPace.BY_FORECAST);
    }

    public boolean isPeriodOver() {
        return asOf.isAfter(period.last());
    }

    /** Whether the period's due date lay before the plan came into force: nobody could keep it. */
    public boolean isDueBeforePlan() {
        return phase == Phase.NONE && !duty.hard().isEmpty() && hard == null;
    }

    /** Orders by unit, duty and period. */
    public static List<Obligation> sorted(List<Obligation> obligations) {
        return obligations.stream()
                .sorted(java.util.Comparator.comparing(
                                (Obligation o) -> o.agency().id())
                        .thenComparing(o -> o.duty().id())
                        .thenComparing(Obligation::period))
                .toList();
    }
}
