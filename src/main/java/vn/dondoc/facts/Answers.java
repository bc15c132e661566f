package vn.dondoc.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.DateExpression;
import vn.dondoc.calendar.Period;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.facts.Obligation.Report;

/** Which reports answer for a duty in one period, and what they come to. */
final class Answers {
    private Answers() {}

    /** @param all every report of the unit for the duty, by the day it stands for; the answers keep that order */
    static List<Entry> to(Duty duty, Period span, List<Entry> all) {
        if (all.isEmpty() || duty.recurrence() == Recurrence.ONCE || isStandingTarget(duty) || isOpenCase(duty, all)) {
            return all;
        }
        List<Entry> answers = new ArrayList<>(all.size());
        for (Entry entry : all) {
            if (answers(entry, duty, span)) {
                answers.add(entry);
            }
        }
        return answers;
    }

    /**
     * The answers that a return leaves standing: whoever reported again on the same round meant the last report to count, and
     * when that is returned, none does until another comes in. What Sở Nội vụ approved stands.
     *
     * @param answers of one round, as are the returned ones
     */
    static List<Entry> standing(Duty duty, List<Entry> answers, List<Entry> returned, Rulings rulings) {
        if (answers.isEmpty() || returned.isEmpty() || !saysHowTheRoundStands(duty)) {
            return answers;
        }
        return answers.stream()
                .filter(answer -> rulings.isApproved(answer)
                        || returned.stream().allMatch(back -> EntryBook.isLater(answer, back)))
                .toList();
    }

    /** The numbers of a target speak of their own day, and so does each case that arose. */
    private static boolean saysHowTheRoundStands(Duty duty) {
        return switch (duty.kind()) {
            case DEADLINE, ONE_OFF, ANNUAL, PERIODIC, CONTINUOUS -> true;
            case TARGET, EVENT, PRINCIPLE -> false;
        };
    }

    private static boolean isStandingTarget(Duty duty) {
        return duty.isTarget() && duty.recurrence() == Recurrence.STANDING;
    }

    /** A case that arose stays open over the turn of the year, until somebody says that it is settled. */
    private static boolean isOpenCase(Duty duty, List<Entry> all) {
        return duty.kind() == Kind.EVENT && reportOf(duty, all.get(all.size() - 1)) == Report.OPEN;
    }

    private static boolean answers(Entry entry, Duty duty, Period span) {
        return span.contains(entry.period().last())
                || (!belongsElsewhere(entry, duty, span) && EntryBook.answersFor(entry, span.first(), span.last()));
    }

    /**
     * Whether the period an entry was reported under tells that it means another round of the duty, although a day in it
     * lies within the span: the report on the first half year that was sent in July, next year's plan issued in December.
     */
    private static boolean belongsElsewhere(Entry entry, Duty duty, Period span) {
        return switch (duty.kind()) {
            case CONTINUOUS, EVENT, PRINCIPLE -> false;
            case TARGET, DEADLINE, ONE_OFF, ANNUAL, PERIODIC ->
                entry.period().last().isBefore(span.first()) || isDueTheYearBefore(duty);
        };
    }

    private static boolean isDueTheYearBefore(Duty duty) {
        for (DateExpression date : duty.soft()) {
            if (date.yearsBefore() > 0) {
                return true;
            }
        }
        return false;
    }

    static Report reportOf(Duty duty, @Nullable Entry entry) {
        if (entry == null) {
            return Report.SILENT;
        }
        return switch (entry.status()) {
            case NOT_APPLICABLE -> Report.NOT_APPLICABLE;
            case DONE -> Report.COMPLETE;
            case SUBMITTED ->
                duty.milestone() == Milestone.SUBMITTED || duty.kind() == Kind.CONTINUOUS
                        ? Report.COMPLETE
                        : Report.OPEN;
            case IN_PROGRESS -> isFresh(duty, entry) ? Report.COMPLETE : Report.OPEN;
            case NOT_STARTED -> isNilReturn(duty, entry) ? Report.COMPLETE : Report.OPEN;
        };
    }

    /** What always stands is never finished: under way with evidence is all that can be asked. */
    private static boolean isFresh(Duty duty, Entry entry) {
        return duty.kind() == Kind.CONTINUOUS
                && (entry.completedOn() != null || !entry.evidence().isEmpty());
    }

    /** 0 out of 0 for an event: nothing arose, which is a valid answer. */
    private static boolean isNilReturn(Duty duty, Entry entry) {
        return duty.kind() == Kind.EVENT
                && entry.denominator() != null
                && entry.denominator().signum() == 0;
    }

    /** The day on which it was done; null while open. Saying again later that it is done does not make it late. */
    static @Nullable LocalDate doneOn(Duty duty, List<Entry> answers) {
        return earliest(Report.COMPLETE, duty, answers, Answers::doneOn);
    }

    /**
     * The day on which an open matter was first reported; null where none is open. A further report on it does not make it
     * younger.
     */
    static @Nullable LocalDate openSince(Duty duty, List<Entry> answers) {
        return earliest(Report.OPEN, duty, answers, entry -> VietnamTime.dayOf(entry.receivedAt()));
    }

    /** The earliest day of the reports since which nothing else was said; null when the last one says something else. */
    private static @Nullable LocalDate earliest(
            Report saying, Duty duty, List<Entry> answers, Function<Entry, LocalDate> dayOf) {
        LocalDate earliest = null;
        for (int i = answers.size() - 1; i >= 0 && reportOf(duty, answers.get(i)) == saying; i--) {
            LocalDate day = dayOf.apply(answers.get(i));
            earliest = earliest == null || day.isBefore(earliest) ? day : earliest;
        }
        return earliest;
    }

    private static LocalDate doneOn(Entry entry) {
        if (entry.completedOn() != null) {
            return entry.completedOn();
        }
        return entry.evidence().stream()
                .map(Entry.Evidence::date)
                .filter(java.util.Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElseGet(() -> VietnamTime.dayOf(entry.receivedAt()));
    }
}
