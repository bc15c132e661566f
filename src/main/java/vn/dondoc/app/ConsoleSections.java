package vn.dondoc.app;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dondoc.config.Recipients;
import vn.dondoc.flow.StandingsWatch;
import vn.dondoc.store.ArrangementStore;
import vn.dondoc.store.Database;
import vn.dondoc.store.FindingHistory;
import vn.dondoc.store.LetterSearch;
import vn.dondoc.store.ReasonStore;
import vn.dondoc.store.ReportStore;
import vn.dondoc.web.console.Section;
import vn.dondoc.web.console.post.LettersSection;
import vn.dondoc.web.console.post.Mailroom;
import vn.dondoc.web.console.post.RepliesSection;
import vn.dondoc.web.console.standing.DutiesSection;
import vn.dondoc.web.console.standing.OverviewSection;
import vn.dondoc.web.console.standing.Records;
import vn.dondoc.web.console.standing.UnitsSection;
import vn.dondoc.web.reports.ReportsSection;

/** What each section of the console works on, in the order of the menu. */
record ConsoleSections(Dondoc dondoc, StandingsWatch watch, RehearsalRuns rehearsals, Clock clock) {

    List<Section> all() {
        Records records = records();
        RuleSections rules = new RuleSections(dondoc, rehearsals, clock);
        return List.of(
                new OverviewSection(records),
                new UnitsSection(records),
                new DutiesSection(records),
                new ReportsSection(ReportDesks.of(dondoc)),
                replies(),
                letters(),
                rules.rules(),
                rules.calendar());
    }

    private Records records() {
        Database database = dondoc.database();
        return new Records(
                watch,
                dondoc.assessor(),
                new ReportStore(database),
                new ArrangementStore(database),
                new FindingHistory(database),
                new ReasonStore(database),
                dondoc.settings()::registry);
    }

    /** Before the letters, of whose addresses its own would be one. */
    private Section replies() {
        return new RepliesSection(dondoc.mailroom().replies(), dondoc.mailroom().addresses(), mailroom());
    }

    private Section letters() {
        return new LettersSection(mailroom());
    }

    private Mailroom mailroom() {
        return new Mailroom(
                dondoc.outbox(),
                new LetterSearch(dondoc.database()),
                dondoc.settings().calendar(),
                dondoc.settings()::registry,
                offices());
    }

    private Map<String, String> offices() {
        Recipients recipients = dondoc.settings().recipients();
        return Stream.of(recipients.leaders(), recipients.administrators())
                .flatMap(List::stream)
                .collect(Collectors.toMap(
                        Recipients.Recipient::titleWithField, Recipients.Recipient::address, (one, other) -> one));
    }
}
