package vn.dondoc.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;
import vn.dondoc.schedules.Schedule.CatchUp;
import vn.dondoc.schedules.Schedule.OnDayOff;

class ScheduleFilesTest {
    private static final Set<String> JOBS = Set.of("backup", "morning-check", "replies", "send", "weekly-digest");

    private static final Instant NOW = Instant.parse("2018-01-02T00:00:00Z");

    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    @Test
    void the_shipped_schedules_are_read() {
        assertThat(ScheduleFiles.read(Path.of("schedules"), JOBS, NOW, problems))
                .containsExactly(
                        schedule("backup", "Sao lưu", "0 0 19 ? * *", OnDayOff.RUN, CatchUp.ONCE),
                        schedule("morning-check", "Kiểm tra buổi sáng", "0 0 7 ? * *", OnDayOff.SKIP, CatchUp.ONCE),
                        schedule("replies", "Đọc thư trả lời", "0 2/5 * ? * *", OnDayOff.RUN, CatchUp.SKIP),
                        schedule("send", "Gửi thư", "0 0/5 7-16 ? * *", OnDayOff.SKIP, CatchUp.SKIP),
                        schedule(
                                "weekly-digest",
                                "Bản tổng hợp tuần",
                                "0 30 7 ? * MON",
                                OnDayOff.NEXT_WORKING_DAY,
                                CatchUp.ONCE));
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void what_is_not_written_has_its_default() throws IOException {
        assertThat(read("job: send\ntitle: Gửi\ncron: 0 0 7 ? * *\n"))
                .containsExactly(schedule("send", "Gửi", "0 0 7 ? * *", OnDayOff.SKIP, CatchUp.ONCE));
        assertThat(problems.list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"yes, true", "Yes, true", "có, true", "no, false", "không, false"})
    void a_switch_is_said_in_either_language(String written, boolean enabled) throws IOException {
        assertThat(read("job: send\ntitle: Gửi\ncron: 0 0 7 ? * *\nenabled: " + written + "\n"))
                .extracting(Schedule::enabled)
                .containsExactly(enabled);
        assertThat(problems.list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 */1 7-16 ? * *", "0 * 7-16 ? * *", "0 0 7 ? * * 2018"})
    void every_minute_and_one_year_may_be_meant(String cron) throws IOException {
        read("job: send\ntitle: Gửi\ncron: \"" + cron + "\"\n");
        assertThat(problems.list()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void a_mistake_is_refused_with_its_line_and_a_hint(String changed, String line, String message, String hint)
            throws IOException {
        String key = changed.substring(0, changed.indexOf(':') + 1);
        String good = "job: send\ntitle: Gửi\ncron: \"0 0 7 ? * *\"\nzone: Asia/Ho_Chi_Minh\nonDayOff: run\n";
        read(good.contains(key) ? good.replaceAll("(?m)^" + key + ".*", changed) : good + changed);
        assertThat(problems.list()).as(problems.list().toString()).hasSize(1);
        assertThat(problems.list().get(0).place()).startsWith("one.yaml, " + line);
        assertThat(problems.list().get(0).message()).contains(message);
        assertThat(problems.list().get(0).hint()).contains(hint);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("timezone: x", "dòng 6, khóa “timezone”", "không có khóa", "zone"),
                arguments("catchup: once", "dòng 6, khóa “catchup”", "không có khóa", "“catchUp”"),
                arguments("job: sned", "dòng 1, khóa “job”", "không có việc “sned”", "“send”"),
                arguments("job:", "dòng 1, khóa “job”", "thiếu giá trị", "job"),
                arguments("title: ''", "dòng 2, khóa “title”", "thiếu giá trị", "title"),
                arguments("onDayOff: never", "dòng 5, khóa “onDayOff”", "“never”", "skip, run, next-working-day"),
                arguments("catchUp: all", "dòng 6, khóa “catchUp”", "“all”", "once, skip"),
                arguments("enabled: perhaps", "dòng 6, khóa “enabled”", "true hoặc false", ""),
                arguments("zone: Asia/Ho_Chi_Min", "dòng 4, khóa “zone”", "không có múi giờ", "“Asia/Ho_Chi_Minh”"),
                arguments("zone: Asia/Hanoi", "dòng 4, khóa “zone”", "không có múi giờ", "“Asia/Ho_Chi_Minh”"),
                arguments("cron: '0 7 * * *'", "dòng 3, khóa “cron”", "có 5 cột", "cột giây ở đầu"),
                arguments("cron: '0 0 7 ? * * 2018 x'", "dòng 3", "có 8 cột", "sáu hoặc bảy (cột bảy là năm)"),
                arguments("cron: '0 0 7 ? * * 2016'", "dòng 3", "không bao giờ", "cột năm"),
                arguments("cron: '0 0 7 * * *'", "dòng 3", "cùng có giá trị", "ghi ?"),
                arguments("cron: '0 0 7 ? * ?'", "dòng 3", "dấu ? ghi ở cả", "ghi *"),
                arguments("cron: '0 ? 7 ? * *'", "dòng 3", "dấu ? chỉ ghi được", "ghi *"),
                arguments("cron: '0 60 7 ? * *'", "dòng 3", "từ 0 đến 59", "cột 2 là phút"),
                arguments("cron: '0 0 24 ? * *'", "dòng 3", "từ 0 đến 23", "cột 3 là giờ"),
                arguments("cron: '0 0 7 32 * ?'", "dòng 3", "từ 1 đến 31", "cột 4 là ngày"),
                arguments("cron: '0 0 7 1 13 ?'", "dòng 3", "từ 1 đến 12", "cột 5 là tháng"),
                arguments("cron: '0 0 7 1 JEN ?'", "dòng 3", "từ 1 đến 12", "JAN"),
                arguments("cron: '0 0 7 ? * 8'", "dòng 3", "từ 1 (Chủ nhật)", "cột 6 là thứ"),
                arguments("cron: '0 0 7 ? * T2'", "dòng 3", "chữ không dùng được", "SUN, MON"),
                arguments("cron: '0 0 7 ? * HAI'", "dòng 3", "thứ phải từ", "SUN"),
                arguments("cron: '0 0/x 7 ? * *'", "dòng 3", "chỗ phải là số", "0/5"),
                arguments("cron: '0 0/61 7 ? * *'", "dòng 3", "quá lớn", "0/5"),
                arguments("cron: '0 0 7 ? * MON#6'", "dòng 3", "dấu #", "MON#1"),
                arguments("cron: '0 0 7 40W * ?'", "dòng 3", "chữ W", "từ 1 đến 31"),
                arguments("cron: 'L 0 7 ? * *'", "dòng 3", "chữ L", "cột ngày"),
                arguments("cron: '* 0 7 ? * *'", "dòng 3", "nhiều lần trong một phút", "ghi 0 ở cột giây"),
                arguments("cron: '0/10 0 7 ? * *'", "dòng 3", "nhiều lần trong một phút", "ghi 0 ở cột giây"),
                arguments("cron: '0 0 7 31 2 ?'", "dòng 3", "không bao giờ", "cột tháng"));
    }

    @Test
    void two_files_for_one_job_are_refused() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "job: send\ntitle: Gửi\ncron: 0 0 7 ? * *\n");
        Files.writeString(folder.resolve("b.yaml"), "# chép lại\njob: send\ntitle: Gửi\ncron: 0 0 8 ? * *\n");
        ScheduleFiles.read(folder, JOBS, NOW, problems);
        assertThat(problems.list())
                .containsExactly(new Problem(
                        "b.yaml, dòng 2, khóa “job”",
                        "việc “send” đã có lịch ở tệp a.yaml",
                        "sửa lại khóa job, hoặc xóa một trong hai tệp"));
    }

    @Test
    void the_file_named_after_its_job_is_not_the_one_that_is_blamed() throws IOException {
        Files.writeString(folder.resolve("backup.yaml"), "job: send\ntitle: Sao lưu\ncron: 0 0 7 ? * *\n");
        Files.writeString(folder.resolve("send.yaml"), "job: send\ntitle: Gửi\ncron: 0 0 8 ? * *\n");
        ScheduleFiles.read(folder, JOBS, NOW, problems);
        assertThat(problems.list()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).isEqualTo("backup.yaml, dòng 1, khóa “job”");
            assertThat(problem.message()).endsWith("ở tệp send.yaml");
        });
    }

    @Test
    void all_mistakes_of_all_files_are_reported_at_once() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "job: sned\ntitle: Gửi\ncron: 0 60 7 ? * *\nzone: Mars\n");
        Files.writeString(folder.resolve("b.yaml"), "job: send\ntitel: Gửi\ntitle: Gửi\ncron: 0 0 7 31 2 ?\n");
        ScheduleFiles.read(folder, JOBS, NOW, problems);
        assertThat(problems.list()).hasSize(5);
    }

    @Test
    void a_file_of_the_wrong_ending_is_not_passed_over_in_silence() throws IOException {
        Files.writeString(folder.resolve("send.yml"), "job: send\n");
        ScheduleFiles.read(folder, JOBS, NOW, problems);
        assertThat(problems.list()).hasSize(1);
        assertThat(problems.list().get(0).toString()).contains("send.yml", ".yaml");
    }

    @Test
    void an_empty_file_an_empty_folder_and_no_folder_are_refused() throws IOException {
        read("# chưa ghi gì\n");
        ScheduleFiles.read(Files.createDirectory(folder.resolve("empty")), JOBS, NOW, problems);
        ScheduleFiles.read(folder.resolve("none"), JOBS, NOW, problems);
        assertThat(problems.list())
                .extracting(Problem::message)
                .containsExactly("tệp trống", "không có tệp lịch nào", "không đọc được thư mục lịch");
    }

    @Test
    void broken_yaml_is_one_problem_with_its_line() throws IOException {
        read("job: send\ntitle: \"Gửi\ncron: x\n");
        assertThat(problems.list()).hasSize(1);
        assertThat(problems.list().get(0).toString()).contains("one.yaml, dòng", "sai cú pháp YAML");
    }

    private List<Schedule> read(String text) throws IOException {
        Files.writeString(folder.resolve("one.yaml"), text);
        return ScheduleFiles.read(folder, JOBS, NOW, problems);
    }

    private static Schedule schedule(String job, String title, String cron, OnDayOff onDayOff, CatchUp catchUp) {
        return new Schedule(job, title, cron, VietnamTime.ZONE, onDayOff, catchUp, true);
    }
}
