package vn.dondoc.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PausesTest {
    private static final Instant NOW = Instant.parse("2017-12-18T03:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, 0", "4, 0", "5, 1", "6, 2", "7, 4", "8, 8", "9, 16", "10, 32", "11, 60", "12, 60", "1000000, 60"})
    void a_pause_doubles_from_a_minute_to_an_hour(int failures, int minutes) {
        assertThat(Pauses.OF_A_LOGIN.after(failures)).isEqualTo(Duration.ofMinutes(minutes));
    }

    @ParameterizedTest
    @CsvSource({"29, 0", "30, 1", "31, 2", "36, 60"})
    void an_address_has_more_patience_as_an_office_sits_behind_it(int failures, int minutes) {
        assertThat(Pauses.OF_AN_ADDRESS.after(failures)).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void a_pause_is_over_at_its_very_end() {
        Failures five = new Failures(5, NOW);
        assertThat(Pauses.OF_A_LOGIN.until(five, NOW.plusSeconds(60).minusMillis(1)))
                .contains(NOW.plusSeconds(60));
        assertThat(Pauses.OF_A_LOGIN.until(five, NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void after_a_day_without_failures_counting_begins_anew() {
        Failures many = new Failures(11, NOW);
        Instant day = NOW.plus(Duration.ofHours(24));
        assertThat(Pauses.OF_A_LOGIN.next(many, day.minusMillis(1)).count()).isEqualTo(12);
        assertThat(Pauses.OF_A_LOGIN.next(many, day).count()).isEqualTo(1);
        assertThat(Pauses.OF_A_LOGIN.next(Failures.NONE, NOW).count()).isEqualTo(1);
    }

    @Test
    void nothing_is_forgotten_while_a_pause_lasts() {
        assertThat(Pauses.OF_A_LOGIN.forgottenAfter()).isGreaterThan(Pauses.OF_A_LOGIN.longest());
        assertThat(Pauses.OF_AN_ADDRESS.forgottenAfter()).isGreaterThan(Pauses.OF_AN_ADDRESS.longest());
    }
}
