package vn.dondoc.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.cli.DondocCommand;
import vn.dondoc.rehearsal.Simulation;
import vn.dondoc.store.DatabaseAddress.PostgresServer;
import vn.dondoc.store.SharedPostgres;

/** Whichever database a province keeps its records in, and whenever it moves, its units get the same letters, byte for byte. */
class TwoDatabasesTest {
    private static final Predicate<String> SOME =
            unit -> unit.equals("so-y-te") || unit.equals("so-tu-phap") || unit.equals("524");
    private static final String QUARTERLY = "III.1-03";
    private static final String FIRST = "2018-03-19";
    private static final String LAST = "2018-03-26";

    @TempDir
    private static Path reference;

    private static Map<String, String> onSqlite = new TreeMap<>();

    @TempDir
    private Path folder;

    @BeforeAll
    static void a_province_on_sqlite() throws Exception {
        try (Province province = Province.mailingOnlyTo(SOME, reference, "release: none")) {
            happenings(province).liveThrough(FIRST, LAST);
            onSqlite = province.sources();
        }
        assertThat(onSqlite).hasSizeGreaterThan(5);
    }

    @Test
    void a_province_on_postgresql_sends_what_one_on_sqlite_does() throws Exception {
        PostgresServer server = SharedPostgres.bareDatabase();
        try (Province province =
                Province.mailingOnlyTo(SOME, folder, "release: none", url(server), "username: postgres")) {
            happenings(province).liveThrough(FIRST, LAST);
            same(province.sources(), onSqlite);
            assertThat(folder.resolve("data/dondoc.db")).doesNotExist();
        }
    }

    @Test
    void a_province_that_moves_goes_on_as_if_it_had_not() throws Exception {
        PostgresServer server = SharedPostgres.bareDatabase();
        try (Province province = Province.mailingOnlyTo(SOME, folder, "release: none", "username: postgres")) {
            happenings(province).liveThrough(FIRST, "2018-03-20");
            assertThat(typed("migrate", "--to", server.url(), "--yes")).contains("khớp nhau");
            province.restartWith(url(server));
            province.liveThrough("2018-03-21", "2018-03-23");
            Path out = folder.resolve("mô phỏng");
            Simulation.run(
                    province.settings(),
                    out,
                    new Simulation.Request(
                            new Simulation.Period(LocalDate.parse("2018-03-26"), LocalDate.parse(LAST)), true, null),
                    progress -> {});
            Map<String, String> before = province.sources();
            province.liveThrough("2018-03-24", LAST);
            Map<String, String> sent = province.sources();
            same(sent, onSqlite);
            assertThat(lettersIn(out))
                    .as("a look ahead from PostgreSQL foresees what is sent")
                    .isEqualTo(sent.size() - before.size());
        }
    }

    private static Province happenings(Province province) {
        province.on("2018-03-19").reports("so-tu-phap", "2018-Q1", QUARTERLY, "\"status\":\"in-progress\"");
        province.on("2018-03-20").promises("so-y-te", QUARTERLY, "2018-Q1", "2018-03-23");
        province.on("2018-03-21").isExtended("524", QUARTERLY, "2018-Q1", "2018-04-10");
        return province;
    }

    private static void same(Map<String, String> letters, Map<String, String> expected) {
        assertThat(letters.keySet()).isEqualTo(expected.keySet());
        letters.forEach((id, source) -> assertThat(source).as(id).isEqualTo(expected.get(id)));
    }

    private static long lettersIn(Path simulation) throws Exception {
        try (Stream<Path> files = Files.walk(simulation.resolve("letters"))) {
            return files.filter(file -> file.toString().endsWith(".eml")).count();
        }
    }

    private String typed(String... words) {
        StringWriter answer = new StringWriter();
        DondocCommand.run(
                Clock.fixed(VietnamTime.at(LocalDate.parse("2018-03-20"), java.time.LocalTime.NOON), VietnamTime.ZONE),
                new PrintWriter(answer),
                new PrintWriter(answer),
                Stream.concat(Stream.of("--home", folder.toString()), Stream.of(words))
                        .toArray(String[]::new));
        return answer.toString();
    }

    private static String url(PostgresServer server) {
        return "url: \"" + server.url() + "\"";
    }
}
