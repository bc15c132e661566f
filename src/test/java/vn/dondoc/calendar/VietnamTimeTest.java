package vn.dondoc.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VietnamTimeTest {
    @Test
    void a_day_begins_at_midnight_in_vietnam() {
        Instant midnight = VietnamTime.at(LocalDate.of(2018, 1, 1), LocalTime.MIDNIGHT);

        assertThat(VietnamTime.dayOf(midnight.minusNanos(1))).isEqualTo("2017-12-31");
        assertThat(VietnamTime.dayOf(midnight)).isEqualTo("2018-01-01");
    }

    @Test
    void also_in_years_in_which_clocks_were_changed() {
        Random chance = new Random(881);
        long from = Instant.parse("1900-01-01T00:00:00Z").getEpochSecond();
        long to = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();
        for (int time = 0; time < 20_000; time++) {
            Instant moment = Instant.ofEpochSecond(from + (long) (chance.nextDouble() * (to - from)));
            assertThat(VietnamTime.dayOf(moment)).isEqualTo(LocalDate.ofInstant(moment, VietnamTime.ZONE));
        }
    }
}
