package vn.dondoc.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LunarYearTest {

    @ParameterizedTest(name = "{0}: Tết {1}, Giỗ Tổ {2}")
    @CsvSource({
        "2016, 2016-02-08, 2016-04-16",
        "2017, 2017-01-28, 2017-04-06",
        "2018, 2018-02-16, 2018-04-25",
        "2019, 2019-02-05, 2019-04-14",
        "2020, 2020-01-25, 2020-04-02",
        "2021, 2021-02-12, 2021-04-21",
        "2022, 2022-02-01, 2022-04-10",
        "2023, 2023-01-22, 2023-04-29",
        "2024, 2024-02-10, 2024-04-18",
        "2025, 2025-01-29, 2025-04-07",
        "2026, 2026-02-17, 2026-04-26",
        "2027, 2027-02-06, 2027-04-16",
        "2028, 2028-01-26, 2028-04-04",
        "2029, 2029-02-13, 2029-04-23",
        "2030, 2030-02-02, 2030-04-12",
        "2031, 2031-01-23, 2031-04-01",
        "2032, 2032-02-11, 2032-04-19",
        "2033, 2033-01-31, 2033-04-09",
        "2034, 2034-02-19, 2034-04-28",
        "2035, 2035-02-08, 2035-04-17",
    })
    void tet_and_the_day_of_the_hung_kings_are_where_the_almanac_has_them(
            int year, LocalDate newYear, LocalDate hungKings) {
        assertThat(LunarYear.newYear(year)).isEqualTo(newYear);
        assertThat(LunarYear.hungKings(year)).isEqualTo(hungKings);
    }

    @Test
    void the_moon_is_known_for_every_year_a_file_may_have() {
        assertThat(LunarYear.isKnown(2000)).isTrue();
        assertThat(LunarYear.isKnown(2100)).isTrue();
        assertThat(LunarYear.isKnown(9999)).isFalse();
        assertThat(LunarYear.newYear(2100)).isEqualTo(LocalDate.of(2100, 2, 9));
    }
}
