package vn.dondoc.app;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.dondoc.people.Person;
import vn.dondoc.people.Role;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.web.console.ConsoleServer;

/** The console over the sample year: people of every role, each let in by a link instead of a password. */
public final class DemoConsole implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final int USUAL_PORT = 8880;
    private static final List<Person> PEOPLE = List.of(
            new Person("lanh-dao", "Chủ tịch UBND tỉnh", Role.LEADER, "", true),
            new Person("can-bo", "Chuyên viên, Sở Nội vụ", Role.OFFICER, "", true),
            new Person("quan-tri", "Quản trị, Sở Nội vụ", Role.ADMINISTRATOR, "", true),
            new Person("so-tu-phap", "Đầu mối, Sở Tư pháp", Role.CONTACT, "so-tu-phap", true),
            new Person("huyen-binh-son", "Đầu mối, huyện Bình Sơn", Role.CONTACT, "524", true));

    private final ConsoleServer server;
    private final Map<Person, String> links;

    private DemoConsole(ConsoleServer server, Map<Person, String> links) {
        this.server = server;
        this.links = links;
    }

    /** Opens it at its usual port, or where there is room when somebody else has that one. */
    public static DemoConsole open(Dondoc dondoc, Clock clock) {
        Console console = new Console(dondoc, clock);
        ConsoleServer server = opened(console);
        Map<Person, String> links = new LinkedHashMap<>();
        PEOPLE.forEach(person -> links.put(
                person,
                "http://" + HOST + ":" + server.port() + "/vao/"
                        + console.people().flow().signInLink(person, clock.instant())));
        return new DemoConsole(server, links);
    }

    private static ConsoleServer opened(Console console) {
        try {
            return console.open(HOST, USUAL_PORT);
        } catch (FaultyFileException taken) {
            return console.open(HOST, 0);
        }
    }

    /** How each person is let in, once. */
    public Map<Person, String> links() {
        return links;
    }

    @Override
    public void close() {
        server.close();
    }
}
