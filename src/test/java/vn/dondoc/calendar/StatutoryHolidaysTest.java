package vn.dondoc.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.reading.Problems;

class StatutoryHolidaysTest {
    private static final WorkingCalendar BY_NOTICE = HolidayFiles.read(Path.of("config/holidays"), new Problems());
    private static final WorkingCalendar BY_LAW = new WorkingCalendar(Map.of(), Set.of(), Set.of());
    /** Days swapped by a notice, which no law foretells: 31/12/2018 for 05/01/2019 and 29/04/2019 for 04/05/2019. */
    private static final Set<LocalDate> SWAPPED = Set.of(
            LocalDate.of(2018, 12, 31), LocalDate.of(2019, 1, 5), LocalDate.of(2019, 4, 29), LocalDate.of(2019, 5, 4));

    @ParameterizedTest
    @ValueSource(ints = {2017, 2018, 2019, 2020, 2021})
    void the_law_gives_the_days_off_of_each_notice_but_for_the_swapped_days(int year) {
        LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> !SWAPPED.contains(day))
                .forEach(day ->
                        assertThat(BY_LAW.isWorkingDay(day)).as(day.toString()).isEqualTo(BY_NOTICE.isWorkingDay(day)));
    }

    @ParameterizedTest(name = "{0}: Tết from {1}, work again on {2}")
    @CsvSource({"2022, 2022-01-31, 2022-02-07", "2027, 2027-02-04, 2027-02-11", "2030, 2030-01-31, 2030-02-07"})
    void tet_is_five_days_and_those_on_a_weekend_are_given_in_exchange(int year, LocalDate from, LocalDate again) {
        assertThat(BY_LAW.isWorkingDay(from.minusDays(from.getDayOfWeek().getValue() == 1 ? 3 : 1)))
                .isTrue();
        assertThat(BY_LAW.onOrAfter(from)).isEqualTo(again);
        assertThat(BY_LAW.workingDaysBetween(LocalDate.of(year, 1, 2), again.minusDays(1)))
                .isEqualTo(BY_LAW.workingDaysBetween(LocalDate.of(year, 1, 2), from.minusDays(1)));
    }

    @ParameterizedTest(name = "{0} off: {1}")
    @CsvSource({
        "2020-09-01, false",
        "2020-09-02, true",
        "2020-09-03, false",
        "2021-09-01, false",
        "2021-09-02, true",
        "2021-09-03, true",
        "2022-09-01, true",
        "2022-09-02, true",
        "2022-09-05, false",
        "2024-09-02, true",
        "2024-09-03, true",
        "2024-09-04, false",
    })
    void national_day_has_one_day_until_2020_and_two_from_2021(LocalDate day, boolean off) {
        assertThat(BY_LAW.isWorkingDay(day)).isEqualTo(!off);
    }

    @Test
    void holidays_on_a_weekend_side_by_side_each_give_a_day() {
        assertThat(BY_LAW.reasonOff(LocalDate.of(2023, 5, 2)))
                .contains("Nghỉ bù Giỗ Tổ Hùng Vương (tính theo âm lịch, chưa có thông báo)");
        assertThat(BY_LAW.reasonOff(LocalDate.of(2023, 5, 3)))
                .contains("Nghỉ bù Ngày Chiến thắng (tính theo luật, chưa có thông báo)");
        assertThat(BY_LAW.isWorkingDay(LocalDate.of(2023, 5, 4))).isTrue();
    }
}
