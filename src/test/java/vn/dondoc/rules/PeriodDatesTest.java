package vn.dondoc.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.rules.EditedPlan.DUTIES;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days that do not fit the periods they stand for; III.1-03 is reported four times a year. */
class PeriodDatesTest {
    private static final String REPORTED = "III.1-03";

    @TempDir
    private Path home;

    private EditedPlan plan;

    @BeforeEach
    void copy() throws IOException {
        plan = new EditedPlan(home);
    }

    @ParameterizedTest
    @CsvSource({
        "Hạn,30/6/2017,có năm",
        "Hạn,2017-6-30,có năm",
        "Mốc theo dõi,05/03/2018; 05/06; 05/09; 25/11,có năm",
        "Hạn,30/06,có một ngày mà chu kỳ “báo cáo” có 4 kỳ",
        "Mốc theo dõi,05/03,có một ngày mà chu kỳ “báo cáo” có 4 kỳ",
        "Hạn,30/06; 31/03; 30/09; 31/12,đứng trước ngày “30/06” của kỳ trước nó",
        "Hạn,31/03; 30/06; 30/06; 31/12,của quý III năm 2018 đứng trước khi kỳ bắt đầu",
        "Mốc theo dõi,05/04; 05/07; 05/10; 25/01,đứng trước ngày “05/10” của kỳ trước nó",
        "Mốc theo dõi,01/04; 05/06; 05/09; 25/11,mốc theo dõi “01/04” sau hạn “31/03”"
    })
    void a_day_that_does_not_fit_its_period_is_refused(String heading, String cell, String words) throws IOException {
        plan.with(DUTIES, REPORTED, heading, cell);
        assertThat(plan.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).isEqualTo(plan.cell(DUTIES, REPORTED, heading));
            assertThat(problem.message()).contains(words);
            assertThat(problem.hint()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "Hạn,31/03; 30/06; 30/09; 31/12",
        "Hạn,05/03; 05/06; 05/09; 25/11",
        "Hạn,31/03; 30/06; 05/09; 31/12",
        "Mốc theo dõi,31/03; 05/06; 05/09; 25/11"
    })
    void its_neighbour_is_not(String heading, String cell) throws IOException {
        plan.with(DUTIES, REPORTED, heading, cell);
        assertThat(plan.problems()).isEmpty();
    }

    @Test
    void of_a_duty_that_comes_once_the_soft_date_may_be_the_last_day_and_not_the_day_after() throws IOException {
        plan.with(DUTIES, "II.2.1.e-07", "Mốc theo dõi", "31/12/2017");
        assertThat(plan.problems()).isEmpty();
        plan.with(DUTIES, "II.2.1.e-07", "Mốc theo dõi", "01/01/2018");
        assertThat(plan.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("sau hạn “trước 01/01/2018”"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ["05/06", "05/03", "05/09", "25/11"] | ngày “05/06” không phải một ngày hằng năm của quý 1
                    ["05/03", "05/03", "05/09", "25/11"] | ngày “05/03” không phải một ngày hằng năm của quý 2
                    ["05/03", "05/06", "05/09/2018", "25/11"] | ngày “05/09/2018” không phải một ngày hằng năm của quý 3
                    ["31/03", "30/06", "30/09", "01/01"] | ngày “01/01” không phải một ngày hằng năm của quý 4
                    """)
    void a_report_date_lies_in_its_quarter(String dates, String words) throws IOException {
        plan.withText("plan.yaml", "[\"05/03\", \"05/06\", \"05/09\", \"25/11\"]", dates);
        assertThat(plan.problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.place()).contains("khóa “reportDates”"))
                .anySatisfy(problem -> assertThat(problem.message()).isEqualTo(words));
    }
}
