package vn.dondoc.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;
import org.sqlite.util.OSInfo;
import vn.dondoc.app.Dondoc;
import vn.dondoc.app.Settings;
import vn.dondoc.config.Home;
import vn.dondoc.outbox.LetterState;

/**
 * The disk of {@code data/} is really full: a small file system of its own where the machine lets a test mount one, and
 * always a limit to the size of files, which the system refuses to write past in the same way.
 */
class FullDiskTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T00:00:00Z");
    private static final String REPORT =
            "{\"agency\":\"so-y-te\",\"period\":\"2026\",\"entries\":[{\"duty\":\"II.1-01\",\"status\":\"in-progress\"}]}";

    /** $1 is the home; what follows is the program, at ten o'clock. */
    private static final String MOUNTED = """
            cd "$1"; shift
            mount -t tmpfs -o size=8m tmpfs data || exit 9
            cp -a saved/. data/
            dd if=/dev/zero of=data/day bs=1k 2>/dev/null
            "$@" submit bao-cao.json; echo "exit $?"
            "$@" run send; echo "exit $?"
            find data/received -type f 2>/dev/null | sed 's/^/left /'
            rm data/day
            "$@" submit bao-cao.json; echo "exit $?"
            "$@" run send; echo "exit $?"
            cp -a data/. out/
            """;

    private static final String LIMITED = """
            cd "$1"; shift
            cp -a saved/. data/
            (ulimit -f 1; "$@" submit bao-cao.json; echo "exit $?"; "$@" run send; echo "exit $?")
            find data/received -type f 2>/dev/null | sed 's/^/left /'
            "$@" submit bao-cao.json; echo "exit $?"
            "$@" run send; echo "exit $?"
            cp -a data/. out/
            """;

    private final CountingMailServer server = new CountingMailServer();

    @TempDir
    private Path home;

    private int letters;

    @BeforeEach
    void letters_wait() throws IOException {
        SmallOffice.installIn(home, server.port());
        Dondoc dondoc = Dondoc.open(Settings.read(new Home(home)));
        dondoc.checkFlow().morning(MORNING);
        letters = dondoc.outbox().list().size();
        dondoc.database().close();
        Files.move(home.resolve("data"), home.resolve("saved"));
        Files.createDirectory(home.resolve("data"));
        Files.createDirectory(home.resolve("out"));
        Files.writeString(home.resolve("bao-cao.json"), REPORT);
        unpackSqlite();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_full_disk_is_called_that_and_nothing_is_lost_or_half_done() throws Exception {
        assumeTrue(mounts(), "no file system can be mounted here; the limit to the size of files is tried beside");
        String refused = refusedThenDone("unshare", "-rm", "bash", "-c", MOUNTED);
        assertThat(refused.split("ổ đĩa đầy", -1)).as(refused).hasSize(3);
    }

    @Test
    void a_file_that_may_not_grow_is_refused_and_nothing_is_lost_or_half_done() throws Exception {
        String refused = refusedThenDone("bash", "-c", LIMITED);
        assertThat(refused.split("ổ đĩa đầy", -1)).as(refused).hasSize(3);
    }

    /** What is said while there is no room; by then nothing is done, and all of it once there is. */
    private String refusedThenDone(String... shell) throws Exception {
        List<String> said = runs(shell);
        String all = String.join("\n", said);
        assertThat(said.stream().filter(line -> line.startsWith("exit")))
                .as(all)
                .containsExactly("exit 2", "exit 2", "exit 0", "exit 0");
        assertThat(said).noneMatch(line -> line.startsWith("left ") || line.contains("\tat "));
        assertThat(server.taken()).hasSize(letters);
        assertThat(server.taken().values())
                .allSatisfy(copies -> assertThat(copies).hasSize(1));
        nothing_is_half_written();
        return all.substring(0, all.lastIndexOf("exit 2"));
    }

    private boolean mounts() throws Exception {
        try {
            return start(
                                    "unshare",
                                    "-rm",
                                    "mount",
                                    "-t",
                                    "tmpfs",
                                    "tmpfs",
                                    home.resolve("out").toString())
                            .waitFor()
                    == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }

    private void nothing_is_half_written() throws IOException {
        Files.delete(home.resolve("bao-cao.json"));
        deleteTree(home.resolve("data"));
        Files.move(home.resolve("out"), home.resolve("data"));
        Dondoc dondoc = Dondoc.open(Settings.read(new Home(home)));
        assertThat(dondoc.outbox().list())
                .allSatisfy(letter -> assertThat(letter.state()).isEqualTo(LetterState.SENT));
        assertThat(dondoc.audit().verify()).isEmpty();
        dondoc.database().close();
        try (Stream<Path> received = Files.walk(home.resolve("data/received"))) {
            assertThat(received.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    private List<String> runs(String... shell) throws Exception {
        Stream<String> program =
                Program.command(ServeAt.class, "2026-03-02T03:00:00Z", "--home", home.toString()).stream();
        Process process = start(Stream.of(Stream.of(shell), Stream.of("dondoc", home.toString()), program)
                .flatMap(words -> words)
                .toArray(String[]::new));
        List<String> said = process.inputReader(java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return said;
    }

    private Process start(String... command) throws IOException {
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().put("JAVA_TOOL_OPTIONS", "-Dorg.sqlite.lib.path=" + home.resolve("lib"));
        return process.start();
    }

    /** SQLite's own code is unpacked at each start, to a file that may not grow either. */
    private void unpackSqlite() throws IOException {
        Files.createDirectory(home.resolve("lib"));
        String name = System.mapLibraryName("sqlitejdbc");
        String inJar = "/org/sqlite/native/" + OSInfo.getNativeLibFolderPathForCurrentOS() + "/" + name;
        try (InputStream code = Objects.requireNonNull(SQLiteDataSource.class.getResourceAsStream(inJar))) {
            Files.copy(code, home.resolve("lib").resolve(name));
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
