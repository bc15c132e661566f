package vn.dondoc.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import vn.dondoc.calendar.DateExpression;
import vn.dondoc.calendar.DueDate;
import vn.dondoc.calendar.Period;
import vn.dondoc.facts.Forecast.Point;
import vn.dondoc.facts.Requirement.Operator;
import vn.dondoc.facts.Requirement.Pace;

/** Letters retell in other languages why a target is behind; they know the sentences by these patterns. */
class TargetPaceWordsTest {
    private static final LocalDate DAY = LocalDate.of(2017, 12, 18);
    private static final LocalDate START = LocalDate.of(2017, 5, 12);
    private static final LocalDate YEAR_END = LocalDate.of(2017, 12, 31);

    @Test
    void a_step_that_was_missed_is_worded_as_letters_know_it() throws Exception {
        Pace step = new Pace(DateExpression.read("01/10/2017").orElseThrow(), 2250, null);
        assertThat(behind(step)).isEqualTo(pattern("pace.step", "01/10/2017", "22,5%"));
    }

    @Test
    void an_even_pace_that_was_missed_is_worded_as_letters_know_it() throws Exception {
        assertThat(behind(new Pace(null, 0, START)))
                .isEqualTo(pattern("pace.even", "12/05/2017", "18/12/2017", "66,1%"));
    }

    @Test
    void a_latest_level_short_of_the_target_is_worded_as_letters_know_it() throws Exception {
        assertThat(behind(new Pace(null, 0, null))).isEqualTo(pattern("pace.latest"));
    }

    @Test
    void a_forecast_that_falls_short_is_worded_as_letters_know_it() throws Exception {
        assertThat(behind(new Pace(null, 0, null, true))).isEqualTo(pattern("pace.forecast"));
    }

    private static String behind(Pace pace) {
        Requirement requirement =
                new Requirement("x", Operator.AT_LEAST, 7000, 0, Counted.COMMUNES, 0, List.of(pace), List.of());
        Entry entry = new Entry(
                1,
                "x",
                "x",
                Period.year(2017),
                "x",
                ReportedStatus.IN_PROGRESS,
                null,
                List.of(),
                null,
                null,
                null,
                List.of(),
                "",
                Instant.EPOCH);
        Measure measure = new Measure(BigDecimal.ONE, BigDecimal.TEN, null, null, DAY, entry, 0, 0, false);
        DueDate due = new DueDate(YEAR_END, YEAR_END, true);
        Forecast forecast = new Forecast(
                Counted.COMMUNES,
                new Point(DAY.minusDays(20), BigDecimal.ZERO),
                new Point(DAY, BigDecimal.ONE),
                BigDecimal.valueOf(7),
                due,
                DAY);
        return TargetPace.behind(requirement, measure, Period.year(2017), due, DAY, forecast);
    }

    private static String pattern(String key, String... parts) throws Exception {
        Properties words = new Properties();
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(
                        TargetPaceWordsTest.class.getResourceAsStream("/vn/dondoc/letters/words_vi.properties")),
                StandardCharsets.UTF_8)) {
            words.load(file);
        }
        String said = words.getProperty(key);
        for (int i = 0; i < parts.length; i++) {
            said = said.replace("{" + i + "}", parts[i]);
        }
        return said;
    }
}
