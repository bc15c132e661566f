package vn.dondoc.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateExpressionTest {

    @ParameterizedTest(name = "{0} in {1} is {2}, written {3}")
    @CsvSource({
        "25/11, 2018, 2018-11-25, 25/11/2018",
        "31/12 năm trước, 2018, 2017-12-31, 31/12/2017",
        "31/12/2021, 2018, 2021-12-31, 31/12/2021",
        "trước 01/01/2018, 2017, 2017-12-31, trước ngày 01/01/2018",
        "trước ngày 01/01/2018, 2017, 2017-12-31, trước ngày 01/01/2018",
        "đến 31/12/2021, 2018, 2021-12-31, đến ngày 31/12/2021",
        "đến ngày 31/12/2021, 2018, 2021-12-31, đến ngày 31/12/2021",
        "đến 25/11, 2018, 2018-11-25, đến ngày 25/11/2018",
    })
    void a_date_in_numbers_has_a_last_day_in_time(String text, int year, LocalDate lastDay, String words) {
        DateExpression date = DateExpression.read(text).orElseThrow();

        assertThat(date.lastDayFor(year)).isEqualTo(lastDay);
        assertThat(date.inWords(year)).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0} in {1} is {2}, written {3}")
    @CsvSource({
        "đầu tháng 6, 2018, 2018-06-01, đầu tháng 6 (01/06/2018)",
        "giữa tháng 6, 2018, 2018-06-15, giữa tháng 6 (15/06/2018)",
        "cuối tháng 6, 2018, 2018-06-30, cuối tháng 6 (30/06/2018)",
        "cuối tháng 12, 2018, 2018-12-31, cuối tháng 12 (31/12/2018)",
        "cuối tháng 6/2018, 2017, 2018-06-30, cuối tháng 6/2018 (30/06/2018)",
        "cuối tháng 2, 2019, 2019-02-28, cuối tháng 2 (28/02/2019)",
        "cuối tháng 2, 2020, 2020-02-29, cuối tháng 2 (29/02/2020)",
        "cuối tháng 2/2020, 2017, 2020-02-29, cuối tháng 2/2020 (29/02/2020)",
        "cuối tháng 02, 2021, 2021-02-28, cuối tháng 02 (28/02/2021)",
        "đầu năm, 2018, 2018-01-01, đầu năm (01/01/2018)",
        "giữa năm, 2018, 2018-06-30, giữa năm (30/06/2018)",
        "cuối năm, 2018, 2018-12-31, cuối năm (31/12/2018)",
        "cuối năm 2021, 2018, 2021-12-31, cuối năm 2021 (31/12/2021)",
        "trước cuối năm 2021, 2018, 2021-12-30, trước cuối năm 2021 (31/12/2021)",
        "trước giữa tháng 6, 2018, 2018-06-14, trước giữa tháng 6 (15/06/2018)",
        "đến giữa năm, 2018, 2018-06-30, đến giữa năm (30/06/2018)",
    })
    void a_date_in_words_means_the_day_that_the_civil_code_gives_it(
            String text, int year, LocalDate lastDay, String words) {
        DateExpression date = DateExpression.read(text).orElseThrow();

        assertThat(date.lastDayFor(year)).isEqualTo(lastDay);
        assertThat(date.inWords(year)).isEqualTo(words);
        assertThat(date.needsWords()).isTrue();
    }

    @Test
    void before_and_up_to_one_date_are_a_day_apart() {
        DateExpression before = DateExpression.read("trước ngày 31/12/2021").orElseThrow();
        DateExpression upTo = DateExpression.read("đến ngày 31/12/2021").orElseThrow();

        assertThat(before.before()).isTrue();
        assertThat(upTo.before()).isFalse();
        assertThat(before.lastDayFor(2021).plusDays(1)).isEqualTo(upTo.lastDayFor(2021));
    }

    @Test
    void letters_written_apart_from_their_marks_are_read_too() {
        String apart = java.text.Normalizer.normalize("trước giữa tháng 6", java.text.Normalizer.Form.NFD);

        assertThat(DateExpression.read(apart)).isEqualTo(DateExpression.read("trước giữa tháng 6"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31/02",
                "29/02",
                "32/01/2018",
                "29/02/2018",
                "2018-01-01",
                "01/01/2018 năm trước",
                "cuối tháng",
                "cuối tháng 13",
                "cuối tháng 0",
                "cuối quý 2",
                "cuối năm 21",
                "cuối",
                "trước",
                "trước ngày cuối năm",
                "sau 01/01/2018",
                "ngày 01/01/2018",
            })
    void anything_else_is_no_date(String text) {
        assertThat(DateExpression.read(text)).isEmpty();
    }
}
