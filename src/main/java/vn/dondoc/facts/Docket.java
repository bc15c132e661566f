package vn.dondoc.facts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.DueDate;
import vn.dondoc.calendar.Period;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.facts.Obligation.Extension;
import vn.dondoc.facts.Obligation.Phase;
import vn.dondoc.facts.Obligation.Progress;
import vn.dondoc.facts.Obligation.Report;
import vn.dondoc.facts.Obligation.Track;

/** Turns what is known into the facts that the verdict rules work on: every unit × duty × period of a day. */
public final class Docket {
    private final Plan plan;
    private final Registry registry;
    private final DutyDates dates;
    private final TargetMeasures measures;
    private final TargetForecast forecasts;

    public Docket(Plan plan, Registry registry, WorkingCalendar calendar) {
        this.plan = plan;
        this.registry = registry;
        this.dates = new DutyDates(plan, calendar);
        this.measures = new TargetMeasures(registry);
        this.forecasts = new TargetForecast(measures);
    }

    /** The same where nothing was extended or exempted. */
    public List<Obligation> on(LocalDate day, Terms terms, EntryBook entries) {
        return on(day, terms, entries, Dispensations.NONE);
    }

    /**
     * Nothing is owed before the plan's first day, after its closing, by a unit that does not exist, or where a document
     * exempts from it.
     */
    public List<Obligation> on(LocalDate day, Terms terms, EntryBook entries, Dispensations dispensations) {
        return on(registry.on(day), day, terms, entries, dispensations);
    }

    /**
     * The same for some units of the day.
     *
     * @param agencies in their form of that day
     */
    public List<Obligation> on(
            List<Agency> agencies, LocalDate day, Terms terms, EntryBook entries, Dispensations dispensations) {
        List<Obligation> obligations = new ArrayList<>();
        if (!plan.isOpenOn(day)) {
            return obligations;
        }
        for (Agency agency : agencies) {
            for (Duty duty : terms.dutiesOf(agency.id())) {
                if (duty.bindsOn(day)) {
                    for (Period period : dates.periodsOn(duty, day)) {
                        Dispensation granted = dispensations
                                .of(agency.id(), duty.id(), period.id())
                                .orElse(null);
                        if (granted == null || !granted.isExemption()) {
                            obligations.add(obligationOf(agency, duty, period, day, terms, entries, granted));
                        }
                    }
                }
            }
        }
        return obligations;
    }

    private Obligation obligationOf(
            Agency agency,
            Duty duty,
            Period period,
            LocalDate day,
            Terms terms,
            EntryBook entries,
            @Nullable Dispensation extension) {
        List<Entry> answers = answersTo(agency, duty, period, entries);
        Entry entry = answers.isEmpty() ? null : answers.get(answers.size() - 1);
        Report report = Answers.reportOf(duty, entry);
        DueDate hard = extension == null ? dates.hard(duty, period) : dueUnder(extension);
        // a document's date stands alone: the soft date of the calendar lies before it and no longer says anything
        DueDate soft = hard == null || extension != null ? null : dates.soft(duty, period);
        Requirement requirement = terms.requirementOf(duty).orElse(null);
        Track track = trackOf(duty, requirement, hard);
        Measure measure =
                requirement == null ? null : measureOf(agency, duty, period, requirement, answers, entries, hard, day);
        String review = requirement == null ? "" : requirement.reviewReason(measure, day);
        Forecast forecast = requirement == null || measure == null || hard == null || !review.isEmpty()
                ? null
                : forecast(agency, duty, period, requirement, measure, entries, hard, day);
        return new Obligation(
                agency,
                duty,
                period,
                day,
                track,
                phaseOf(track, duty, requirement, answers, measure, soft, hard, day),
                report,
                progressOf(requirement, measure, hard),
                soft,
                hard,
                entry,
                report == Report.COMPLETE ? Answers.doneOn(duty, answers) : null,
                requirement,
                measure,
                requirement == null || measure == null
                        ? ""
                        : TargetPace.behind(requirement, measure, period, hard, day, forecast),
                review,
                track == Track.EVENT ? Answers.openSince(duty, answers).orElse(null) : null,
                extension == null ? null : new Extension(extension, dates.hard(duty, period)),
                forecast);
    }

    /** As the document says, without a move off days of rest. */
    private static @Nullable DueDate dueUnder(Dispensation extension) {
        LocalDate due = extension.newDue();
        return due == null ? null : new DueDate(due, due, false);
    }

    private List<Entry> answersTo(Agency agency, Duty duty, Period period, EntryBook entries) {
        return Answers.to(duty, dates.spanOf(duty, period), entries.of(agency.id(), duty.id()));
    }

    private static Track trackOf(Duty duty, @Nullable Requirement requirement, @Nullable DueDate hard) {
        return switch (duty.kind()) {
            case CONTINUOUS -> Track.CONTINUOUS;
            case EVENT -> Track.EVENT;
            case PRINCIPLE -> Track.PRINCIPLE;
            case TARGET -> trackOf(requirement);
            case DEADLINE, ONE_OFF, ANNUAL, PERIODIC ->
                hard == null && duty.hard().isEmpty() ? Track.UNDATED : Track.DATED;
        };
    }

    private static Track trackOf(@Nullable Requirement requirement) {
        if (requirement == null) {
            return Track.TARGET;
        }
        return switch (requirement.operator()) {
            case AT_MOST -> Track.RANK;
            case MORE_THAN_YEAR_BEFORE -> Track.GROWTH;
            case AT_LEAST, JUDGED_BY_PERSON -> Track.TARGET;
        };
    }

    private Phase phaseOf(
            Track track,
            Duty duty,
            @Nullable Requirement requirement,
            List<Entry> answers,
            @Nullable Measure measure,
            @Nullable DueDate soft,
            @Nullable DueDate hard,
            LocalDate day) {
        return switch (track) {
            case UNDATED ->
                ageOn(day, plan.effective())
                                >= (duty.urgent()
                                        ? plan.ageing().urgentDays()
                                        : plan.ageing().ordinaryDays())
                        ? Phase.SOON
                        : Phase.NONE;
            case EVENT ->
                Answers.openSince(duty, answers)
                                .filter(since ->
                                        ageOn(day, since) >= plan.ageing().eventDays())
                                .isPresent()
                        ? Phase.SOON
                        : Phase.NONE;
            case RANK -> isDecided(requirement, measure) ? Phase.PAST : Phase.NONE;
            case CONTINUOUS, PRINCIPLE, GROWTH, DATED, TARGET -> dates.phaseOn(day, duty, soft, hard);
        };
    }

    /** The index of a year is published after it, so a report received within the year cannot give it. */
    private static boolean isDecided(@Nullable Requirement requirement, @Nullable Measure measure) {
        return requirement != null
                && measure != null
                && !measure.on().isBefore(LocalDate.of(requirement.decidingYear(), 12, 31));
    }

    private static long ageOn(LocalDate day, LocalDate since) {
        return ChronoUnit.DAYS.between(since, day);
    }

    private @Nullable Measure measureOf(
            Agency agency,
            Duty duty,
            Period period,
            Requirement requirement,
            List<Entry> answers,
            EntryBook entries,
            @Nullable DueDate hard,
            LocalDate day) {
        if (requirement.operator() == Requirement.Operator.AT_MOST) {
            return measures.rank(requirement, answers).orElse(null);
        }
        Optional<Measure> measure =
                measures.measure(agency, requirement, answers, hard, spanOfItems(duty, period), day);
        if (requirement.operator() != Requirement.Operator.MORE_THAN_YEAR_BEFORE) {
            return measure.orElse(null);
        }
        Period yearBefore = Period.year(period.first().getYear() - 1);
        Optional<Measure> before = measures.measure(
                agency, requirement, answersTo(agency, duty, yearBefore, entries), null, yearBefore, day);
        return measure.map(now -> now.withYearBefore(before.map(Measure::count).orElse(null)))
                .orElse(null);
    }

    private @Nullable Forecast forecast(
            Agency agency,
            Duty duty,
            Period period,
            Requirement requirement,
            Measure now,
            EntryBook entries,
            DueDate hard,
            LocalDate day) {
        List<Entry> reports = Answers.to(duty, dates.spanOf(duty, period), entries.everyOf(agency.id(), duty.id()));
        return forecasts
                .of(agency, requirement, reports, now, hard, spanOfItems(duty, period), day)
                .orElse(null);
    }

    /** For a yearly target the year: things of another year do not count. */
    private static @Nullable Period spanOfItems(Duty duty, Period period) {
        return duty.recurrence() == Recurrence.YEARLY ? period : null;
    }

    private static Progress progressOf(
            @Nullable Requirement requirement, @Nullable Measure measure, @Nullable DueDate hard) {
        boolean growthUnknown = requirement != null
                && measure != null
                && requirement.operator() == Requirement.Operator.MORE_THAN_YEAR_BEFORE
                && measure.before() == null;
        if (requirement == null || measure == null || growthUnknown) {
            return Progress.NO_NUMBER;
        }
        if (!requirement.isReachedBy(measure)) {
            return Progress.SHORT;
        }
        boolean standsForADayAfterDue = hard != null && hard.isPastOn(measure.on());
        return standsForADayAfterDue ? Progress.REACHED_UNKNOWN_WHEN : Progress.REACHED;
    }
}
