package vn.dondoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.acceptance.TemporaryHome;
import vn.dondoc.store.Database;
import vn.dondoc.store.DatabaseAddress.PostgresServer;
import vn.dondoc.store.SharedPostgres;

class MigrateTest {
    private static final String REPORT = """
            {"agency":"so-y-te","period":"2017-Q4","entries":[{"duty":"III.1-03","status":"done","completedOn":"2017-12-15",
            "evidence":[{"ref":"01/BC-SYT","date":"2017-12-15"}],"note":"Đã gửi"}]}""";

    @TempDir
    private Path home;

    private final PostgresServer server = SharedPostgres.bareDatabase();
    private CommandLine line;
    private Path file;

    @BeforeEach
    void a_home_that_was_told_something() throws IOException {
        TemporaryHome.in(home);
        TemporaryHome.configure(home, "username: postgres");
        line = new CommandLine(home);
        file = home.resolve("data/dondoc.db");
        Path report = Files.writeString(home.resolve("báo cáo.json"), REPORT);
        assertThat(line.type("submit", report.toString()).exit()).isZero();
    }

    @Test
    void everything_moves_and_is_found_there() throws IOException {
        assertThat(line.type("run", "morning-check").exit()).isZero();
        byte[] before = Files.readAllBytes(file);
        List<String> letters = line.type("outbox", "list").out().lines().toList();
        String findings = line.type("check", "--format", "csv").out();

        CommandLine.Answer moved = line.type("migrate", "--to", server.url(), "--yes");

        assertThat(moved.exit()).as(moved.err()).isZero();
        assertThat(moved.out())
                .containsPattern("outbox +\\d+  [0-9a-f]{12}")
                .contains("khớp nhau", "url: \"" + server.url() + "\"", "data/ack-secret");
        assertThat(file).hasBinaryContent(before);
        Files.delete(file);
        TemporaryHome.configure(home, "url: \"" + server.url() + "\"");
        assertThat(line.type("outbox", "list").out().lines().toList())
                .hasSizeGreaterThan(30)
                .isEqualTo(letters);
        assertThat(line.type("check", "--format", "csv").out()).isEqualTo(findings);
        assertThat(file).as("the file that is not used any more").doesNotExist();
    }

    @Test
    void new_rows_are_numbered_on() throws IOException {
        line.type("migrate", "--to", server.url(), "--yes");
        TemporaryHome.configure(home, "url: \"" + server.url() + "\"");
        Path second = Files.writeString(home.resolve("lần 2.json"), REPORT.replace("2017-12-15", "2017-12-16"));
        assertThat(line.type("submit", second.toString()).exit()).isZero();
        try (Database database = Database.open(server)) {
            assertThat(ids(database, "received_file")).containsExactly(1, 2);
            assertThat(ids(database, "entry")).containsExactly(1, 2);
        }
    }

    @Test
    void without_yes_nothing_moves() throws IOException {
        CommandLine.Answer shown = line.type("migrate", "--to", server.url());
        assertThat(shown.exit()).isZero();
        assertThat(shown.out()).containsPattern("received_file +1 ").contains("Chưa chuyển gì", "--yes");
        assertThat(line.type("migrate", "--to", server.url(), "--yes").exit())
                .as("nothing is there yet")
                .isZero();
        try (Stream<Path> left = Files.list(home.resolve("data"))) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith(".chuyen"));
        }
    }

    @Test
    void a_server_that_holds_something_is_refused() {
        line.type("migrate", "--to", server.url(), "--yes");
        CommandLine.Answer again = line.type("migrate", "--to", server.url(), "--yes");
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err()).contains("đích đã có dữ liệu", "received_file", "entry");
        try (Database database = Database.open(server)) {
            assertThat(ids(database, "received_file")).containsExactly(1);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:mysql://localhost/d                              | phải là địa chỉ PostgreSQL
            data/khac.db                                          | phải là địa chỉ PostgreSQL
            jdbc:postgresql://localhost/d?user=a&password=bi_mat  | Không ghi tên đăng nhập
            jdbc:postgresql://a:bi_mat@localhost/d                | Không ghi tên đăng nhập
            jdbc:postgresql://localhost:1/d                       | không vào được
            """)
    void a_wrong_target_is_refused(String target, String why) {
        CommandLine.Answer answer = line.type("migrate", "--to", target, "--yes");
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains(why).doesNotContain("bi_mat");
    }

    @Test
    void a_database_of_another_program_or_another_encoding_is_refused() {
        PostgresServer others = SharedPostgres.bareDatabase();
        SharedPostgres.executeIn(others, "CREATE TABLE nhan_su (id INTEGER)");
        assertThat(line.type("migrate", "--to", others.url(), "--yes").err()).contains("chương trình khác (nhan_su)");
        PostgresServer latin =
                SharedPostgres.create(" ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0");
        assertThat(line.type("migrate", "--to", latin.url()).err()).contains("không dùng bảng mã UTF-8");
    }

    @Test
    void a_home_without_data_has_nothing_to_move() throws IOException {
        Files.delete(file);
        CommandLine.Answer answer = line.type("migrate", "--to", server.url(), "--yes");
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("Chưa có dữ liệu để chuyển");
    }

    private static List<Integer> ids(Database database, String table) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT id FROM " + table + " ORDER BY id")
                        .mapTo(Integer.class)
                        .list());
    }
}
