package vn.dondoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.acceptance.TemporaryHome;
import vn.dondoc.cli.CommandLine.Answer;
import vn.dondoc.crash.SmallOffice;

/** A home is put aside while it works, and made again from that without a letter going out twice. */
class BackupTest {
    private static final String LAST_MIGRATION =
            "UPDATE flyway_schema_history SET version = '99' WHERE installed_rank ="
                    + " (SELECT max(installed_rank) FROM flyway_schema_history)";

    private static final String PAPER = "\"evidence\":[{\"ref\":\"12/KH-SYT\",\"date\":\"2026-02-20\"}]";

    @TempDir
    private Path home;

    private CommandLine dondoc = new CommandLine(Path.of(""));

    @BeforeEach
    void an_office_at_work() throws IOException {
        SmallOffice.installIn(home, 9);
        TemporaryHome.configure(home, "transport: folder", "keep: 2");
        dondoc = new CommandLine(home);
        at("2026-03-02T07:10");
        reports("so-y-te");
        says(dondoc.type("run", "morning-check"), "nhắc việc");
    }

    @Test
    void letters_sent_after_the_backup_do_not_go_out_again() throws Exception {
        Path backup = backUp();
        at("2026-03-02T07:15");
        says(dondoc.type("run", "send"), "Đã gửi");
        List<Path> sent = letters();
        assertThat(sent).hasSizeGreaterThan(3);
        at("2026-03-02T09:00");

        Answer restored = restore(backup);
        says(restored, "Đã phục hồi", "Thư đã gửi từ lúc sao lưu: " + sent.size(), "không gửi lại");
        says(dondoc.type("run", "send"), "Đã gửi 0");
        says(dondoc.type("run", "morning-check"), "thư xếp hàng: không có");
        assertThat(letters()).isEqualTo(sent);
        says(dondoc.type("audit", "export"), "phục hồi từ bản sao lưu", "Nguyễn Thị A");
        assertThat(dondoc.type("audit", "verify").exit()).isZero();
    }

    @Test
    void letters_decided_and_sent_after_the_backup_are_known_to_what_is_restored() throws Exception {
        says(dondoc.type("run", "send"), "Đã gửi");
        Path backup = backUp();
        at("2026-03-09T07:00");
        says(dondoc.type("run", "morning-check"), "nhắc việc");
        says(dondoc.type("run", "send"), "Đã gửi");
        List<Path> sent = letters();

        restore(backup);
        at("2026-03-09T10:00");
        dondoc.type("run", "morning-check");
        says(dondoc.type("run", "send"), "Đã gửi 0");
        assertThat(letters()).isEqualTo(sent);
    }

    @Test
    void where_what_was_sent_cannot_be_told_sending_stops_and_says_why() throws Exception {
        Path backup = backUp();
        Files.writeString(home.resolve("data/dondoc.db"), "hỏng");
        Files.deleteIfExists(home.resolve("data/dondoc.db-wal"));
        Files.deleteIfExists(home.resolve("data/dondoc.db-shm"));
        says(restore(backup), "VIỆC GỬI THƯ ĐÃ DỪNG", "outbox resume");
        says(dondoc.type("run", "send"), "việc gửi thư đang tạm dừng");
        says(dondoc.type("outbox", "list"), "phục hồi từ bản sao lưu");
    }

    @Test
    void a_machine_that_was_lost_is_made_again_on_another_one() throws Exception {
        Path backup = backUp();
        try (var files = Files.walk(home.resolve("data"))) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder())
                    .filter(file ->
                            !file.startsWith(home.resolve("data/backups")) && !file.equals(home.resolve("data")))
                    .toList()) {
                Files.delete(file);
            }
        }
        Files.delete(home.resolve("rules/ke-hoach-mau/reminders.csv"));
        restore(backup);
        assertThat(home.resolve("rules/ke-hoach-mau/reminders.csv")).exists();
        try (var originals = Files.walk(home.resolve("data/received"))) {
            assertThat(originals.filter(Files::isRegularFile)).hasSize(1);
        }
        says(dondoc.type("explain", "so-y-te", "II.1-01"), "12/KH-SYT");
    }

    @Test
    void what_came_in_after_the_backup_is_named_so_that_it_is_submitted_again() throws Exception {
        Path backup = backUp();
        reports("so-tai-chinh");
        Files.writeString(
                home.resolve("config/agencies.csv"), Files.readString(home.resolve("config/agencies.csv")) + "\n");
        says(restore(backup), "1 tệp nhận sau lúc sao lưu", "data/received", "giữ nguyên", "config/agencies.csv");
    }

    @Test
    void a_backup_that_was_touched_is_refused_with_every_fault() throws Exception {
        Path backup = backUp();
        Files.writeString(backup.resolve("config/dondoc.yaml"), "x");
        Files.delete(backup.resolve("rules/README.md"));
        Files.writeString(backup.resolve("la.txt"), "x");
        Answer refused = restore(backup);
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err())
                .contains(
                        "config/dondoc.yaml: nội dung không còn như lúc sao lưu",
                        "rules/README.md: thiếu tệp",
                        "la.txt");
        says(dondoc.type("run", "send"), "Đã gửi");
    }

    @Test
    void a_backup_of_another_version_is_refused() throws Exception {
        Path backup = backUp();
        change(backup.resolve("dondoc.db"), LAST_MIGRATION);
        Answer refused = restore(backup);
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("phiên bản khác", "mức 99").containsPattern("mức [2-8]\\d");
    }

    @Test
    void a_backup_whose_audit_log_was_changed_is_refused() throws Exception {
        Path backup = backUp();
        change(
                backup.resolve("dondoc.db"),
                "DROP TRIGGER audit_is_never_changed",
                "UPDATE audit SET actor = 'người khác' WHERE number = 1");
        assertThat(restore(backup).err()).contains("sổ ghi không còn nguyên vẹn, từ dòng số 1");
    }

    @Test
    void the_newest_are_kept() throws Exception {
        Path first = backUp();
        at("2026-03-03T19:00");
        backUp();
        at("2026-03-04T19:00");
        backUp();
        assertThat(first).doesNotExist();
        try (Stream<Path> kept = Files.list(home.resolve("data/backups"))) {
            assertThat(kept.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("2026-03-03T190000", "2026-03-04T190000", "received");
        }
    }

    @Test
    void without_yes_a_backup_is_only_looked_at() throws Exception {
        Path backup = backUp();
        says(dondoc.type("restore", backup.toString()), "Bản sao lưu dùng được", "Chưa phục hồi gì");
        assertThat(home.resolve("data/truoc-phuc-hoi")).doesNotExist();
        assertThat(dondoc.type("restore", backup.toString(), "--yes").exit()).isEqualTo(2);
    }

    /** As if the one who touched it had brought the list of check sums in line. */
    private static void change(Path database, String... statements) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = connection.createStatement()) {
            for (String each : statements) {
                statement.executeUpdate(each);
            }
        }
        Path sums = database.resolveSibling("SHA256SUMS");
        List<String> lines = Files.readAllLines(sums).stream()
                .map(line -> line.endsWith("  dondoc.db") ? sha256(database) + "  dondoc.db" : line)
                .toList();
        Files.write(sums, lines);
    }

    private static String sha256(Path file) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (java.security.NoSuchAlgorithmException | IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private void at(String moment) {
        dondoc.setClock(moment);
    }

    private void reports(String unit) throws IOException {
        Path report = Files.writeString(
                home.resolve("bao-cao-" + unit + ".json"),
                "{\"agency\":\"" + unit
                        + "\",\"period\":\"2026\",\"entries\":[{\"duty\":\"II.1-01\",\"status\":\"done\","
                        + "\"completedOn\":\"2026-02-20\"," + PAPER + "}]}");
        assertThat(dondoc.type("submit", report.toString()).exit()).isZero();
    }

    private Path backUp() throws IOException {
        says(dondoc.type("backup"), "Đã sao lưu vào");
        try (Stream<Path> backups = Files.list(home.resolve("data/backups"))) {
            return backups.filter(folder -> folder.getFileName().toString().startsWith("20"))
                    .max(java.util.Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    private Answer restore(Path backup) {
        return dondoc.type("restore", backup.toString(), "--by", "Nguyễn Thị A", "--yes");
    }

    private List<Path> letters() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("data/letters"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void says(Answer answer, String... words) {
        assertThat(answer.out()).as(answer.err()).contains(words);
    }
}
