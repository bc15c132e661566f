package vn.dondoc.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Dispensations;
import vn.dondoc.facts.Docket;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.EntryBook;
import vn.dondoc.facts.Obligation;
import vn.dondoc.facts.Rulings;
import vn.dondoc.findings.Finding;
import vn.dondoc.notices.Judged;
import vn.dondoc.rules.RuleBook;
import vn.dondoc.rules.RulesInForce;
import vn.dondoc.store.ArrangementStore;
import vn.dondoc.store.ReportStore;

/**
 * Reports become facts, facts become findings: a pure function of rules, what was known at a moment, and the day. A past
 * day is judged by the rules of its day.
 */
public final class Assessor {
    private final RulesInForce rules;
    private final ReportStore reports;
    private final ArrangementStore arrangements;
    private final WorkingCalendar calendar;
    private final boolean withRecords;

    public Assessor(RulesInForce rules, ReportStore reports, ArrangementStore arrangements, WorkingCalendar calendar) {
        this(rules, reports, arrangements, calendar, true);
    }

    private Assessor(
            RulesInForce rules,
            ReportStore reports,
            ArrangementStore arrangements,
            WorkingCalendar calendar,
            boolean withRecords) {
        this.rules = rules;
        this.reports = reports;
        this.arrangements = arrangements;
        this.calendar = calendar;
        this.withRecords = withRecords;
    }

    /** The same rules on nothing: as if no unit had reported, and nothing had been granted. */
    public Assessor withoutRecords() {
        return new Assessor(rules, reports, arrangements, calendar, false);
    }

    /** As of a whole day: with everything received up to 24:00 of it. */
    public Assessment asOf(LocalDate day) {
        return asOf(day, rules.at(endOf(day)));
    }

    /** The same by other rules than those of the day. */
    public Assessment asOf(LocalDate day, RuleBook book) {
        return assess(day, endOf(day), book, any -> true, Judged.EVERYTHING);
    }

    /** The same for some duties only. */
    Assessment asOf(LocalDate day, RuleBook book, Predicate<Duty> concerned) {
        return assess(day, endOf(day), book, concerned, Judged.EVERYTHING);
    }

    /** A whole day of some units, with everything received up to 24:00 of it. */
    public Assessment asOf(LocalDate day, Judged judged) {
        return assess(day, endOf(day), rules.at(endOf(day)), any -> true, judged);
    }

    /** The rules by which a whole day is judged. */
    public RuleBook rulesOf(LocalDate day) {
        return rules.at(endOf(day));
    }

    private static Instant endOf(LocalDate day) {
        return VietnamTime.at(day.plusDays(1), LocalTime.MIDNIGHT).minusMillis(1);
    }

    /** As of a moment: with everything received up to it. */
    public Assessment at(Instant moment) {
        return at(moment, Judged.EVERYTHING);
    }

    /** The same for some units only: what they owe hangs on no other unit's reports. */
    public Assessment at(Instant moment, Judged judged) {
        return assess(VietnamTime.dayOf(moment), moment, rules.at(moment), any -> true, judged);
    }

    /** The same of some units, by whatever is asked for: as of a whole past day where it lies before today. */
    public Assessment of(Set<String> units, LocalDate day, Instant now) {
        return day.isBefore(VietnamTime.dayOf(now))
                ? assess(day, endOf(day), rules.at(endOf(day)), any -> true, Judged.only(units))
                : at(now, Judged.only(units));
    }

    /** A past day of some units by what is known, and by the rules in force, at a later moment. */
    Assessment onDay(LocalDate day, Instant knownUntil, Judged judged) {
        return assess(day, knownUntil, rules.at(knownUntil), any -> true, judged);
    }

    /** Stands for all that is known of a moment: as long as it stays the same, so do the moment's verdicts. */
    String markOfKnownAt(Instant moment) {
        return "entry " + reports.lastEntryKnownAt(moment) + ", dispensation "
                + arrangements.lastDispensationKnownAt(moment) + ", ruling " + reports.lastRulingKnownAt(moment);
    }

    /** The rules of a moment. */
    RuleBook rulesAt(Instant moment) {
        return rules.at(moment);
    }

    /** The version of the rules by which a moment is judged. */
    String rulesVersionAt(Instant moment) {
        return rules.at(moment).version();
    }

    /** Whether two moments are judged by the rules of one plan. */
    boolean isOnePlan(Instant one, Instant other) {
        return rules.isOnePlan(one, other);
    }

    private Assessment assess(
            LocalDate day, Instant knownUntil, RuleBook book, Predicate<Duty> concerned, Judged judged) {
        List<Entry> known = withRecords ? entriesOf(judged, knownUntil) : List.of();
        EntryBook entries = new EntryBook(known, withRecords ? rulingsOf(judged, knownUntil) : Rulings.NONE);
        Dispensations granted = withRecords ? arrangements.dispensationsKnownAt(knownUntil) : Dispensations.NONE;
        Docket docket = new Docket(book.plan(), book.registry(), calendar);
        List<Agency> units = unitsOn(day, book, judged);
        List<Obligation> obligations =
                docket.on(units, day, book.termsOn(day, units).about(concerned), entries, granted);
        List<Obligation> tried =
                docket.on(units, day, book.triedTermsOn(day, units).about(concerned), entries, granted);
        return new Assessment(
                day,
                knownUntil,
                book,
                book.judge(obligations),
                book.judge(tried).stream().collect(Collectors.toMap(Finding::key, finding -> finding)),
                known.stream()
                        .collect(Collectors.toMap(
                                Entry::agency,
                                entry -> VietnamTime.dayOf(entry.receivedAt()),
                                (one, other) -> one.isAfter(other) ? one : other)));
    }

    private List<Entry> entriesOf(Judged judged, Instant knownUntil) {
        return judged.everything()
                ? reports.entriesKnownAt(knownUntil)
                : reports.entriesOf(judged.agencies(), knownUntil);
    }

    private Rulings rulingsOf(Judged judged, Instant knownUntil) {
        return judged.everything()
                ? reports.rulingsKnownAt(knownUntil)
                : reports.rulingsOf(judged.agencies(), knownUntil);
    }

    private static List<Agency> unitsOn(LocalDate day, RuleBook book, Judged judged) {
        return judged.everything()
                ? book.registry().on(day)
                : judged.agencies().stream()
                        .sorted()
                        .flatMap(unit -> book.registry().find(unit, day).stream())
                        .toList();
    }
}
