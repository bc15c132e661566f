package vn.dondoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.acceptance.TemporaryHome;
import vn.dondoc.cli.CommandLine.Answer;
import vn.dondoc.crash.SmallOffice;

/** A database of an earlier version is called that, not unreadable: by {@code doctor}, and as a backup by {@code restore}. */
class EarlierVersionTest {
    @TempDir
    private Path home;

    private CommandLine dondoc = new CommandLine(Path.of(""));

    @BeforeEach
    void an_office() throws IOException {
        SmallOffice.installIn(home, 9);
        TemporaryHome.configure(home, "transport: folder");
        dondoc = new CommandLine(home);
        dondoc.setClock("2026-03-02T07:10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "5", "12", "13"})
    void doctor_names_the_version_and_leaves_the_tables_as_they_are(String version) throws Exception {
        Path file = databaseOf(version, home.resolve("data"));
        byte[] before = Files.readAllBytes(file);
        Answer answer = dondoc.type("doctor");
        assertThat(answer.out())
                .contains("Cảnh báo  Cơ sở dữ liệu", "phiên bản trước: mức " + version + ",", "chạy dondoc check")
                .doesNotContain("không đọc được");
        assertThat(file).hasBinaryContent(before);

        assertThat(dondoc.type("run", "morning-check").exit()).isZero();
        assertThat(dondoc.type("doctor").out())
                .contains("Đạt       Cơ sở dữ liệu")
                .doesNotContain("phiên bản trước");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "12"})
    void restore_names_the_version_of_the_backup_and_changes_nothing(String version) throws Exception {
        assertThat(dondoc.type("run", "morning-check").exit()).isZero();
        assertThat(dondoc.type("backup").exit()).isZero();
        Path backup = home.resolve("data/backups/2026-03-02T071000");
        Path earlier = databaseOf(version, home.resolve("earlier"));
        Files.copy(earlier, backup.resolve("dondoc.db"), StandardCopyOption.REPLACE_EXISTING);
        listAgain(backup.resolve("dondoc.db"));
        Answer refused = dondoc.type("restore", backup.toString(), "--by", "Nguyễn Thị A", "--yes");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err())
                .contains("phiên bản khác", "mức " + version + ",", "đúng phiên bản chương trình đã sao lưu")
                .doesNotContain("không đọc được");
        assertThat(home.resolve("data/truoc-phuc-hoi")).doesNotExist();
    }

    private static Path databaseOf(String version, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("dondoc.db");
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + file, null, null)
                .locations("classpath:vn/dondoc/store/migrations")
                .target(MigrationVersion.fromVersion(version))
                .load()
                .migrate();
        return file;
    }

    private static void listAgain(Path database) throws Exception {
        String sum =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(database)));
        Path sums = database.resolveSibling("SHA256SUMS");
        List<String> lines = Files.readAllLines(sums).stream()
                .map(line -> line.endsWith("  dondoc.db") ? sum + "  dondoc.db" : line)
                .toList();
        Files.write(sums, lines);
    }
}
