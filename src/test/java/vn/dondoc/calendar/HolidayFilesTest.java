package vn.dondoc.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;

class HolidayFilesTest {
    /** Line 5 is Tết, 6 the Hung Kings, 7 free for one more, 9 the worked Saturday. */
    private static final String FAULTLESS = """
            year: 2019
            source: "Thông báo 3238/TB-LĐTBXH"
            daysOff:
              - {date: "29/04/2019", name: "Nghỉ hoán đổi dịp 30/4 và 01/5"}
              - {from: "04/02/2019", to: "08/02/2019", name: "Tết Nguyên đán Kỷ Hợi"}
              - {date: "14/04/2019", weekday: "Chủ nhật", name: "Giỗ Tổ Hùng Vương"}
              - {date: "15/04/2019", weekday: "thứ hai", name: "Nghỉ bù Giỗ Tổ Hùng Vương"}
            workingDays:
              - {date: "04/05/2019", weekday: "thứ Bảy", insteadOf: "29/04/2019", notice: "Thông báo 3238/TB-LĐTBXH"}
            """;

    @TempDir
    private Path folder;

    @Test
    void a_faultless_file_is_read() throws IOException {
        Problems problems = new Problems();
        Files.writeString(folder.resolve("2019.yaml"), FAULTLESS);

        WorkingCalendar calendar = HolidayFiles.read(folder, problems);

        assertThat(problems.list()).isEmpty();
        assertThat(calendar.knows(2019)).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2019, 5, 4))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2019, 4, 29))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2019, 4, 30)))
                .as("a file is the whole truth on its year")
                .isTrue();
    }

    @ParameterizedTest(name = "{1} → {2}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "year: 2019          | year: 2018        | dòng 1, khóa “year” | năm 2018 khác với tên tệp 2019.yaml",
                "year: 2019          |                   | khóa “year”         | thiếu năm",
                "year: 2019          | year: 19          | dòng 1, khóa “year” | “19” không dùng được",
                "source: \"Thông báo 3238/TB-LĐTBXH\" | | khóa “source”       | thiếu văn bản thông báo lịch nghỉ",
                "daysOff:            | daysOf:           | dòng 3, khóa “daysOf” | không có khóa “daysOf”",
                "{date: \"15/04/2019\", | {dates: \"15/04/2019\", | dòng 7 | không có khóa “dates”",
                "{date: \"15/04/2019\", | {note: \"\",     | dòng 7              | thiếu ngày nghỉ",
                "\"15/04/2019\"      | \"31/04/2019\"    | dòng 7              | “31/04/2019” không phải ngày",
                "\"15/04/2019\"      | \"15/04/2018\"    | dòng 7              | ngày nghỉ phải nằm trong năm 2019",
                "\"15/04/2019\"      | \"14/04/2019\"    | dòng 7              | trùng ngày với “Giỗ Tổ Hùng Vương” ở dòng 6",
                "\"14/04/2019\"      | \"08/02/2019\"    | dòng 6              | trùng ngày với “Tết Nguyên đán Kỷ Hợi” ở dòng 5",
                "{date: \"15/04/2019\" | {from: \"12/04/2019\", to: \"15/04/2019\" | dòng 7 | trùng ngày với “Giỗ Tổ Hùng Vương” ở dòng 6",
                "{date: \"15/04/2019\" | {date: \"15/04/2019\", to: \"16/04/2019\" | dòng 7 | ghi cả date lẫn from, to",
                "to: \"08/02/2019\"  | note: \"\"        | dòng 5              | thiếu ngày nghỉ",
                "to: \"08/02/2019\"  | to: \"03/02/2019\" | dòng 5             | ngày cuối to đứng trước ngày đầu from",
                "\"Chủ nhật\"        | \"thứ Bảy\"       | dòng 6              | 14/04/2019 là Chủ nhật, không phải thứ Bảy",
                "\"thứ hai\"         | \"thứ 2\"         | dòng 7              | “thứ 2” không phải thứ trong tuần",
                "\"thứ Bảy\"         | \"Chủ nhật\"      | dòng 9              | 04/05/2019 là thứ Bảy, không phải Chủ nhật",
                "from: \"04/02/2019\" | weekday: \"thứ Ba\", from: \"04/02/2019\" | dòng 5 | 04/02/2019 là thứ Hai, không phải thứ Ba",
                "date: \"04/05/2019\" | date: \"03/05/2019\" | dòng 9         | ngày làm bù phải là thứ Bảy hoặc Chủ nhật, 03/05/2019 là thứ Sáu",
                "date: \"04/05/2019\" | date: \"02/05/2020\" | dòng 9         | ngày làm bù 02/05/2020 không thuộc năm 2019",
                "date: \"04/05/2019\" | date: \"14/04/2019\" | dòng 9         | ngày 14/04/2019 vừa là ngày làm bù vừa là ngày nghỉ ở dòng 6",
                "date: \"04/05/2019\", |                 | dòng 9              | thiếu ngày làm bù",
                "insteadOf: \"29/04/2019\" | insteadOf: \"02/05/2019\" | dòng 9, khóa “workingDays[1].insteadOf” | ngày được nghỉ thay 02/05/2019 không phải ngày nghỉ",
                "insteadOf: \"29/04/2019\" | insteadOf: \"14/04/2019\" | dòng 9, khóa “workingDays[1].insteadOf” | ngày được nghỉ thay 14/04/2019 không phải ngày nghỉ trong tuần",
                "insteadOf: \"29/04/2019\" | insteadOf: \"31/12/2018\" | dòng 9, khóa “workingDays[1].insteadOf” | ngày được nghỉ thay 31/12/2018 không phải ngày nghỉ",
                "\"04/02/2019\", to: \"08/02/2019\" | \"06/02/2019\", to: \"12/02/2019\" | dòng 5 | mùng 1 Tết năm 2019 là 05/02/2019",
                "\"14/04/2019\", weekday: \"Chủ nhật\" | \"12/04/2019\" | dòng 6 | mùng 10 tháng Ba âm lịch năm 2019 là 14/04/2019",
            })
    void a_mistake_is_named_with_its_line_and_what_to_write_instead(
            String before, String after, String place, String message) throws IOException {
        List<Problem> problems = problemsOf("2019.yaml", edited(before, after));

        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.place()).contains("2019.yaml", place);
            assertThat(problem.message()).contains(message);
            assertThat(problem.hint()).isNotBlank();
        });
    }

    @Test
    void all_mistakes_of_all_files_come_at_once() throws IOException {
        Files.writeString(folder.resolve("2018.yaml"), "year: 2018\nsource: null\ndaysOff: []\n");

        List<Problem> problems = problemsOf(
                "2019.yaml", edited("\"Chủ nhật\"", "\"thứ Ba\"").replace("\"15/04/2019\"", "\"14/04/2019\""));

        assertThat(problems)
                .extracting(Problem::place)
                .containsExactly(
                        "2018.yaml, dòng 3, khóa “daysOff”",
                        "2018.yaml, dòng 3, khóa “daysOff”",
                        "2019.yaml, dòng 6, khóa “daysOff[3].weekday”",
                        "2019.yaml, dòng 7, khóa “daysOff[4].weekday”",
                        "2019.yaml, dòng 7");
    }

    @Test
    void a_saturday_worked_twice_is_found() throws IOException {
        List<Problem> problems = problemsOf("2019.yaml", FAULTLESS + "  - {date: \"04/05/2019\"}\n");

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.place()).isEqualTo("2019.yaml, dòng 10, khóa “workingDays[2].date”");
            assertThat(problem.message()).isEqualTo("ngày làm bù 04/05/2019 đã ghi ở dòng 9");
        });
    }

    @Test
    void tet_may_bear_another_name_and_stand_in_several_entries_as_long_as_its_day_is_off() throws IOException {
        assertThat(problemsOf("2019.yaml", edited("Tết Nguyên đán Kỷ Hợi", "Nghỉ xuân")))
                .isEmpty();
        assertThat(problemsOf(
                        "2019.yaml",
                        edited(
                                "  - {from: \"04/02/2019\", to: \"08/02/2019\", name: \"Tết Nguyên đán Kỷ Hợi\"}",
                                "  - {date: \"04/02/2019\", name: \"Tết Nguyên đán\"}\n"
                                        + "  - {date: \"05/02/2019\", name: \"Tết Nguyên đán\"}")))
                .isEmpty();
    }

    @Test
    void a_broken_an_empty_and_a_misnamed_file_are_refused() throws IOException {
        assertThat(problemsOf("2019.yaml", "daysOff: [").toString()).contains("2019.yaml, dòng 1", "sai cú pháp YAML");
        assertThat(problemsOf("2019.yaml", "").toString()).contains("2019.yaml", "không đọc được ngày nghỉ nào");
        Files.delete(folder.resolve("2019.yaml"));
        assertThat(problemsOf("nam-2019.yaml", FAULTLESS).toString())
                .contains("nam-2019.yaml, dòng 1", "khác với tên tệp nam-2019.yaml", "đổi tên tệp thành 2019.yaml");
    }

    @Test
    void without_the_folder_every_year_is_computed() {
        Problems problems = new Problems();
        WorkingCalendar calendar = HolidayFiles.read(folder.resolve("none"), problems);

        assertThat(problems.list()).isEmpty();
        assertThat(calendar.isWorkingDay(LocalDate.of(2018, 2, 16))).isFalse();
    }

    private static String edited(String before, String after) {
        assertThat(FAULTLESS).contains(before);
        return FAULTLESS.replaceFirst(java.util.regex.Pattern.quote(before), after == null ? "" : after);
    }

    private List<Problem> problemsOf(String name, String text) throws IOException {
        Problems problems = new Problems();
        Files.writeString(folder.resolve(name), text);
        HolidayFiles.read(folder, problems);
        return problems.list();
    }
}
