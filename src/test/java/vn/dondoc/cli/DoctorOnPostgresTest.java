package vn.dondoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.acceptance.TemporaryHome;
import vn.dondoc.cli.CommandLine.Answer;
import vn.dondoc.crash.SmallOffice;
import vn.dondoc.store.DatabaseAddress.PostgresServer;
import vn.dondoc.store.SharedPostgres;

/** A home that keeps its records on PostgreSQL is looked at as one with a file is. */
class DoctorOnPostgresTest {
    @TempDir
    private Path home;

    private final PostgresServer server = SharedPostgres.database();
    private CommandLine dondoc = new CommandLine(Path.of(""));

    @BeforeEach
    void an_office_at_work() throws IOException {
        SmallOffice.installIn(home, 9);
        TemporaryHome.configure(home, "transport: folder", "username: postgres", "url: \"" + server.url() + "\"");
        dondoc = new CommandLine(home);
        dondoc.setClock("2026-03-02T07:10");
        assertThat(dondoc.type("run", "morning-check").exit()).isZero();
        dondoc.type("backup");
        dondoc.setClock("2026-03-02T13:00");
    }

    @Test
    void doctor_names_the_server_and_compares_clocks_with_it() {
        String said = dondoc.type("doctor").out();
        assertThat(said)
                .contains("Đạt       Cơ sở dữ liệu: ở ", server.url().substring("jdbc:postgresql://".length()))
                .contains("Đạt       Sổ ghi:", "Đạt       Sao lưu: bản gần nhất lúc 07:10 ngày 02/03/2026")
                .contains("Đạt       Kiểm tra buổi sáng: lần gần nhất ngày 02/03/2026")
                .contains("giây so với máy chủ PostgreSQL");
        assertThat(home.resolve("data/dondoc.db")).doesNotExist();
    }

    @Test
    void doctor_tells_faults_in_the_records_there() {
        SharedPostgres.executeIn(
                server,
                "ALTER TABLE audit DISABLE TRIGGER ALL; UPDATE audit SET actor = 'người khác' WHERE number = 1");
        dondoc.setClock("2026-03-01T07:10");
        Answer sick = dondoc.type("doctor");
        assertThat(sick.exit()).isEqualTo(1);
        assertThat(sick.out())
                .contains("Lỗi       Sổ ghi: không còn nguyên vẹn, từ dòng số 1")
                .contains("Lỗi       Đồng hồ: máy chỉ 07:10 ngày 01/03/2026")
                .contains("Lỗi       Kiểm tra buổi sáng: lần gần nhất ngày 02/03/2026, chưa đến");
    }
}
