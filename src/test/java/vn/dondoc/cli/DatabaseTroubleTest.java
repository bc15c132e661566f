package vn.dondoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.acceptance.TemporaryHome;
import vn.dondoc.cli.CommandLine.Answer;
import vn.dondoc.crash.SmallOffice;

/** A home that lost its records, or cannot get at them, says so with what to do, and never begins anew in silence. */
class DatabaseTroubleTest {
    @TempDir
    private Path home;

    private CommandLine dondoc = new CommandLine(Path.of(""));
    private Path database = Path.of("");

    @BeforeEach
    void an_office_at_work() throws IOException {
        SmallOffice.installIn(home, 9);
        TemporaryHome.configure(home, "transport: folder");
        database = home.resolve("data/dondoc.db");
        dondoc = new CommandLine(home);
        dondoc.setClock("2026-03-02T07:10");
        assertThat(dondoc.type("run", "morning-check").exit()).isZero();
        settle();
    }

    @Test
    void what_is_no_database_is_refused_and_left_as_it_is() throws IOException {
        dondoc.type("backup");
        lose();
        Files.writeString(database, "đây không phải cơ sở dữ liệu ".repeat(1_000));
        refuses("bị hỏng", "dondoc restore " + home.resolve("data/backups/2026-03-02T071000"));
        assertThat(database).content().startsWith("đây không phải");
    }

    @Test
    void a_file_that_is_cut_off_is_refused() throws IOException {
        try (FileChannel file = FileChannel.open(database, StandardOpenOption.WRITE)) {
            file.truncate(file.size() / 2);
        }
        refuses("bị hỏng", "dondoc restore THƯ_MỤC", "không có bản nào");
    }

    @Test
    void a_file_that_is_gone_is_missed_where_reports_were_received() throws IOException {
        Files.createDirectories(home.resolve("data/received/2026"));
        Files.writeString(home.resolve("data/received/2026/bao-cao.json"), "{}");
        lose();
        refuses("không có dữ liệu, trong khi", "có báo cáo đã nhận", "không tự bắt đầu lại từ đầu");
        assertThat(database).doesNotExist();
    }

    @Test
    void a_file_that_is_gone_is_missed_where_letters_were_sent_and_backups_made() throws IOException {
        dondoc.type("run", "send");
        dondoc.type("backup");
        settle();
        lose();
        refuses("có thư đã gửi", "có bản sao lưu", "dondoc restore " + home.resolve("data/backups/2026-03-02T071000"));
    }

    @Test
    void an_empty_file_is_as_good_as_none() throws IOException {
        dondoc.type("backup");
        lose();
        Files.createFile(database);
        refuses("không có dữ liệu, trong khi");
        assertThat(database).isEmptyFile();
    }

    @Test
    void a_home_that_was_never_used_begins() throws IOException {
        lose();
        assertThat(dondoc.type("check", "--as-of", "2026-03-02").err()).doesNotContain("lỗi");
        assertThat(database).exists();
    }

    @Test
    void what_was_lost_is_restored_by_the_command_that_was_named() throws IOException {
        dondoc.type("backup");
        settle();
        lose();
        Answer restored = dondoc.type(
                "restore", home.resolve("data/backups/2026-03-02T071000").toString(), "--by", "Nguyễn Thị A", "--yes");
        assertThat(restored.exit()).as(restored.err()).isZero();
        assertThat(dondoc.type("audit", "verify").exit()).isZero();
    }

    @Test
    void a_folder_that_takes_no_file_is_named() throws IOException {
        TemporaryHome.configure(home, "file: /proc/dondoc/dondoc.db");
        assertThat(dondoc.type("check").exit()).isEqualTo(2);
        TemporaryHome.configure(home, "file: /proc/dondoc.db");
        refuses("/proc/dondoc.db", "không mở được", "quyền của tài khoản chạy chương trình");
    }

    @Test
    void a_database_that_another_program_holds_is_waited_for_and_then_told() throws Exception {
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            dondoc.setClock("2026-03-03T07:10");
            Answer refused = refuses("chương trình khác giữ cơ sở dữ liệu quá lâu", "phần mềm xem SQLite");
            assertThat(refused.out()).isEmpty();
            statement.execute("ROLLBACK");
        }
        assertThat(dondoc.type("run", "morning-check").exit()).isZero();
    }

    /** Nobody reads a stack trace: neither in the answer nor in what is logged. */
    private Answer refuses(String... words) {
        PrintStream before = System.err;
        ByteArrayOutputStream logged = new ByteArrayOutputStream();
        System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
        try {
            Answer refused = dondoc.type("run", "morning-check");
            assertThat(refused.exit()).as(refused.err()).isEqualTo(2);
            assertThat(refused.err())
                    .contains(words)
                    .contains("1 lỗi; chưa làm gì.")
                    .doesNotContain("\tat ");
            assertThat(logged.toString(StandardCharsets.UTF_8)).doesNotContain("\tat ");
            return refused;
        } finally {
            System.setErr(before);
        }
    }

    /** What the write-ahead log holds goes into the file, as when the program ends. */
    private void settle() throws IOException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (java.sql.SQLException refused) {
            throw new IOException(refused);
        }
    }

    private void lose() throws IOException {
        for (String file : new String[] {"dondoc.db", "dondoc.db-wal", "dondoc.db-shm"}) {
            Files.deleteIfExists(home.resolve("data").resolve(file));
        }
    }
}
