package vn.dondoc.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.dondoc.calendar.HolidayFiles;
import vn.dondoc.config.ConsoleConfiguration;
import vn.dondoc.config.Home;
import vn.dondoc.flow.Rehearsals.Kind;
import vn.dondoc.flow.RuleEditing;
import vn.dondoc.people.Reach;
import vn.dondoc.reading.Problems;
import vn.dondoc.rules.RuleCompiler;
import vn.dondoc.rules.RuleDraft;
import vn.dondoc.rules.RuleDrafts;
import vn.dondoc.rules.RuleReader;
import vn.dondoc.schedules.ScheduleFiles;
import vn.dondoc.store.AuditLog;
import vn.dondoc.store.FireLedger;
import vn.dondoc.web.console.Annex;
import vn.dondoc.web.console.ConsolePages;
import vn.dondoc.web.console.ConsoleServer;
import vn.dondoc.web.console.Door;
import vn.dondoc.web.console.Section;
import vn.dondoc.web.console.Sessions;
import vn.dondoc.web.console.calendar.CalendarSection;
import vn.dondoc.web.console.calendar.RehearsalPages;
import vn.dondoc.web.console.rules.Addresses;
import vn.dondoc.web.console.rules.PreviewPages;
import vn.dondoc.web.console.rules.RulesSection;

/** The console, wired for one home: which sections it has, and what each works on. */
public final class Console {
    /** A form's other fields beside the file. */
    private static final long ROOM_FOR_FIELDS = 1L << 20;

    private final Dondoc dondoc;
    private final Clock clock;
    private final RehearsalRuns rehearsals;

    public Console(Dondoc dondoc, Clock clock) {
        this.dondoc = dondoc;
        this.clock = clock;
        this.rehearsals = new RehearsalRuns(dondoc.settings().home());
    }

    /**
     * Begins to serve.
     *
     * @param port 0 for any that is free
     * @param sessions who is signed in
     * @param annexes what stands beside the sections with doors of its own
     * @throws vn.dondoc.reading.FaultyFileException when the port cannot be had
     */
    public ConsoleServer open(String host, int port, Sessions sessions, List<Annex> annexes) {
        ConsolePages pages =
                new ConsolePages(dondoc.settings().configuration().office().fullName());
        Door door = new Door(sessions, reach(), pages, clock);
        long largestFile = (long) dondoc.settings().configuration().intake().maxMegabytes() << 20;
        return ConsoleServer.start(host, port, largestFile + ROOM_FOR_FIELDS, door, pages, sections(), annexes);
    }

    /** Where the configuration wants it. */
    public ConsoleServer open(Sessions sessions, List<Annex> annexes) {
        ConsoleConfiguration address = dondoc.settings().configuration().console();
        return open(address.host(), address.port(), sessions, annexes);
    }

    public Reach reach() {
        return new Reach(() -> dondoc.settings().registry());
    }

    /** Every section, in the order of the menu. */
    public List<Section> sections() {
        return List.of(rules(), calendar());
    }

    /** What is rehearsed from here runs beside the program; it is to be closed with it. */
    public RehearsalRuns rehearsals() {
        return rehearsals;
    }

    private Section calendar() {
        Settings settings = dondoc.settings();
        Home home = settings.home();
        AuditLog audit = dondoc.audit();
        Path holidays = home.config().resolve("holidays");
        return new CalendarSection(
                dondoc.rules(),
                settings.calendar(),
                new SchedulesOfHome(home.schedules(), settings.calendar(), new FireLedger(dondoc.database())),
                new SettingsFolder(
                        home.schedules(),
                        "",
                        (folder, problems) -> ScheduleFiles.read(folder, Jobs.NAMES, problems),
                        audit,
                        () -> {}),
                new SettingsFolder(
                        holidays,
                        "20\\d\\d\\.yaml",
                        HolidayFiles::read,
                        audit,
                        () -> settings.calendar()
                                .takeOver(HolidayFiles.read(holidays, new Problems(), YearsWithoutNotice.LOGGED))),
                new RehearsalPages(
                        Kind.SIMULATION,
                        CalendarSection.SIMULATIONS,
                        rehearsals,
                        dondoc::lastMorning,
                        visit -> Optional.empty()));
    }

    private Section rules() {
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
                new PreviewPages(rehearsals, settings::registry));
    }
}
