package vn.dondoc.app;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import vn.dondoc.config.ConsoleConfiguration;
import vn.dondoc.flow.StandingsWatch;
import vn.dondoc.people.Reach;
import vn.dondoc.store.FindingHistory;
import vn.dondoc.store.News;
import vn.dondoc.web.access.Access;
import vn.dondoc.web.administration.Administration;
import vn.dondoc.web.console.Annex;
import vn.dondoc.web.console.ConsolePages;
import vn.dondoc.web.console.ConsoleServer;
import vn.dondoc.web.console.Door;
import vn.dondoc.web.console.Section;
import vn.dondoc.web.console.Sessions;

/** The console, wired for one home: who comes in, by which door, to which sections. */
public final class Console {
    /** A form's other fields beside the file. */
    private static final long ROOM_FOR_FIELDS = 1L << 20;

    private final Dondoc dondoc;
    private final Clock clock;
    private final ConsolePages pages;
    private final People people;
    private final Access access;
    private final LetterLook letters;
    private final RehearsalRuns rehearsals;

    public Console(Dondoc dondoc, Clock clock) {
        this.dondoc = dondoc;
        this.clock = clock;
        this.pages = new ConsolePages(dondoc.settings().configuration().office().fullName());
        this.people = People.of(dondoc.settings(), dondoc.database());
        this.access = new Access(
                people.signIn(),
                people.flow(),
                people.store(),
                people.sessions(),
                () -> dondoc.settings().registry(),
                pages,
                reached(address()),
                clock);
        this.letters = new LetterLook(dondoc);
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
        StandingsWatch watch = watch();
        Door door = new Door(sessions, reach(), pages, clock);
        long largestFile = (long) dondoc.settings().configuration().intake().maxMegabytes() << 20;
        ConsoleServer server =
                ConsoleServer.start(host, port, largestFile + ROOM_FOR_FIELDS, door, pages, sections(watch), annexes);
        server.closesWith(watch.start());
        server.closesWith(letters);
        server.closesWith(rehearsals);
        return server;
    }

    /** The same for people who sign in. */
    public ConsoleServer open(String host, int port) {
        return open(host, port, access.sessions(), annexes());
    }

    /** Where the configuration wants it. */
    public ConsoleServer open() {
        return open(address().host(), address().port());
    }

    /** Who may use it. */
    public People people() {
        return people;
    }

    public Reach reach() {
        return new Reach(() -> dondoc.settings().registry());
    }

    /** Every section, in the order of the menu, and one's own account. */
    public List<Section> sections() {
        return sections(watch());
    }

    private List<Section> sections(StandingsWatch watch) {
        return Stream.of(
                        new ConsoleSections(dondoc, watch, rehearsals, clock).all(),
                        administration(),
                        List.of(access.account()))
                .flatMap(List::stream)
                .toList();
    }

    private List<Section> administration() {
        return Administration.of(
                people.flow(),
                people.tokens(),
                people.sessions(),
                dondoc.desk().silences(),
                dondoc.rules(),
                dondoc.audit(),
                () -> dondoc.settings().registry(),
                address().publicAddress(),
                letters::soon);
    }

    private StandingsWatch watch() {
        return new StandingsWatch(
                dondoc.assessor(), new News(dondoc.database()), new FindingHistory(dondoc.database()), clock);
    }

    /** What stands beside the sections with doors of its own. */
    public List<Annex> annexes() {
        return Stream.concat(
                        access.annexes().stream(), Stream.of(Programs.of(dondoc, people.tokenStore()::shown, clock)))
                .toList();
    }

    private ConsoleConfiguration address() {
        return dondoc.settings().configuration().console();
    }

    private static Access.Reached reached(ConsoleConfiguration address) {
        return new Access.Reached(
                address.isEncrypted(), !address.publicAddress().isEmpty());
    }
}
