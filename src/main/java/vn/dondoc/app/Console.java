package vn.dondoc.app;

import java.time.Clock;
import java.util.List;
import vn.dondoc.config.ConsoleConfiguration;
import vn.dondoc.flow.StandingsWatch;
import vn.dondoc.people.Reach;
import vn.dondoc.store.ArrangementStore;
import vn.dondoc.store.Database;
import vn.dondoc.store.FindingHistory;
import vn.dondoc.store.LetterSearch;
import vn.dondoc.store.News;
import vn.dondoc.store.ReasonStore;
import vn.dondoc.store.ReportStore;
import vn.dondoc.web.console.Annex;
import vn.dondoc.web.console.ConsolePages;
import vn.dondoc.web.console.ConsoleServer;
import vn.dondoc.web.console.Door;
import vn.dondoc.web.console.Section;
import vn.dondoc.web.console.Sessions;
import vn.dondoc.web.console.post.LettersSection;
import vn.dondoc.web.console.post.Mailroom;
import vn.dondoc.web.console.standing.DutiesSection;
import vn.dondoc.web.console.standing.OverviewSection;
import vn.dondoc.web.console.standing.Records;
import vn.dondoc.web.console.standing.UnitsSection;

/** The console, wired for one home: which sections it has, and what each works on. */
public final class Console {
    /** A form's other fields beside the file. */
    private static final long ROOM_FOR_FIELDS = 1L << 20;

    private final Dondoc dondoc;
    private final Clock clock;

    public Console(Dondoc dondoc, Clock clock) {
        this.dondoc = dondoc;
        this.clock = clock;
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
        StandingsWatch watch = watch();
        Door door = new Door(sessions, reach(), pages, clock);
        long largestFile = (long) dondoc.settings().configuration().intake().maxMegabytes() << 20;
        ConsoleServer server = ConsoleServer.start(
                host, port, largestFile + ROOM_FOR_FIELDS, door, pages, sections(watch), annexes);
        server.closesWith(watch.start());
        return server;
    }

    /** Where the configuration wants it. */
    public ConsoleServer open(Sessions sessions, List<Annex> annexes) {
        ConsoleConfiguration address = dondoc.settings().configuration().console();
        return open(address.host(), address.port(), sessions, annexes);
    }

    public Reach reach() {
        return new Reach(() -> dondoc.settings().registry());
    }

    private StandingsWatch watch() {
        Database database = dondoc.database();
        return new StandingsWatch(dondoc.assessor(), new News(database), new FindingHistory(database), clock);
    }

    /** Every section, in the order of the menu. */
    public List<Section> sections() {
        return sections(watch());
    }

    private List<Section> sections(StandingsWatch watch) {
        Database database = dondoc.database();
        Records records = new Records(
                watch,
                dondoc.assessor(),
                new ReportStore(database),
                new ArrangementStore(database),
                new FindingHistory(database),
                new ReasonStore(database),
                dondoc.settings()::registry);
        Mailroom mailroom = new Mailroom(
                dondoc.outbox(),
                new LetterSearch(database),
                dondoc.settings().calendar(),
                dondoc.settings()::registry);
        return List.of(
                new OverviewSection(records),
                new UnitsSection(records),
                new DutiesSection(records),
                new LettersSection(mailroom));
    }
}
