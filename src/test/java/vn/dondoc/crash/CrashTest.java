package vn.dondoc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;
import vn.dondoc.crash.CountingMailServer.Point;

/**
 * The program is killed, as {@code kill -9} does, at named statements, at named points of the conversation with the mail
 * server and at random moments, and started again. What the mail server got is compared, byte for byte, with what it gets
 * from a program that nobody kills.
 */
class CrashTest {
    private static final List<String> STATEMENTS = List.of(
            "before insert into received_file",
            "after insert into received_file",
            "after UPDATE knowledge",
            "after SELECT max\\(day\\) FROM morning",
            "before INSERT INTO finding ",
            "after INSERT INTO finding_history",
            "before INSERT INTO outbox",
            "after INSERT INTO outbox",
            "before INSERT INTO notice_item",
            "after INSERT INTO letter_attachment",
            "after INSERT INTO alert",
            "after INSERT INTO morning",
            "after cancel_reason",
            "before dated_at = COALESCE",
            "after dated_at = COALESCE",
            "before sent_at = :at",
            "after sent_at = :at");
    private static final int MOST_OCCURRENCES = 6;
    private static final long LONGEST_MILLIS = 9_000;

    @TempDir
    private Path folder;

    private final Random random = new Random(881);

    @Test
    void eight_kills_lose_no_letter_and_double_none_but_the_one_that_was_on_its_way() throws Exception {
        survives(8);
    }

    @Test
    @Tag("long")
    void two_hundred_kills_lose_no_letter_and_double_none_but_the_one_that_was_on_its_way() throws Exception {
        survives(200);
    }

    private void survives(int kills) throws Exception {
        Map<String, String> expected = undisturbed();
        assertThat(expected.keySet()).hasSizeGreaterThan(20);
        int killed = 0;
        for (int story = 1; killed < kills; story++) {
            killed += disturbed(folder.resolve("story-" + story), expected, kills - killed);
        }
        assertThat(killed).isGreaterThanOrEqualTo(kills);
    }

    private Map<String, String> undisturbed() throws Exception {
        try (CountingMailServer server = new CountingMailServer()) {
            Path home = SmallOffice.installIn(Files.createDirectory(folder.resolve("undisturbed")), server.port());
            assertThat(start(home).waitFor()).isZero();
            Map<String, String> letters = new TreeMap<>();
            server.taken().forEach((id, copies) -> {
                assertThat(copies).as(id).hasSize(1);
                letters.put(id, copies.get(0));
            });
            return letters;
        }
    }

    /** Kills while the story lasts, no more often than that; compares; tells how often. */
    private int disturbed(Path home, Map<String, String> expected, int atMost) throws Exception {
        Set<String> onTheirWay = new HashSet<>();
        List<String> deaths = new ArrayList<>();
        try (CountingMailServer server = new CountingMailServer()) {
            SmallOffice.installIn(Files.createDirectory(home), server.port());
            while (deaths.size() < atMost) {
                String how = someHow();
                if (!dies(home, server, how)) {
                    break;
                }
                deaths.add(how);
                onTheirWay.addAll(sending(home));
            }
            assertThat(start(home).waitFor()).as("in the end the story is told").isZero();
            compare(server.taken(), expected, onTheirWay, deaths);
        }
        return deaths.size();
    }

    private static void compare(
            Map<String, List<String>> taken,
            Map<String, String> expected,
            Set<String> onTheirWay,
            List<String> deaths) {
        assertThat(taken.keySet()).as("after " + deaths).isEqualTo(expected.keySet());
        taken.forEach((id, copies) -> {
            assertThat(copies)
                    .as(id + " reads as without a crash, after " + deaths)
                    .allSatisfy(copy -> assertThat(copy).isEqualTo(expected.get(id)));
            if (!onTheirWay.contains(id)) {
                assertThat(copies.size())
                        .as("how often " + id + " came, after " + deaths)
                        .isEqualTo(1);
            }
        });
    }

    private String someHow() {
        return switch (random.nextInt(4)) {
            case 0 -> "millis " + random.nextLong(LONGEST_MILLIS);
            case 1 -> "mail " + Point.values()[random.nextInt(Point.values().length)];
            default -> {
                String statement = STATEMENTS.get(random.nextInt(STATEMENTS.size()));
                yield statement.replaceFirst(" ", " " + (1 + random.nextInt(MOST_OCCURRENCES)) + " ");
            }
        };
    }

    /** False when the story ended before. */
    private static boolean dies(Path home, CountingMailServer server, String how) throws Exception {
        if (how.startsWith("millis")) {
            Process process = start(home);
            if (!process.waitFor(Long.parseLong(how.substring("millis ".length())), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
            return process.waitFor() != 0;
        }
        if (how.startsWith("mail")) {
            Process process = start(home);
            Point point = Point.valueOf(how.substring("mail ".length()));
            server.watch(reached -> kill(process, reached == point));
            boolean died = process.waitFor() != 0;
            server.watch(reached -> {});
            return died;
        }
        return start(home, how).waitFor() != 0;
    }

    private static void kill(Process process, boolean now) {
        if (now) {
            process.destroyForcibly().onExit().join();
        }
    }

    private static Process start(Path home, String... point) throws IOException {
        String[] arguments =
                Stream.concat(Stream.of(home.toString()), Stream.of(point)).toArray(String[]::new);
        return Program.start(SmallOffice.class, home, arguments);
    }

    private static Set<String> sending(Path home) throws Exception {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + home.resolve("data/dondoc.db"));
        Set<String> ids = new HashSet<>();
        if (!Files.exists(home.resolve("data/dondoc.db"))) {
            return ids;
        }
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            if (!hasOutbox(statement)) {
                return ids;
            }
            try (var rows = statement.executeQuery("SELECT message_id FROM outbox WHERE state = 'sending'")) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
        }
        return ids;
    }

    /** Killed as early as that, the database has no tables yet. */
    private static boolean hasOutbox(Statement statement) throws SQLException {
        try (var tables = statement.executeQuery("SELECT 1 FROM sqlite_master WHERE name = 'outbox'")) {
            return tables.next();
        }
    }
}
