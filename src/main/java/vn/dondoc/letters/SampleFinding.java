package vn.dondoc.letters;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.DateExpression;
import vn.dondoc.calendar.DueDate;
import vn.dondoc.calendar.Period;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Counted;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.Forecast;
import vn.dondoc.facts.Kind;
import vn.dondoc.facts.Measure;
import vn.dondoc.facts.Milestone;
import vn.dondoc.facts.Obligation;
import vn.dondoc.facts.Recurrence;
import vn.dondoc.facts.ReportedStatus;
import vn.dondoc.facts.Requirement;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;

/** Builds one made-up finding, for the letters on which templates are tried out and for tests. */
final class SampleFinding {
    private final Agency agency;
    private final LocalDate asOf;
    private final String id;
    private final String clause;
    private final String text;
    private String quote = "";
    private String evidence = "";
    private Milestone milestone = Milestone.CARRIED_OUT;
    private Obligation.Track track = Obligation.Track.DATED;
    private Period period = Period.year(2017);
    private final List<DateExpression> written = new ArrayList<>();
    private @Nullable DueDate soft;
    private @Nullable DueDate hard;
    private @Nullable Entry entry;
    private @Nullable LocalDate doneOn;
    private @Nullable Requirement requirement;
    private @Nullable Measure measure;
    private Obligation.Progress progress = Obligation.Progress.SHORT;
    private String behindPace = "";
    private String reviewReason = "";
    private @Nullable Forecast forecast;

    SampleFinding(Agency agency, LocalDate asOf, String id, String text) {
        this.agency = agency;
        this.asOf = asOf;
        this.id = id;
        this.clause = id.substring(0, id.lastIndexOf('-'));
        this.text = text;
    }

    SampleFinding quoting(String words) {
        quote = words;
        return this;
    }

    SampleFinding provedBy(String papers) {
        evidence = papers;
        return this;
    }

    SampleFinding doneWhenSubmitted() {
        milestone = Milestone.SUBMITTED;
        return this;
    }

    SampleFinding track(Obligation.Track family) {
        track = family;
        return this;
    }

    SampleFinding in(Period span) {
        period = span;
        return this;
    }

    /** A date of the Decision, as it writes it. */
    SampleFinding dueByLaw(String words) {
        DateExpression expression = DateExpression.read(words).orElseThrow();
        written.add(expression);
        LocalDate last = expression.lastDayFor(period.first().getYear());
        hard = new DueDate(last, last, false);
        return this;
    }

    SampleFinding dueByAssumption(LocalDate nominal, LocalDate lastDay) {
        hard = new DueDate(nominal, lastDay, true);
        return this;
    }

    SampleFinding followedFrom(LocalDate day) {
        soft = new DueDate(day, day, true);
        return this;
    }

    SampleFinding reported(ReportedStatus status, LocalDate receivedOn) {
        Instant received = VietnamTime.at(receivedOn, LocalTime.of(9, 0));
        String source = "bao-cao.csv, dòng 2";
        entry = new Entry(
                1, source, agency.id(), period, id, status, null, List.of(), null, null, null, List.of(), "", received);
        return this;
    }

    SampleFinding doneOn(LocalDate day) {
        doneOn = day;
        return this;
    }

    /** At least so many hundredths of a percent of something. */
    SampleFinding asking(int percent, Counted of) {
        requirement = new Requirement("mẫu", Requirement.Operator.AT_LEAST, percent, 0, of, 0, List.of(), List.of());
        track = Obligation.Track.TARGET;
        return this;
    }

    SampleFinding asking(Requirement.Operator operator, int value, Counted of, int decidingYear) {
        requirement = new Requirement("mẫu", operator, 0, value, of, decidingYear, List.of(), List.of());
        track = of == Counted.RANK ? Obligation.Track.RANK : Obligation.Track.TARGET;
        return this;
    }

    SampleFinding measured(int numerator, int denominator, LocalDate on) {
        reported(ReportedStatus.IN_PROGRESS, on);
        measure = new Measure(
                BigDecimal.valueOf(numerator),
                BigDecimal.valueOf(denominator),
                null,
                null,
                on,
                Objects.requireNonNull(entry),
                0,
                0,
                false);
        return this;
    }

    SampleFinding measured(Requirement target, Measure figures, Obligation.Progress come) {
        requirement = target;
        measure = figures;
        entry = figures.entry();
        progress = come;
        return this;
    }

    SampleFinding behind(String arithmetic) {
        behindPace = arithmetic;
        return this;
    }

    /** Going by another number on an earlier day; asks for a share, numbers and a date before. */
    SampleFinding toldBefore(int numerator, LocalDate on, int needed) {
        Measure now = Objects.requireNonNull(measure);
        forecast = new Forecast(
                Objects.requireNonNull(requirement).of(),
                new Forecast.Point(on, BigDecimal.valueOf(numerator)),
                new Forecast.Point(now.on(), now.count()),
                BigDecimal.valueOf(needed),
                Objects.requireNonNull(hard),
                asOf);
        return this;
    }

    SampleFinding wantingReview(String reason) {
        reviewReason = reason;
        return this;
    }

    Finding as(State state, String rule) {
        Obligation obligation = new Obligation(
                agency,
                duty(),
                period,
                asOf,
                track,
                phase(),
                entry == null ? Obligation.Report.SILENT : Obligation.Report.OPEN,
                measure == null ? Obligation.Progress.NO_NUMBER : progress,
                soft,
                hard,
                entry,
                doneOn,
                requirement,
                measure,
                behindPace,
                reviewReason,
                null,
                null,
                forecast,
                null);
        return Finding.of(obligation, state, rule);
    }

    private Obligation.Phase phase() {
        if (hard == null) {
            return Obligation.Phase.NONE;
        }
        return hard.isPastOn(asOf) ? Obligation.Phase.PAST : Obligation.Phase.SOON;
    }

    private Duty duty() {
        return new Duty(
                id,
                clause,
                quote,
                text,
                requirement == null ? Kind.ANNUAL : Kind.TARGET,
                agency.name(),
                "",
                Recurrence.YEARLY,
                List.of(),
                written,
                hard != null && hard.assumed(),
                true,
                false,
                milestone,
                evidence,
                List.of(),
                List.of(),
                null,
                null,
                "",
                false,
                2);
    }
}
