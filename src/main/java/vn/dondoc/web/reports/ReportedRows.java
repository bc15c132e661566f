package vn.dondoc.web.reports;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.EntryBook;
import vn.dondoc.facts.Ruling;
import vn.dondoc.flow.RulingFlow;
import vn.dondoc.rules.RuleBook;
import vn.dondoc.web.console.RulingWords;
import vn.dondoc.web.console.Words;
import vn.dondoc.web.reports.UnitReportsView.EntryRow;
import vn.dondoc.web.reports.UnitReportsView.ReturnedRow;

/**
 * What a unit reported, as its page lists it.
 *
 * @param known everything that it reported
 * @param standing which of it counts, and which was returned
 */
record ReportedRows(List<Entry> known, EntryBook standing, RuleBook book, Words words) {
    private static final int MOST_ENTRIES = 200;

    private record Returned(Entry entry, Ruling why) {}

    /**
     * What counts, the latest received first.
     *
     * @param chosen numbers of the entries that are ticked
     */
    List<EntryRow> counting(Set<Long> chosen) {
        return known.stream()
                .filter(entry -> standing.of(entry.agency(), entry.duty()).contains(entry))
                .sorted(Comparator.comparing(Entry::receivedAt)
                        .thenComparing(Entry::sequence)
                        .reversed())
                .limit(MOST_ENTRIES)
                .map(entry -> row(entry, chosen))
                .toList();
    }

    private EntryRow row(Entry entry, Set<Long> chosen) {
        return new EntryRow(
                entry.sequence(),
                entry.duty(),
                taskOf(entry),
                entry.period().id(),
                EntryWords.of(entry.status(), words),
                EntryWords.lines(entry, words),
                words.moment(entry.receivedAt()),
                entry.source(),
                standing.rulings()
                        .on(entry)
                        .map(ruling -> EntryWords.of(ruling.kind(), words))
                        .orElse(""),
                RulingFlow.mayBeApproved(entry, standing.rulings()),
                chosen.contains(entry.sequence()));
    }

    /** What came back and was not reported again for the same period, the latest returned first. */
    List<ReturnedRow> returned() {
        return known.stream()
                .filter(entry -> standing.returned(entry.agency(), entry.duty()).contains(entry))
                .flatMap(this::withReason)
                .sorted(Comparator.comparing((Returned back) -> back.why().at()).reversed())
                .limit(MOST_ENTRIES)
                .map(this::row)
                .toList();
    }

    private Stream<Returned> withReason(Entry entry) {
        return standing.rulings().on(entry).map(why -> new Returned(entry, why)).stream();
    }

    private ReturnedRow row(Returned back) {
        Entry entry = back.entry();
        return new ReturnedRow(
                entry.duty(),
                taskOf(entry),
                entry.period().id(),
                EntryWords.of(entry.status(), words),
                entry.source(),
                RulingWords.ofReturn(back.why(), words));
    }

    private String taskOf(Entry entry) {
        return book.duty(entry.duty()).map(Duty::text).orElse("");
    }
}
