package vn.dondoc.console;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dondoc.acceptance.ReadyHome;
import vn.dondoc.acceptance.TemporaryHome;
import vn.dondoc.app.Console;
import vn.dondoc.app.Dondoc;
import vn.dondoc.app.People;
import vn.dondoc.app.Settings;
import vn.dondoc.config.Home;
import vn.dondoc.flow.SettableClock;
import vn.dondoc.people.Person;
import vn.dondoc.people.Role;
import vn.dondoc.people.Totp;
import vn.dondoc.store.Database;
import vn.dondoc.web.console.ConsoleServer;

/** A home whose console people sign in to, really, on a clock that the test moves. */
public final class AccessWorld implements AutoCloseable {
    static final Instant START = Instant.parse("2017-12-18T03:00:00Z");
    public static final String PASSWORD = "bốn từ không liên quan";

    /** Its records have their tables, its rules are compiled. */
    private static final ReadyHome OPENED_BEFORE = new ReadyHome(AccessWorld::openOnce);

    private static final String QUICK_HASH = Argon2Function.getInstance(8, 1, 1, 32, Argon2.ID)
            .hash(PASSWORD.getBytes(StandardCharsets.UTF_8), new byte[16])
            .getResult();
    private static final Pattern KEY = Pattern.compile("<code>([A-Z2-7 ]{39})</code>");

    public final SettableClock clock = new SettableClock(START);
    private final Path home;
    private final Dondoc dondoc;
    private final Console console;
    private ConsoleServer server;
    private final List<AutoCloseable> others = new ArrayList<>();

    private static void openOnce(Path folder) throws IOException {
        Dondoc opened = Dondoc.openWithoutLetters(Settings.read(new Home(TemporaryHome.in(folder))));
        opened.rules().current();
        opened.database().close();
    }

    private AccessWorld(Path home) {
        this.home = home;
        this.dondoc = Dondoc.openWithoutLetters(Settings.read(new Home(home)));
        this.console = new Console(dondoc, clock);
        this.server = console.open("127.0.0.1", 0);
    }

    public static AccessWorld in(Path folder) {
        return in(folder, "");
    }

    /** The same behind a proxy, as browsers reach it. */
    static AccessWorld in(Path folder, String publicAddress) {
        try {
            Path home = OPENED_BEFORE.copyTo(folder);
            Path file = home.resolve("config/dondoc.yaml");
            String text = Files.readString(file);
            int console = text.indexOf("\nconsole:");
            Files.writeString(
                    file,
                    text.substring(0, console)
                            + text.substring(console)
                                    .replaceFirst("publicAddress:", "publicAddress: " + publicAddress));
            return new AccessWorld(home);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public People people() {
        return console.people();
    }

    Database database() {
        return dondoc.database();
    }

    Dondoc dondoc() {
        return dondoc;
    }

    public String address(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    Browser browser() {
        return new Browser("http://127.0.0.1:" + server.port());
    }

    /** At another node of the same database. */
    Browser browserOfAnotherNode() {
        Dondoc node = Dondoc.openWithoutLetters(Settings.read(new Home(home)));
        ConsoleServer another = new Console(node, (Clock) clock).open("127.0.0.1", 0);
        others.add(another);
        others.add(node.database());
        return new Browser("http://127.0.0.1:" + another.port());
    }

    /**
     * Somebody with that login, who has chosen {@link #PASSWORD}. A hash says what work it takes, and this one takes little:
     * what is kept of passwords that people choose is shown where they choose them.
     */
    public Person someone(String login, Role role) {
        String agency = role == Role.CONTACT ? "so-tu-phap" : "";
        Person person = new Person(login, "Chuyên viên", role, agency, true);
        people().flow().add(person, "kiểm thử", clock.instant());
        people().store().setPassword(login, QUICK_HASH, "", "kiểm thử", clock.instant());
        return person;
    }

    /** Signed in by login and password alone. */
    Browser signedIn(String login) {
        Browser browser = browser();
        browser.get("/dang-nhap");
        browser.post("/dang-nhap", "ten", login, "mat-khau", PASSWORD);
        return browser;
    }

    /** An administrator who has set his authenticator up; the browser is his. */
    Browser administrator(String login) {
        someone(login, Role.ADMINISTRATOR);
        Browser browser = signedIn(login);
        String secret = secretOn(browser.get("/dang-nhap/thiet-lap").body());
        browser.post("/dang-nhap/thiet-lap", "ma", Totp.code(secret, clock.instant()));
        return browser;
    }

    public static String secretOn(String page) {
        Matcher key = KEY.matcher(page);
        if (!key.find()) {
            throw new AssertionError("no key on the page: " + page);
        }
        return key.group(1).replace(" ", "");
    }

    /** As after the program was started anew. */
    void restart() {
        server.close();
        server = new Console(dondoc, (Clock) clock).open("127.0.0.1", 0);
    }

    @Override
    public void close() throws Exception {
        server.close();
        for (AutoCloseable other : others) {
            other.close();
        }
        dondoc.database().close();
    }
}
