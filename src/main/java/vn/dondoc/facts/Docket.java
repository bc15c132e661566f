package vn.dondoc.facts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
     * Nothing is owed before the plan's first day, after its closing, by a unit that does not exist, where a document
     * exempts from it, or where it is confirmed that the duty does not apply.
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
        Map<Duty, List<Round>> rounds = new IdentityHashMap<>();
        for (Agency agency : agencies) {
            for (Duty duty : terms.dutiesOf(agency.id())) {
                for (Round round : rounds.computeIfAbsent(duty, any -> roundsOn(day, any))) {
                    Dispensation granted = dispensations
                            .of(agency.id(), duty.id(), round.period().id())
                            .orElse(null);
                    Obligation owed = granted != null && granted.isExemption()
                            ? null
                            : obligationOf(agency, duty, round, day, terms, entries, granted);
                    if (owed != null) {
                        obligations.add(owed);
                    }
                }
            }
        }
        return obligations;
    }

    private List<Round> roundsOn(LocalDate day, Duty duty) {
        return duty.bindsOn(day)
                ? dates.periodsOn(duty, day).stream()
                        .map(period -> new Round(dates, duty, period))
                        .toList()
                : List.of();
    }

    private @Nullable Obligation obligationOf(
            Agency agency,
            Duty duty,
            Round round,
            LocalDate day,
            Terms terms,
            EntryBook entries,
            @Nullable Dispensation extension) {
        Period period = round.period();
        Rulings rulings = entries.rulings();
        List<Entry> answers = Answers.standing(
                duty,
                Answers.to(duty, round.span(), entries.of(agency.id(), duty.id())),
                Answers.to(duty, round.span(), entries.everReturned(agency.id(), duty.id())),
                rulings);
        Entry entry = answers.isEmpty() ? null : answers.get(answers.size() - 1);
        if (rulings.isApproved(entry) && Answers.reportOf(duty, entry) == Report.NOT_APPLICABLE) {
            return null;
        }
        DueDate hard = extension == null ? round.hard() : dueUnder(extension);
        Requirement requirement = terms.requirementOf(duty).orElse(null);
        Track track = trackOf(duty, requirement, hard);
        Measure measure =
                requirement == null ? null : measureOf(agency, duty, period, requirement, answers, entries, hard, day);
        Report report = reportOf(duty, entry, measure, rulings);
        String review = requirement == null ? "" : requirement.reviewReason(measure, day);
        Forecast forecast = requirement == null || measure == null || hard == null || !review.isEmpty()
                ? null
                : forecast(agency, duty, round, requirement, measure, entries, hard, day);
        LocalDate openSince = track == Track.EVENT ? Answers.openSince(duty, answers) : null;
        return new Obligation(
                agency,
                duty,
                period,
                day,
                track,
                phaseOf(track, duty, round, requirement, openSince, measure, extension, hard, day),
                report,
                progressOf(requirement, measure, hard),
                // a document's date stands alone: the soft date of the calendar lies before it and no longer says
                // anything
                extension == null ? round.soft() : null,
                hard,
                entry,
                report == Report.COMPLETE ? Answers.doneOn(duty, answers) : null,
                requirement,
                measure,
                requirement == null || measure == null
                        ? ""
                        : TargetPace.behind(requirement, measure, period, hard, day, forecast),
                review,
                openSince,
                extension == null ? null : new Extension(extension, round.hard()),
                forecast,
                returned(agency, duty, round, entry, entries));
    }

    /** What claims something waits for approval where that is asked for; what says that nothing is done yet needs none. */
    private static Report reportOf(Duty duty, @Nullable Entry entry, @Nullable Measure measure, Rulings rulings) {
        Report report = Answers.reportOf(duty, entry);
        boolean claimed = duty.isTarget()
                ? measure != null && rulings.isAwaited(measure.entry())
                : report == Report.COMPLETE && rulings.isAwaited(entry);
        return claimed && report != Report.NOT_APPLICABLE ? Report.AWAITED : report;
    }

    /** The ruling that returned the last report, unless something came in later. */
    private static @Nullable Ruling returned(
            Agency agency, Duty duty, Round round, @Nullable Entry counting, EntryBook entries) {
        List<Entry> returned = Answers.to(duty, round.span(), entries.returned(agency.id(), duty.id()));
        if (returned.isEmpty()) {
            return null;
        }
        Entry last = returned.get(returned.size() - 1);
        return counting != null && EntryBook.isLater(counting, last)
                ? null
                : entries.rulings().on(last).orElse(null);
    }

    /** As the document says, without a move off days of rest. */
    private static @Nullable DueDate dueUnder(Dispensation extension) {
        LocalDate due = extension.newDue();
        return due == null ? null : new DueDate(due, due, false);
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
            Round round,
            @Nullable Requirement requirement,
            @Nullable LocalDate openSince,
            @Nullable Measure measure,
            @Nullable Dispensation extension,
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
                openSince != null && ageOn(day, openSince) >= plan.ageing().eventDays() ? Phase.SOON : Phase.NONE;
            case RANK -> isDecided(requirement, measure) ? Phase.PAST : Phase.NONE;
            case CONTINUOUS, PRINCIPLE, GROWTH, DATED, TARGET ->
                extension == null ? round.phaseOn(day) : dates.phaseOn(day, duty, null, hard);
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
        List<Entry> then = Answers.to(duty, dates.spanOf(duty, yearBefore), entries.of(agency.id(), duty.id()));
        Optional<Measure> before = measures.measure(agency, requirement, then, null, yearBefore, day);
        return measure.map(now -> now.withYearBefore(before.map(Measure::count).orElse(null)))
                .orElse(null);
    }

    private @Nullable Forecast forecast(
            Agency agency,
            Duty duty,
            Round round,
            Requirement requirement,
            Measure now,
            EntryBook entries,
            DueDate hard,
            LocalDate day) {
        List<Entry> reports = Answers.to(duty, round.span(), entries.everyOf(agency.id(), duty.id()));
        return forecasts
                .of(agency, requirement, reports, now, hard, spanOfItems(duty, round.period()), day)
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
