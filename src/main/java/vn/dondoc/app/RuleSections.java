package vn.dondoc.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import vn.dondoc.calendar.HolidayFiles;
import vn.dondoc.config.Home;
import vn.dondoc.flow.Rehearsals.Kind;
import vn.dondoc.flow.RuleEditing;
import vn.dondoc.reading.Problems;
import vn.dondoc.rules.RuleCompiler;
import vn.dondoc.rules.RuleDraft;
import vn.dondoc.rules.RuleDrafts;
import vn.dondoc.rules.RuleReader;
import vn.dondoc.schedules.ScheduleFiles;
import vn.dondoc.store.AuditLog;
import vn.dondoc.store.FireLedger;
import vn.dondoc.web.console.Section;
import vn.dondoc.web.console.calendar.CalendarSection;
import vn.dondoc.web.console.calendar.RehearsalPages;
import vn.dondoc.web.console.rules.Addresses;
import vn.dondoc.web.console.rules.PreviewPages;
import vn.dondoc.web.console.rules.RulesSection;

/** The sections on which administrators edit what the program goes by: rules, schedules, days off. */
record RuleSections(Dondoc dondoc, RehearsalRuns rehearsals, Clock clock) {

    Section rules() {
        Settings settings = dondoc.settings();
        RuleReader aside = new RuleReader(
                settings.registry(), settings.configuration().plan().closed(), RuleCompiler.inMemory());
        RuleDrafts drafts = new RuleDrafts(
                settings.home().ruleDrafts(), settings.configuration().plan().folder());
        RuleEditing editing = new RuleEditing(
                dondoc.rules(), settings.rules(), drafts, aside, settings.calendar(), dondoc.publishFlow());
        RehearsalPages previews = new RehearsalPages(
                Kind.PREVIEW,
                Addresses.PREVIEW,
                rehearsals,
                dondoc::lastMorning,
                visit -> editing.draftOf(visit.visitor().login()).map(RuleDraft::files));
        return new RulesSection(
                dondoc.rules(),
                editing,
                dondoc.publishFlow(),
                previews,
                new PreviewPages(rehearsals, () -> dondoc.settings().registry()));
    }

    Section calendar() {
        Settings settings = dondoc.settings();
        Home home = settings.home();
        return new CalendarSection(
                dondoc.rules(),
                settings.calendar(),
                new SchedulesOfHome(home.schedules(), settings.calendar(), new FireLedger(dondoc.database())),
                scheduleFiles(home, clock, dondoc.audit()),
                holidayFiles(settings, dondoc.audit()),
                new RehearsalPages(
                        Kind.SIMULATION,
                        CalendarSection.SIMULATIONS,
                        rehearsals,
                        dondoc::lastMorning,
                        visit -> Optional.empty()));
    }

    /** Whoever serves looks at the folder every few seconds. */
    private static SettingsFolder scheduleFiles(Home home, Clock clock, AuditLog audit) {
        return new SettingsFolder(
                home.schedules(),
                "",
                (folder, problems) -> ScheduleFiles.read(folder, Jobs.NAMES, clock.instant(), problems),
                audit,
                () -> {});
    }

    private static SettingsFolder holidayFiles(Settings settings, AuditLog audit) {
        Path folder = settings.home().config().resolve("holidays");
        return new SettingsFolder(
                folder,
                "20\\d\\d\\.yaml",
                HolidayFiles::read,
                audit,
                () -> settings.calendar()
                        .takeOver(HolidayFiles.read(folder, new Problems(), YearsWithoutNotice.LOGGED)));
    }
}
