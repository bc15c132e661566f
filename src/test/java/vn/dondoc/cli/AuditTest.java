package vn.dondoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.crash.SmallOffice;

/** Everything that has to be accounted for is in the audit log, and nobody changes it unnoticed. */
class AuditTest {
    private static final String PAPER = "\"evidence\":[{\"ref\":\"12/KH-SYT\",\"date\":\"2026-02-20\"}]";

    @TempDir
    private Path home;

    @TempDir
    private Path out;

    private CommandLine dondoc = new CommandLine(Path.of(""));

    @BeforeEach
    void a_morning_in_the_office() throws IOException {
        SmallOffice.installIn(home, 9);
        vn.dondoc.acceptance.TemporaryHome.configure(home, "transport: folder");
        dondoc = new CommandLine(home);
        dondoc.setClock("2026-03-02T07:10");
        dondoc.type("run", "morning-check");
        Path report = Files.writeString(
                out.resolve("=báo cáo.json"),
                "{\"agency\":\"so-y-te\",\"period\":\"2026\",\"entries\":[{\"duty\":\"II.1-01\",\"status\":\"done\","
                        + "\"completedOn\":\"2026-02-20\"," + PAPER + "}]}");
        assertThat(dondoc.type("submit", report.toString()).exit()).isZero();
        assertThat(dondoc.type("run", "send").out()).contains("Đã gửi");
        assertThat(dondoc.type(
                                "silence",
                                "add",
                                "--agency",
                                "xa-mau",
                                "--until",
                                "2026-03-20",
                                "--by",
                                "Nguyễn Thị A",
                                "--reason",
                                "bão lũ")
                        .exit())
                .isZero();
        dondoc.type("outbox", "pause", "--author", "Trần Văn B", "--reason", "máy chủ thư bảo trì");
    }

    @Test
    void who_did_what_is_exported_for_the_inspectors() throws IOException {
        Path file = out.resolve("so-ghi.csv");
        assertThat(dondoc.type("audit", "export", "--out", file.toString()).exit())
                .isZero();
        String csv = Files.readString(file);
        assertThat(csv).startsWith("\ufeff\"Số\",\"Lúc\",\"Ai\",\"Việc\"");
        assertThat(csv)
                .contains("\"công bố quy tắc\"", "\"nhận báo cáo\",\"'=báo cáo.json\"", "\"gửi thư\"")
                .contains("\"Nguyễn Thị A\",\"tạm dừng nhắc\"", "xa-mau", "bão lũ")
                .contains("\"Trần Văn B\",\"dừng gửi thư\"", "máy chủ thư bảo trì");
        assertThat(csv.lines()).hasSizeGreaterThan(8);
        assertThat(dondoc.type("audit", "verify").out()).startsWith("Sổ ghi nguyên vẹn: ");
    }

    @Test
    void a_changed_record_is_named() throws SQLException {
        tamper("DROP TRIGGER audit_is_never_changed", "UPDATE audit SET actor = 'người khác' WHERE number = 3");
        breaksAt(3, "dòng số 3 không còn như lúc ghi");
    }

    @Test
    void a_record_left_out_is_named() throws SQLException {
        tamper("DROP TRIGGER audit_is_never_deleted", "DELETE FROM audit WHERE number = 4");
        breaksAt(4, "thiếu dòng số 4");
    }

    @Test
    void records_cut_off_at_the_end_are_missed() throws SQLException {
        long last = dondoc.type("audit", "verify", "--format", "json")
                .json()
                .get("records")
                .asLong();
        tamper("DROP TRIGGER audit_is_never_deleted", "DELETE FROM audit WHERE number = " + last);
        breaksAt(last, "sổ ghi có đến số " + last);
    }

    @Test
    void a_record_put_in_with_its_own_hash_breaks_the_next_one() throws SQLException {
        tamper(
                "DROP TRIGGER audit_is_never_changed",
                "UPDATE audit SET hash = (SELECT hash FROM audit WHERE number = 1) WHERE number = 2");
        breaksAt(2, "dòng số 2");
    }

    @Test
    void the_database_itself_refuses_changes() {
        for (String change : List.of(
                "UPDATE audit SET actor = ''",
                "DELETE FROM audit",
                "REPLACE INTO audit SELECT number, at, 'x', act, subject, detail, hash FROM audit WHERE number = 1")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> tamper(change))
                    .as(change)
                    .hasMessageContaining("audit is append-only");
        }
    }

    private void breaksAt(long number, String reason) {
        var answer = dondoc.type("audit", "verify", "--format", "json");
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.json().get("brokenAt").asLong()).isEqualTo(number);
        assertThat(dondoc.type("audit", "verify").out()).contains("KHÔNG còn nguyên vẹn", reason);
    }

    private void tamper(String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("data/dondoc.db"));
                var statement = connection.createStatement()) {
            for (String each : statements) {
                statement.executeUpdate(each);
            }
        }
    }
}
