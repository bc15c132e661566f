package vn.dondoc.app;

import java.util.List;
import vn.dondoc.flow.RuleEditing;
import vn.dondoc.flow.StandingsWatch;
import vn.dondoc.rules.RuleCompiler;
import vn.dondoc.rules.RuleDrafts;
import vn.dondoc.rules.RuleReader;
import vn.dondoc.store.ArrangementStore;
import vn.dondoc.store.Database;
import vn.dondoc.store.FindingHistory;
import vn.dondoc.store.LetterSearch;
import vn.dondoc.store.ReasonStore;
import vn.dondoc.store.ReportStore;
import vn.dondoc.web.console.Section;
import vn.dondoc.web.console.post.LettersSection;
import vn.dondoc.web.console.post.Mailroom;
import vn.dondoc.web.console.rules.RulesSection;
import vn.dondoc.web.console.standing.DutiesSection;
import vn.dondoc.web.console.standing.OverviewSection;
import vn.dondoc.web.console.standing.Records;
import vn.dondoc.web.console.standing.UnitsSection;
import vn.dondoc.web.reports.ReportsSection;

/** What each section of the console works on, in the order of the menu. */
record ConsoleSections(Dondoc dondoc, StandingsWatch watch) {

    List<Section> all() {
        Records records = records();
        return List.of(
                new OverviewSection(records),
                new UnitsSection(records),
                new DutiesSection(records),
                new ReportsSection(ReportDesks.of(dondoc)),
                letters(),
                rules());
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

    private Section letters() {
        return new LettersSection(new Mailroom(
                dondoc.outbox(),
                new LetterSearch(dondoc.database()),
                dondoc.settings().calendar(),
                dondoc.settings()::registry));
    }

    private Section rules() {
        Settings settings = dondoc.settings();
        RuleReader aside = new RuleReader(
                settings.registry(), settings.configuration().plan().closed(), RuleCompiler.inMemory());
        RuleDrafts drafts = new RuleDrafts(
                settings.home().ruleDrafts(), settings.configuration().plan().folder());
        RuleEditing editing = new RuleEditing(
                dondoc.rules(), settings.rules(), drafts, aside, settings.calendar(), dondoc.publishFlow());
        return new RulesSection(dondoc.rules(), editing, dondoc.publishFlow());
    }
}
