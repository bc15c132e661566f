package vn.dondoc.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.reading.Problems;

class WorkingCalendarTest {
    private static final Problems PROBLEMS = new Problems();
    private static final WorkingCalendar CALENDAR = HolidayFiles.read(Path.of("config/holidays"), PROBLEMS);

    @TempDir
    private Path folder;

    @Test
    void the_shipped_holidays_have_no_mistake() {
        assertThat(PROBLEMS.list()).isEmpty();
    }

    @ParameterizedTest(name = "{0} moves to {1}")
    @CsvSource({
        "2017-11-25, 2017-11-27",
        "2018-06-30, 2018-07-02",
        "2018-12-31, 2019-01-02",
        "2017-12-29, 2017-12-29",
        "2018-02-14, 2018-02-21",
        "2019-04-29, 2019-05-02",
    })
    void a_date_on_a_day_of_rest_moves_to_the_next_working_day(LocalDate date, LocalDate moved) {
        assertThat(CALENDAR.onOrAfter(date)).isEqualTo(moved);
    }

    @Test
    void a_saturday_worked_in_exchange_is_a_working_day_and_the_day_given_is_not() {
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2019, 1, 5))).isTrue();
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2018, 12, 31))).isFalse();
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2019, 1, 12))).isFalse();
    }

    @Test
    void distances_count_working_days_without_the_first() {
        LocalDate monday = LocalDate.of(2017, 12, 11);

        assertThat(CALENDAR.workingDaysBetween(monday, monday)).isZero();
        assertThat(CALENDAR.workingDaysBetween(monday, monday.plusWeeks(1))).isEqualTo(5);
        assertThat(CALENDAR.workingDaysBetween(monday.plusWeeks(1), monday)).isEqualTo(-5);
        assertThat(CALENDAR.workingDaysBetween(LocalDate.of(2017, 12, 29), LocalDate.of(2018, 1, 2)))
                .isEqualTo(1);
    }

    @Test
    void a_year_without_a_file_knows_weekends_and_holidays_of_fixed_date() {
        assertThat(CALENDAR.knows(2026)).isFalse();
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2026, 9, 2))).isFalse();
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2026, 9, 3))).isTrue();
    }

    @Test
    void mistakes_in_a_holiday_file_are_named_with_their_line() throws java.io.IOException {
        Files.writeString(folder.resolve("2022.yaml"), """
                year: 2022
                daysOf: []
                daysOff:
                  - {date: "01/01/2021", name: "Tết Dương lịch"}
                  - {date: "30/02/2022", name: "Không có ngày này"}
                workingDays:
                  - {date: "03/01/2022"}
                """);
        Problems problems = new Problems();

        HolidayFiles.read(folder, problems);

        assertThat(problems.list().toString())
                .contains("2022.yaml, dòng 2", "daysOff")
                .contains("2022.yaml, dòng 4", "năm 2022")
                .contains("2022.yaml, dòng 5", "không phải ngày")
                .contains("2022.yaml, dòng 7", "thứ Bảy");
    }

    @ParameterizedTest(name = "{0} in {1} is {2}")
    @CsvSource({
        "25/11, 2018, 2018-11-25",
        "31/12 năm trước, 2018, 2017-12-31",
        "31/12/2021, 2018, 2021-12-31",
        "trước 01/01/2018, 2017, 2017-12-31",
        "trước ngày 01/01/2018, 2017, 2017-12-31",
    })
    void a_date_is_written_in_four_forms(String text, int year, LocalDate lastDay) {
        assertThat(DateExpression.read(text).orElseThrow().lastDayFor(year)).isEqualTo(lastDay);
    }

    @ParameterizedTest
    @CsvSource({"31/02", "32/01/2018", "cuối năm", "2018-01-01", "01/01/2018 năm trước"})
    void anything_else_is_no_date(String text) {
        assertThat(DateExpression.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2017, 2017-01-01, 2017-12-31",
        "2017-H1, 2017-01-01, 2017-06-30",
        "2017-Q4, 2017-10-01, 2017-12-31",
        "2020-Q1, 2020-01-01, 2020-03-31"
    })
    void a_period_has_a_first_and_a_last_day(String id, LocalDate first, LocalDate last) {
        assertThat(Period.read(id)).contains(new Period(id, first, last));
    }

    @ParameterizedTest
    @CsvSource({"2017-Q5", "2017-H3", "17", "2017-12", "quý IV"})
    void other_periods_are_refused(String text) {
        assertThat(Period.read(text)).isEmpty();
    }
}
