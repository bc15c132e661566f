package vn.dondoc.web.console.standing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.dondoc.calendar.Period;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Clause;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.Measure;
import vn.dondoc.findings.Finding;
import vn.dondoc.flow.Assessment;
import vn.dondoc.notices.Arrangements;
import vn.dondoc.store.FindingHistory;
import vn.dondoc.web.console.Address;
import vn.dondoc.web.console.Visit;

/** One unit × duty × period: the state and why, what was reported, what was written about it. */
final class FindingPage {
    private final Records records;

    FindingPage(Records records) {
        this.records = records;
    }

    void show(Visit visit) {
        Finding.Key key = new Finding.Key(visit.path("unit"), visit.path("duty"), visit.path("period"));
        Assessment assessment = records.judged(visit, Set.of(key.agency()));
        Optional<Duty> duty = assessment.rules().duty(key.duty());
        Optional<Period> period = Period.read(key.period());
        if (duty.isEmpty() || period.isEmpty()) {
            visit.notFound();
            return;
        }
        Optional<Finding> finding = assessment.findings().stream()
                .filter(each -> each.key().equals(key))
                .findFirst();
        visit.show("finding", duty.get().text(), view(visit, key, duty.get(), period.get(), assessment, finding));
    }

    private FindingView view(
            Visit visit, Finding.Key key, Duty duty, Period period, Assessment assessment, Optional<Finding> finding) {
        LocalDate day = visit.day();
        Instant known = Records.known(visit);
        Agency unit = records.registry()
                .get()
                .find(key.agency(), day)
                .or(() -> records.registry().get().latest(key.agency()))
                .orElseThrow();
        return new FindingView(
                unit,
                duty,
                key.period(),
                period.inWords(),
                finding.orElse(null),
                assessment
                        .rules()
                        .plan()
                        .clause(duty.clause())
                        .map(Clause::words)
                        .orElse(""),
                newestFirst(records.history().of(key, day)),
                entries(key, known),
                records.reports().rulingsOf(Set.of(key.agency()), known),
                finding.map(FindingPage::counting).orElse(0L),
                agreed(key, finding, day, known),
                // to others than the unit goes what is not for its eyes, and nothing has gone that waits for an officer
                records.reasons().lettersAbout(key, day).stream()
                        .filter(letter -> Records.seesAll(visit)
                                || letter.state().isForUnits()
                                        && visit.reaches(letter.letter().agency()))
                        .toList(),
                records.reasons().reasonsOf(key, day),
                Days.of(visit),
                Address.of("co-quan", key.agency(), "nhiem-vu", key.duty(), key.period()));
    }

    private static List<FindingHistory.Change> newestFirst(List<FindingHistory.Change> changes) {
        List<FindingHistory.Change> turned = new java.util.ArrayList<>(changes);
        java.util.Collections.reverse(turned);
        return turned;
    }

    /** Whatever the unit said of the duty: a report of one period may count for another. */
    private List<Entry> entries(Finding.Key key, Instant known) {
        return records.reports().entriesOf(Set.of(key.agency()), known).stream()
                .filter(entry -> entry.duty().equals(key.duty()))
                .sorted(Comparator.comparing(Entry::receivedAt)
                        .thenComparing(Entry::sequence)
                        .reversed())
                .toList();
    }

    private static long counting(Finding finding) {
        Measure measure = finding.measure();
        Entry entry = measure == null ? finding.obligation().entry() : measure.entry();
        return entry == null ? 0 : entry.sequence();
    }

    private FindingView.Agreed agreed(Finding.Key key, Optional<Finding> finding, LocalDate day, Instant known) {
        Arrangements agreed = records.arrangements().knownAt(known);
        return new FindingView.Agreed(
                agreed.promisesFor(key),
                finding.flatMap(open -> agreed.silenceOver(open, day)).orElse(null),
                records.arrangements()
                        .dispensationsKnownAt(known)
                        .of(key.agency(), key.duty(), key.period())
                        .orElse(null));
    }
}
