package vn.dondoc.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.calendar.DueDate;
import vn.dondoc.calendar.HolidayFiles;
import vn.dondoc.calendar.Period;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.facts.Docket;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.EntryBook;
import vn.dondoc.facts.Obligation;
import vn.dondoc.facts.Obligation.Phase;
import vn.dondoc.facts.Plan;
import vn.dondoc.facts.Registry;
import vn.dondoc.facts.RegistryFile;
import vn.dondoc.facts.Terms;
import vn.dondoc.findings.Explanation;
import vn.dondoc.findings.State;
import vn.dondoc.reading.Problems;

/** By when the four reports of each year 2017–2021 are due, and what moves a date: through the docket of the day. */
class ReportCalendarTest {
    private static final String REPORT = "III.1-03";
    private static final String HARD = "31/03; 30/06; 30/09; 31/12,giả định,có";
    /** Under the shipped plan the first quarter of 2017 is over before the Decision; here every quarter counts. */
    private static final LocalDate BEGINS = LocalDate.of(2017, 1, 1);

    private static Registry registry;
    private static WorkingCalendar calendar;
    private static Plan shipped;

    @TempDir
    private Path folder;

    @BeforeAll
    static void read_what_is_shipped() {
        Problems problems = new Problems();
        registry = RegistryFile.read(Path.of("config/agencies.csv"), problems);
        calendar = HolidayFiles.read(Path.of("config/holidays"), problems);
        problems.refuseIfAny();
        shipped = plan(ShippedRules.FOLDER);
    }

    @ParameterizedTest(name = "{0}: {1} → {2}; {3} → {4}")
    @CsvSource({
        "2017-Q1, 2017-03-05, 2017-03-06, 2017-03-31, 2017-03-31",
        "2017-H1, 2017-06-05, 2017-06-05, 2017-06-30, 2017-06-30",
        "2017-Q3, 2017-09-05, 2017-09-05, 2017-09-30, 2017-10-02",
        "2017,    2017-11-25, 2017-11-27, 2017-12-31, 2018-01-02",
        "2018-Q1, 2018-03-05, 2018-03-05, 2018-03-31, 2018-04-02",
        "2018-H1, 2018-06-05, 2018-06-05, 2018-06-30, 2018-07-02",
        "2018-Q3, 2018-09-05, 2018-09-05, 2018-09-30, 2018-10-01",
        "2018,    2018-11-25, 2018-11-26, 2018-12-31, 2019-01-02",
        "2019-Q1, 2019-03-05, 2019-03-05, 2019-03-31, 2019-04-01",
        "2019-H1, 2019-06-05, 2019-06-05, 2019-06-30, 2019-07-01",
        "2019-Q3, 2019-09-05, 2019-09-05, 2019-09-30, 2019-09-30",
        "2019,    2019-11-25, 2019-11-25, 2019-12-31, 2019-12-31",
        "2020-Q1, 2020-03-05, 2020-03-05, 2020-03-31, 2020-03-31",
        "2020-H1, 2020-06-05, 2020-06-05, 2020-06-30, 2020-06-30",
        "2020-Q3, 2020-09-05, 2020-09-07, 2020-09-30, 2020-09-30",
        "2020,    2020-11-25, 2020-11-25, 2020-12-31, 2020-12-31",
        "2021-Q1, 2021-03-05, 2021-03-05, 2021-03-31, 2021-03-31",
        "2021-H1, 2021-06-05, 2021-06-07, 2021-06-30, 2021-06-30",
        "2021-Q3, 2021-09-05, 2021-09-06, 2021-09-30, 2021-09-30",
        "2021,    2021-11-25, 2021-11-25, 2021-12-31, 2021-12-31",
    })
    void each_report_has_its_dates_and_those_on_a_day_of_rest_move(
            String period, LocalDate soft, LocalDate softMoved, LocalDate hard, LocalDate hardMoved) {
        Obligation report = reportOn(LocalDate.of(2021, 12, 31), shipped, period);

        assertThat(report.soft()).isEqualTo(new DueDate(soft, softMoved, true));
        assertThat(report.hard()).isEqualTo(new DueDate(hard, hardMoved, true));
    }

    @Test
    void with_a_calendar_of_the_20th_five_dates_of_five_years_move() throws IOException {
        Plan of20th = planWith("20/03; 20/06; 20/09; 20/12,giả định,có");

        List<String> moved = reportsOn(LocalDate.of(2021, 12, 31), of20th).stream()
                .map(report -> Objects.requireNonNull(report.hard()))
                .filter(DueDate::isShifted)
                .map(due -> due.nominal() + " → " + due.lastDay())
                .toList();

        assertThat(reportsOn(LocalDate.of(2021, 12, 31), of20th)).hasSize(20);
        assertThat(moved)
                .containsExactly(
                        "2020-06-20 → 2020-06-22",
                        "2020-09-20 → 2020-09-21",
                        "2020-12-20 → 2020-12-21",
                        "2021-03-20 → 2021-03-22",
                        "2021-06-20 → 2021-06-21");
    }

    @Test
    void a_date_before_which_something_is_due_never_moves_even_if_the_table_lets_it() throws IOException {
        Plan before = planWith("trước 01/04; trước giữa năm; trước 01/10; trước 01/01/2018,giả định,có");
        Plan upTo = planWith("31/03; 29/06; 30/09; đến 31/12/2017,giả định,có");

        DueDate beforeNewYear =
                reportOn(LocalDate.of(2017, 12, 31), before, "2017").hard();
        DueDate upToNewYearsEve =
                reportOn(LocalDate.of(2017, 12, 31), upTo, "2017").hard();

        LocalDate sunday = LocalDate.of(2017, 12, 31);
        assertThat(beforeNewYear).isEqualTo(new DueDate(sunday, sunday, true));
        assertThat(upToNewYearsEve).isEqualTo(new DueDate(sunday, LocalDate.of(2018, 1, 2), true));
    }

    @Test
    void a_duty_that_does_not_shift_keeps_a_date_on_a_day_of_rest() throws IOException {
        Plan fixed = planWith(HARD.replace(",có", ",không"));

        DueDate lastOfJune =
                reportOn(LocalDate.of(2018, 7, 1), fixed, "2018-H1").hard();

        assertThat(lastOfJune).isEqualTo(new DueDate(LocalDate.of(2018, 6, 30), LocalDate.of(2018, 6, 30), true));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2018-06-30, RISK", "2018-07-01, RISK", "2018-07-02, RISK", "2018-07-03, PAST"})
    void a_moved_date_is_past_on_the_day_after_it_moved_to(LocalDate day, Phase phase) {
        assertThat(reportOn(day, shipped, "2018-H1").phase()).isEqualTo(phase);
    }

    /** The first reminder goes 15 working days before 05/03/2018, and the seven days of Tết hold five of them. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2018-02-02, EARLY", "2018-02-04, EARLY", "2018-02-05, SOON", "2018-02-06, SOON"})
    void leads_count_working_days(LocalDate day, Phase phase) {
        assertThat(reportOn(day, shipped, "2018-Q1").phase()).isEqualTo(phase);
    }

    @Test
    void a_moved_date_is_explained_with_the_date_it_moved_from_and_the_article() {
        Obligation report = reportOn(LocalDate.of(2018, 7, 3), shipped, "2018-H1");

        assertThat(Explanation.of(report, State.OVERDUE, "HAN-06"))
                .contains("Hạn: hết ngày 02/07/2018, ngày giả định")
                .contains("30/06/2018 là ngày nghỉ nên tính đến hết ngày làm việc tiếp theo"
                        + " (khoản 5 Điều 148 Bộ luật Dân sự 2015)");
    }

    /** Plans for 2022 are due on 31/12/2021 and 31/01/2022, and are seen from 45 days before. */
    @Test
    void the_calendar_of_next_year_is_not_asked_before_its_dates_come_near() {
        List<Integer> computed = new ArrayList<>();
        WorkingCalendar listening = HolidayFiles.read(Path.of("config/holidays"), new Problems(), computed::add);
        Docket docket = new Docket(shipped, registry, listening);
        List<String> untargeted = shipped.allDuties().stream()
                .filter(duty -> !duty.isTarget())
                .map(Duty::id)
                .toList();
        Terms terms = termsOf(shipped, untargeted);

        for (LocalDate day = LocalDate.of(2021, 1, 1); day.getMonthValue() < 11; day = day.plusDays(13)) {
            assertThat(docket.on(day, terms, new EntryBook(List.of()))).isNotEmpty();
        }
        assertThat(computed).isEmpty();

        docket.on(LocalDate.of(2021, 12, 1), terms, new EntryBook(List.of()));
        assertThat(computed).containsExactly(2022);
    }

    private Plan planWith(String hard) throws IOException {
        Path copy = ShippedRules.copyTo(folder);
        ShippedRules.edit(copy, "duties.csv", REPORT + ",", HARD, hard);
        return plan(copy);
    }

    private static Plan plan(Path rules) {
        Problems problems = new Problems();
        Plan plan = PlanFile.read(RuleFiles.in(rules, ShippedRules.PLAN, problems), null, registry, problems);
        problems.refuseIfAny();
        return new Plan(
                plan.title(),
                plan.document(),
                plan.shortName(),
                BEGINS,
                null,
                plan.reportDates(),
                plan.ageing(),
                plan.workingDaysBetweenLetters(),
                plan.clauses(),
                plan.duties());
    }

    private static Obligation reportOn(LocalDate day, Plan plan, String period) {
        Period asked = Period.read(period).orElseThrow();
        return reportsOn(day, plan).stream()
                .filter(report -> report.period().equals(asked))
                .findFirst()
                .orElseThrow();
    }

    private static List<Obligation> reportsOn(LocalDate day, Plan plan) {
        return new Docket(plan, registry, calendar)
                .on(day, termsOf(plan, List.of(REPORT)), new EntryBook(List.of())).stream()
                        .filter(report -> report.period().first().getYear() <= 2021)
                        .toList();
    }

    private static Terms termsOf(Plan plan, List<String> duties) {
        List<Duty> owed = duties.stream().map(id -> plan.duty(id).orElseThrow()).toList();
        return new Terms(Map.of("so-noi-vu", owed), Map.of());
    }
}
