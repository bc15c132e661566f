package vn.dondoc.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dondoc.calendar.HolidayFiles;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.reading.Problems;

class YearsWithoutNoticeTest {

    @Test
    void a_year_without_a_file_works_and_is_warned_of_once_however_often_settings_are_read() {
        List<String> warnings = new ArrayList<>();
        YearsWithoutNotice years = new YearsWithoutNotice(warnings::add);

        for (int reading = 0; reading < 3; reading++) {
            Problems problems = new Problems();
            WorkingCalendar calendar = HolidayFiles.read(Path.of("config/holidays"), problems, years);
            assertThat(problems.list()).isEmpty();
            assertThat(calendar.onOrAfter(LocalDate.of(2030, 2, 2))).isEqualTo(LocalDate.of(2030, 2, 7));
        }

        assertThat(warnings)
                .singleElement()
                .satisfies(warning -> assertThat(warning)
                        .startsWith("Năm 2030 chưa có tệp config/holidays/2030.yaml")
                        .contains("tính theo luật và âm lịch", "chép tệp của năm trước thành 2030.yaml"));
    }
}
