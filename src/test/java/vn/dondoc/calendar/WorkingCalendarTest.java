package vn.dondoc.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.reading.Problems;

class WorkingCalendarTest {
    private static final Problems PROBLEMS = new Problems();
    private static final WorkingCalendar CALENDAR = HolidayFiles.read(Path.of("config/holidays"), PROBLEMS);

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
    void distances_count_working_days_without_the_first() {
        LocalDate monday = LocalDate.of(2017, 12, 11);

        assertThat(CALENDAR.workingDaysBetween(monday, monday)).isZero();
        assertThat(CALENDAR.workingDaysBetween(monday, monday.plusWeeks(1))).isEqualTo(5);
        assertThat(CALENDAR.workingDaysBetween(monday.plusWeeks(1), monday)).isEqualTo(-5);
        assertThat(CALENDAR.workingDaysBetween(LocalDate.of(2017, 12, 29), LocalDate.of(2018, 1, 2)))
                .isEqualTo(1);
    }

    @Test
    void tet_does_not_count_among_the_working_days_between() {
        assertThat(CALENDAR.workingDaysBetween(LocalDate.of(2018, 2, 13), LocalDate.of(2018, 2, 21)))
                .isEqualTo(1);
        assertThat(CALENDAR.workingDaysBetween(LocalDate.of(2018, 2, 12), LocalDate.of(2018, 2, 23)))
                .isEqualTo(4);
        assertThat(CALENDAR.workingDaysBetween(LocalDate.of(2018, 2, 13), LocalDate.of(2018, 2, 20)))
                .isZero();
    }

    @Test
    void distances_over_the_years_are_the_days_counted_one_by_one() {
        LocalDate from = LocalDate.of(2016, 12, 30);
        LocalDate to = LocalDate.of(2022, 1, 4);
        int counted = (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(CALENDAR::isWorkingDay)
                .count();

        assertThat(CALENDAR.workingDaysBetween(from, to)).isEqualTo(counted).isEqualTo(1255);
        assertThat(CALENDAR.workingDaysBetween(to, from)).isEqualTo(-counted);
    }

    @Test
    void both_make_up_saturdays_are_working_days_and_their_weekdays_are_not() {
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2019, 1, 5))).isTrue();
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2019, 5, 4))).isTrue();
        assertThat(CALENDAR.reasonOff(LocalDate.of(2018, 12, 31))).contains("Nghỉ hoán đổi dịp Tết Dương lịch 2019");
        assertThat(CALENDAR.reasonOff(LocalDate.of(2019, 4, 29))).contains("Nghỉ hoán đổi dịp 30/4 và 01/5");
        assertThat(CALENDAR.reasonOff(LocalDate.of(2019, 1, 12))).contains("thứ Bảy");
        assertThat(CALENDAR.reasonOff(LocalDate.of(2019, 5, 5))).contains("Chủ nhật");
    }

    @Test
    void a_year_without_a_file_has_the_days_off_of_the_law_and_says_that_they_are_computed() {
        assertThat(CALENDAR.knows(2030)).isFalse();
        assertThat(CALENDAR.reasonOff(LocalDate.of(2030, 2, 1)))
                .contains("Tết Nguyên đán (tính theo âm lịch, chưa có thông báo)");
        assertThat(CALENDAR.reasonOff(LocalDate.of(2030, 4, 12)))
                .contains("Giỗ Tổ Hùng Vương (tính theo âm lịch, chưa có thông báo)");
        assertThat(CALENDAR.reasonOff(LocalDate.of(2030, 4, 30)))
                .contains("Ngày Chiến thắng (tính theo luật, chưa có thông báo)");
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2030, 1, 30))).isTrue();
        assertThat(CALENDAR.onOrAfter(LocalDate.of(2030, 1, 31))).isEqualTo(LocalDate.of(2030, 2, 7));
    }

    @Test
    void a_year_without_a_file_is_told_of_once_and_a_year_with_one_never() {
        List<Integer> told = new ArrayList<>();
        WorkingCalendar calendar = HolidayFiles.read(Path.of("config/holidays"), new Problems(), told::add);

        calendar.workingDaysBetween(LocalDate.of(2017, 1, 1), LocalDate.of(2021, 12, 31));
        assertThat(told).isEmpty();
        calendar.onOrAfter(LocalDate.of(2030, 2, 1));
        calendar.reasonOff(LocalDate.of(2030, 9, 2));
        calendar.workingDaysBetween(LocalDate.of(2030, 1, 1), LocalDate.of(2030, 6, 1));
        assertThat(told).containsExactly(2030);
    }

    @Test
    void a_year_beyond_the_computed_moon_still_has_weekends_and_fixed_holidays() {
        assertThat(CALENDAR.onOrAfter(LocalDate.of(9998, 12, 31))).isEqualTo(LocalDate.of(9998, 12, 31));
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(9998, 1, 1))).isFalse();
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
