package vn.dondoc.app;

import java.time.Clock;
import java.util.List;
import vn.dondoc.config.ConsoleConfiguration;
import vn.dondoc.people.Reach;
import vn.dondoc.web.console.Annex;
import vn.dondoc.web.console.ConsolePages;
import vn.dondoc.web.console.ConsoleServer;
import vn.dondoc.web.console.Door;
import vn.dondoc.web.console.Section;
import vn.dondoc.web.console.Sessions;
import vn.dondoc.web.reports.ReportsSection;

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
        return List.of(new ReportsSection(ReportDesks.of(dondoc)));
    }
}
