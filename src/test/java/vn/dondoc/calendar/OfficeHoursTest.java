package vn.dondoc.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeHoursTest {

    @ParameterizedTest
    @CsvSource({"06:59:59, false", "07:00:00, true", "16:59:59, true", "17:00:00, false"})
    void they_hold_their_first_moment_and_not_their_last(LocalTime time, boolean within) {
        assertThat(OfficeHours.DEFAULT.contains(VietnamTime.at(LocalDate.of(2017, 12, 18), time)))
                .isEqualTo(within);
    }

    @Test
    void hours_that_end_before_they_begin_are_refused() {
        assertThatThrownBy(() -> new OfficeHours(LocalTime.of(17, 0), LocalTime.of(7, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
