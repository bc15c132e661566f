package vn.dondoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.acceptance.TemporaryHome;
import vn.dondoc.cli.CommandLine.Answer;
import vn.dondoc.crash.SmallOffice;

/** Each thing that can be out of order is found, with what to do; what is in order is said to be. */
class DoctorTest {
    @TempDir
    private Path home;

    private CommandLine dondoc = new CommandLine(Path.of(""));

    @BeforeEach
    void an_office_at_work() throws IOException {
        SmallOffice.installIn(home, 9);
        TemporaryHome.configure(home, "transport: folder");
        dondoc = new CommandLine(home);
        dondoc.setClock("2026-03-02T07:10");
        assertThat(dondoc.type("run", "morning-check").exit()).isZero();
        dondoc.type("backup");
        dondoc.setClock("2026-03-02T13:00");
    }

    @Test
    void a_home_in_order_has_no_fault() {
        Answer healthy = dondoc.type("doctor");
        assertThat(healthy.exit()).as(healthy.out() + healthy.err()).isZero();
        assertThat(healthy.out())
                .contains(
                        "Đạt       Cấu hình:",
                        "Đạt       Cơ sở dữ liệu:",
                        "nguyên vẹn",
                        "Đạt       Kiểm tra buổi sáng:")
                .contains(
                        "Đạt       Đồng hồ:",
                        "Đạt       Sổ ghi:",
                        "Đạt       Sao lưu: bản gần nhất lúc 07:10 ngày 02/03/2026")
                .contains("Đạt       Lời thư:", "Đạt       Lịch chạy:", "Ổ đĩa dữ liệu", "Ổ đĩa sao lưu")
                .contains(
                        "Cảnh báo  Lịch nghỉ: chưa có lịch nghỉ năm 2026",
                        "Cảnh báo  Địa chỉ thư:",
                        "Cảnh báo  Gửi thư:")
                .contains("Cảnh báo  Chạy thường trực: không có dondoc serve", "0 lỗi, ");
    }

    @Test
    void a_job_whose_schedule_is_gone_is_a_fault_or_where_no_letter_depends_on_it_a_remark() throws IOException {
        Files.delete(home.resolve("schedules/send.yaml"));
        Files.move(home.resolve("schedules/morning-check.yaml"), home.resolve("schedules/morning-check.yaml.cu"));
        Files.delete(home.resolve("schedules/weekly-digest.yaml"));

        Answer sick = dondoc.type("doctor");

        assertThat(sick.exit()).isEqualTo(1);
        assertThat(sick.out())
                .contains(
                        "Lỗi       Lịch chạy: không có tệp lịch nào của việc morning-check",
                        "Lỗi       Lịch chạy: không có tệp lịch nào của việc send",
                        "chép lại send.yaml của bản cài đặt vào thư mục schedules",
                        "Cảnh báo  Lịch chạy: không có tệp lịch nào của việc weekly-digest",
                        "2 lỗi, ")
                .doesNotContain("việc replies");
    }

    @Test
    void json_has_every_key() {
        JsonNode answer = dondoc.type("doctor", "--format", "json").json();
        assertThat(answer).hasSizeGreaterThan(12).allSatisfy(line -> {
            assertThat(line.get("grade").asText()).isIn("fine", "warning");
            assertThat(line.fieldNames()).toIterable().containsExactly("grade", "subject", "found", "remedy");
        });
    }

    @Test
    void every_mistake_of_the_configuration_is_a_fault() throws IOException {
        TemporaryHome.configure(home, "transport: bồ câu", "port: 0");
        Answer sick = dondoc.type("doctor");
        assertThat(sick.exit()).isEqualTo(1);
        assertThat(sick.out()).contains("Lỗi       Cấu hình:", "bồ câu", "port", "2 lỗi, 0 cảnh báo");
    }

    @Test
    void nothing_is_said_of_other_files_that_only_follows_from_units_that_cannot_be_read() throws IOException {
        Path units = home.resolve("config/agencies.csv");
        Files.writeString(units, Files.readString(units).lines().findFirst().orElseThrow() + "\n");

        Answer sick = dondoc.type("doctor");

        assertThat(sick.out())
                .contains("không có đơn vị nào", "1 lỗi, 0 cảnh báo")
                .doesNotContain("leaders.yaml");
    }

    @Test
    void sample_addresses_are_a_fault_once_mail_is_real() throws IOException {
        TemporaryHome.configure(home, "transport: smtp");
        Answer sick = dondoc.type("doctor");
        assertThat(sick.exit()).isEqualTo(1);
        assertThat(sick.out()).contains("Lỗi       Địa chỉ thư:", "nơi nhận còn địa chỉ mẫu");
    }

    @Test
    void a_unit_without_an_address_is_named() throws IOException {
        TemporaryHome.mailOnlyTo(home, unit -> !unit.equals("so-y-te"));
        assertThat(dondoc.type("doctor").out())
                .contains("Cảnh báo  Địa chỉ thư: 1 đơn vị không có địa chỉ thư", "Sở Y tế", "config/agencies.csv");
    }

    @Test
    void the_notice_for_next_year_is_asked_for_from_november_on() throws IOException {
        Files.delete(home.resolve("config/holidays/2021.yaml"));
        at("2020-10-31T13:00");
        assertThat(dondoc.type("doctor").out()).contains("Đạt       Lịch nghỉ: có lịch nghỉ năm 2020");
        at("2020-11-01T13:00");
        assertThat(dondoc.type("doctor").out()).contains("chưa có lịch nghỉ năm 2021", "config/holidays/2021.yaml");
    }

    @Test
    void faulty_rules_and_an_edit_not_taken_up_are_told() throws IOException {
        Path ladder = home.resolve("rules/ke-hoach-mau/plan.yaml");
        String before = Files.readString(ladder);
        Files.writeString(ladder, before + "\n# sửa\n");
        assertThat(dondoc.type("doctor").out()).contains("đã sửa khác đi và chưa được đưa vào", "dondoc rules publish");
        Files.writeString(ladder, before + "\nkhoa-la: 1\n");
        Answer sick = dondoc.type("doctor");
        assertThat(sick.exit()).isEqualTo(1);
        assertThat(sick.out()).contains("Lỗi       Quy tắc: 1 lỗi", "khoa-la", "dondoc rules check");
    }

    @Test
    void a_working_day_without_a_morning_check_is_a_fault_from_noon_on() {
        at("2026-03-03T11:59");
        assertThat(dondoc.type("doctor").exit()).isZero();
        at("2026-03-03T12:00");
        Answer sick = dondoc.type("doctor");
        assertThat(sick.exit()).isEqualTo(1);
        assertThat(sick.out()).contains("lần gần nhất ngày 02/03/2026, ngày làm việc 03/03/2026 không có");
    }

    @Test
    void a_weekend_needs_no_morning_check() {
        at("2026-03-06T07:00");
        dondoc.type("run", "morning-check");
        at("2026-03-08T13:00");
        assertThat(dondoc.type("doctor").out()).contains("Đạt       Kiểm tra buổi sáng: lần gần nhất ngày 06/03/2026");
    }

    @Test
    void a_clock_behind_the_records_is_a_fault() {
        at("2026-03-02T07:08");
        Answer sick = dondoc.type("doctor");
        assertThat(sick.exit()).isEqualTo(1);
        assertThat(sick.out())
                .contains("Lỗi       Đồng hồ: máy chỉ 07:08 ngày 02/03/2026", "07:10 ngày 02/03/2026", "NTP");
    }

    @Test
    void a_backup_of_the_day_before_yesterday_is_too_old() {
        at("2026-03-04T07:10");
        assertThat(dondoc.type("doctor").out()).contains("Đạt       Sao lưu");
        at("2026-03-04T07:11");
        assertThat(dondoc.type("doctor").out()).contains("Cảnh báo  Sao lưu", "đã quá 2 ngày", "dondoc backup");
    }

    @Test
    void letters_that_wait_too_long_and_a_stop_of_sending_are_told() {
        dondoc.type("outbox", "pause", "--author", "Nguyễn Thị A", "--reason", "thử máy chủ");
        at("2026-03-05T07:11");
        assertThat(dondoc.type("doctor").out())
                .contains("việc gửi thư đang tạm dừng từ 13:00 ngày 02/03/2026: thử máy chủ")
                .contains("Cảnh báo  Hàng chờ gửi:", "thư chờ gửi, lâu nhất từ 07:10 ngày 02/03/2026");
    }

    @Test
    void a_broken_audit_log_is_a_fault() throws SQLException {
        change("DROP TRIGGER audit_is_never_changed", "UPDATE audit SET actor = 'người khác' WHERE number = 1");
        Answer sick = dondoc.type("doctor");
        assertThat(sick.exit()).isEqualTo(1);
        assertThat(sick.out())
                .contains("sổ ghi không còn nguyên vẹn, từ dòng số 1", "dondoc restore", "2026-03-02T071000");
    }

    @Test
    void a_damaged_database_is_a_fault_with_the_backup_to_restore() throws IOException {
        Files.deleteIfExists(home.resolve("data/dondoc.db-wal"));
        Files.deleteIfExists(home.resolve("data/dondoc.db-shm"));
        Files.writeString(home.resolve("data/dondoc.db"), "hỏng ".repeat(5_000));
        Answer sick = dondoc.type("doctor");
        assertThat(sick.exit()).isEqualTo(1);
        assertThat(sick.out()).contains("Lỗi       Cơ sở dữ liệu", "bị hỏng", "dondoc restore", "2026-03-02T071000");
    }

    private void at(String moment) {
        dondoc.setClock(moment);
    }

    private void change(String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("data/dondoc.db"));
                var statement = connection.createStatement()) {
            for (String each : statements) {
                statement.executeUpdate(each);
            }
        }
    }
}
