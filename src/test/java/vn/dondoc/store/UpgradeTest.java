package vn.dondoc.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.reading.FaultyFileException;

/** A database of any earlier version is brought up to date with everything in it. */
class UpgradeTest {
    private static final String LETTER =
            "INSERT INTO outbox (letter_key, message_id, kind, recipient, cc, agency, day, subject,"
                    + " body_text, body_html, items, reason, rules_version, queued_at, state, next_attempt_at) VALUES"
                    + " ('k', '<k@x.example>', 'reminder', 'a@x.example', '', 'so-noi-vu', '2018-01-02', 'Nhắc việc', 'Kính gửi',"
                    + " '<p>Kính gửi</p>', 1, 'r', 'v', '2018-01-02T00:00:00.000Z', 'queued', '2018-01-02T00:00:00.000Z')";
    private static final String FILE =
            "INSERT INTO received_file (sha256, name, received_at, recorded_at, stored_path, channel, outcome, accepted_rows,"
                    + " refused_rows) VALUES ('aa', 'bao-cao.json', '2018-01-02T00:00:00.000Z',"
                    + " '2018-01-02T00:00:00.000Z', '2018/aa', 'file', 'accepted', 0, 0)";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1", "2", "3", "4", "5", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "19", "20", "21"
            })
    void every_earlier_version_keeps_its_letters_and_reports(String version) throws SQLException {
        Path file = databaseOf(version);
        execute(file, LETTER);
        boolean hasReports = Integer.parseInt(version) >= 2;
        if (hasReports) {
            execute(file, FILE);
        }

        try (Database upgraded = Database.open(file)) {
            OutboxStore outbox = new OutboxStore(upgraded, "don-doc@x.example");
            assertThat(outbox.list(LetterState.QUEUED)).singleElement().satisfies(letter -> {
                assertThat(letter.letter().subject()).isEqualTo("Nhắc việc");
                assertThat(letter.messageId()).isEqualTo("<k@x.example>");
            });
            assertThat(new ReportStore(upgraded).standing("aa").isPresent()).isEqualTo(hasReports);
            assertThat(new ReportStore(upgraded).entriesKnownAt(Instant.parse("2030-01-01T00:00:00Z")))
                    .isEmpty();
            assertThat(new AuditLog(upgraded).verify()).isEmpty();
        }
        assertThat(SqliteFileCheck.look(file).schema()).isEqualTo(SqliteFileCheck.schemaOfThisProgram());
    }

    @Test
    void a_database_of_a_newer_program_is_refused() throws SQLException {
        Path file = folder.resolve("newer.db");
        Database.open(file).close();
        execute(
                file,
                "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                        + " installed_by, installed_on, execution_time, success) VALUES"
                        + " (99, '99', 'later', 'SQL', 'V99__later.sql', 1, '', '2030-01-01 00:00:00.000', 1, 1)");
        assertThatThrownBy(() -> Database.open(file))
                .isInstanceOf(FaultyFileException.class)
                .hasMessageContaining("phiên bản mới hơn")
                .hasMessageContaining("mức 99");
    }

    private Path databaseOf(String version) {
        Path file = folder.resolve("v" + version + ".db");
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + file, null, null)
                .locations("classpath:vn/dondoc/store/migrations")
                .target(MigrationVersion.fromVersion(version))
                .load()
                .migrate();
        return file;
    }

    private static void execute(Path file, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String each : List.of(statements)) {
                statement.executeUpdate(each);
            }
        }
    }
}
