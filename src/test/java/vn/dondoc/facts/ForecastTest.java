package vn.dondoc.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.calendar.DueDate;
import vn.dondoc.facts.Forecast.Point;

/** The arithmetic of a forecast: 12/06/2017, 13/09/2017 and 31/12/2017 lie 93 and 109 days apart. */
class ForecastTest {
    private static final LocalDate JUNE = LocalDate.of(2017, 6, 12);
    private static final LocalDate SEPTEMBER = LocalDate.of(2017, 9, 13);
    private static final LocalDate YEAR_END = LocalDate.of(2017, 12, 31);

    @Test
    void the_pace_between_the_two_reports_is_carried_on_to_the_due_date() {
        Forecast forecast = communes(40, 61, SEPTEMBER);
        assertThat(forecast.days()).isEqualTo(93);
        assertThat(forecast.daysAhead()).isEqualTo(109);
        assertThat(forecast.gain()).isEqualByComparingTo("21");
        assertThat(forecast.gainOfWeek()).isEqualByComparingTo("1.5");
        assertThat(forecast.expected()).isEqualByComparingTo("85.6");
        assertThat(forecast.isExpectedExactly()).isFalse();
        assertThat(forecast.isShort()).isTrue();
        assertThat(forecast.missing()).isEqualByComparingTo("68");
    }

    /** 68 are missing: 14 days ask for 34 a week, 15 for 31,7, and 109 for 4,4. */
    @ParameterizedTest(name = "on {0}: {1} days, {2} a week")
    @CsvSource({"2017-09-13, 109, 5", "2017-12-16, 15, 32", "2017-12-17, 14, 34", "2017-12-24, 7, 68"})
    void what_is_missing_is_spread_over_the_weeks_that_are_left_and_rounded_up(LocalDate asOf, long days, int aWeek) {
        Forecast forecast = communes(40, 61, asOf);
        assertThat(forecast.daysLeft()).isEqualTo(days);
        assertThat(forecast.hasWeekLeft()).isTrue();
        assertThat(forecast.missingByWeek()).isEqualByComparingTo(BigDecimal.valueOf(aWeek));
    }

    @Test
    void in_the_last_six_days_no_week_is_left() {
        assertThat(communes(40, 61, YEAR_END.minusDays(6)).hasWeekLeft()).isFalse();
        assertThat(communes(40, 61, YEAR_END).daysLeft()).isZero();
    }

    /** 36 in 93 days are 42,19 more by the due date: 87 come to 129,19, 86 to 128,19, and 128 is one short. */
    @ParameterizedTest(name = "{0} then {1}: {2}, short {3}")
    @CsvSource({"51, 87, 129.1, false", "50, 86, 128.1, true", "20, 113, 222, false"})
    void a_part_of_a_unit_does_not_make_it_whole(int first, int last, BigDecimal expected, boolean isShort) {
        Forecast forecast = communes(first, last, SEPTEMBER);
        assertThat(forecast.expected()).isEqualByComparingTo(expected);
        assertThat(forecast.isShort()).isEqualTo(isShort);
    }

    @Test
    void what_is_expected_is_never_rounded_up_to_what_is_needed() {
        // 100 + 29 × 85/85 is 129, 100 + 29 × 85/86 is 128,66
        assertThat(between(71, 100, 85).expected()).isEqualByComparingTo("129");
        assertThat(between(71, 100, 85).isExpectedExactly()).isTrue();
        assertThat(between(71, 100, 85).isShort()).isFalse();
        assertThat(between(71, 100, 86).expected()).isEqualByComparingTo("128.6");
        assertThat(between(71, 100, 86).isShort()).isTrue();
    }

    @Test
    void units_cannot_become_fewer_than_none_but_a_cut_can_turn_over() {
        assertThat(communes(60, 10, SEPTEMBER).expected()).isEqualByComparingTo("0");
        assertThat(communes(60, 10, SEPTEMBER).isShort()).isTrue();
        assertThat(forecast(Counted.STAFF, 60, 10, 62, SEPTEMBER).expected()).isEqualByComparingTo("-48.7");
    }

    @Test
    void without_gain_the_last_number_stays() {
        assertThat(communes(128, 128, SEPTEMBER).expected()).isEqualByComparingTo("128");
        assertThat(communes(128, 128, SEPTEMBER).isShort()).isTrue();
    }

    /** The last number lies 85 days before the due date. */
    private static Forecast between(int first, int last, int days) {
        LocalDate now = YEAR_END.minusDays(85);
        return new Forecast(
                Counted.COMMUNES,
                point(now.minusDays(days), first),
                point(now, last),
                BigDecimal.valueOf(129),
                new DueDate(YEAR_END, YEAR_END, false),
                now);
    }

    private static Forecast communes(int first, int last, LocalDate asOf) {
        return forecast(Counted.COMMUNES, first, last, 129, asOf);
    }

    private static Forecast forecast(Counted of, int first, int last, int needed, LocalDate asOf) {
        return new Forecast(
                of,
                point(JUNE, first),
                point(SEPTEMBER, last),
                BigDecimal.valueOf(needed),
                new DueDate(YEAR_END, YEAR_END, false),
                asOf);
    }

    private static Point point(LocalDate on, int count) {
        return new Point(on, BigDecimal.valueOf(count));
    }
}
