package vn.dondoc.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.app.Dondoc;
import vn.dondoc.app.Jobs;
import vn.dondoc.app.Settings;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.config.Home;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.flow.DigestFlow.Reader;
import vn.dondoc.intake.Intake;
import vn.dondoc.notices.Digest;
import vn.dondoc.notices.Heat;
import vn.dondoc.notices.Notice.WeeklyDigest;
import vn.dondoc.notices.Promise;
import vn.dondoc.notices.Recipient;
import vn.dondoc.notices.Scope;
import vn.dondoc.notices.Standing;
import vn.dondoc.outbox.Letter;
import vn.dondoc.store.ArrangementStore;

/** What the leaders are told about the turn of the year 2017, on the shipped rules and a real database. */
@TestInstance(Lifecycle.PER_CLASS)
class LeadersDigestTest {
    private static final LocalDate MONDAY = LocalDate.of(2018, 1, 8);
    private static final String INFORMATION = "so-thong-tin-va-truyen-thong";
    private static final String COMMUNES_CONNECTED = "II.2.1.e-07";
    private static final String YEARLY_PLAN = "II.1.a-04";
    private static final Recipient SOMEBODY = new Recipient("Phó Chủ tịch", "pct@quangngai.example", List.of());

    private Dondoc dondoc;
    private Digest province;
    private Digest district;
    private Letter districtsLetter;

    @BeforeAll
    void live(@TempDir Path folder) throws Exception {
        TemporaryHome.configure(TemporaryHome.in(folder), Province.goingLive("12/05/2017"));
        dondoc = Dondoc.open(Settings.read(new Home(folder)));
        report(
                "2017-12-12",
                INFORMATION,
                "2017-Q4",
                COMMUNES_CONNECTED,
                "\"status\":\"in-progress\",\"numerator\":128,\"denominator\":184");
        report("2017-12-28", "524", "2017", YEARLY_PLAN, "\"status\":\"in-progress\"");
        report("2018-01-03", "524", "2017", YEARLY_PLAN, "\"status\":\"done\",\"completedOn\":\"2017-12-29\"");
        new ArrangementStore(dondoc.database())
                .add(new Promise(
                        new Finding.Key(INFORMATION, COMMUNES_CONNECTED, "2017"),
                        LocalDate.of(2018, 1, 5),
                        "Văn phòng Sở",
                        "dondoc ack",
                        at(LocalDate.of(2018, 1, 2))));
        Scope binhSon = new Scope(
                "huyện Bình Sơn",
                dondoc.settings().registry().on(MONDAY).stream()
                        .filter(unit -> unit.id().equals("524") || unit.parent().equals("524"))
                        .map(unit -> unit.id())
                        .collect(Collectors.toSet()));
        var outcome = dondoc.digestFlow()
                .weekly(
                        at(MONDAY),
                        List.of(
                                new Reader(SOMEBODY, Scope.PROVINCE),
                                new Reader(new Recipient("B", "b@x.example", List.of()), binhSon)))
                .orElseThrow();
        province = ((WeeklyDigest) outcome.worded().get(0).notice()).digest();
        district = ((WeeklyDigest) outcome.worded().get(1).notice()).digest();
        districtsLetter = outcome.worded().get(1).letter();
    }

    @AfterAll
    void close() {
        dondoc.database().close();
    }

    @Test
    void the_standing_now_and_earlier_is_what_the_verdicts_of_those_moments_add_up_to() {
        assertThat(province.now()).isEqualTo(standing(MONDAY));
        assertThat(province.weeksAgo(1)).contains(standing(MONDAY.minusWeeks(1)));
        assertThat(province.weeksAgo(4)).contains(standing(MONDAY.minusWeeks(4)));
        assertThat(province.trend())
                .hasSize(13)
                .extracting(Standing::day)
                .startsWith(MONDAY.minusWeeks(12))
                .endsWith(MONDAY)
                .isSorted();
    }

    @Test
    void weeks_before_the_plan_was_in_force_are_absent() {
        assertThat(digestOf(LocalDate.of(2017, 5, 15)).trend()).hasSize(1);
        Digest second = digestOf(LocalDate.of(2017, 5, 22));
        assertThat(second.trend()).hasSize(2);
        assertThat(second.weeksAgo(1)).isPresent();
        assertThat(second.weeksAgo(4)).isEmpty();
    }

    @Test
    void what_was_reported_within_the_week_is_counted_as_closed() {
        assertThat(district.changes().closed()).isPositive();
        assertThat(district.open())
                .noneMatch(finding -> finding.key().agency().equals("524")
                        && finding.key().duty().equals(YEARLY_PLAN)
                        && finding.key().period().equals("2017"));
    }

    @Test
    void a_target_missed_at_new_year_is_new_in_the_week_after_and_not_in_the_next() {
        Digest atNewYear = digestOf(LocalDate.of(2018, 1, 2));
        assertThat(atNewYear.changes().newlyLate())
                .first()
                .satisfies(finding -> assertThat(finding.state()).isEqualTo(State.VIOLATED));
        assertThat(atNewYear.changes().newlyLate())
                .extracting(finding -> finding.key().duty())
                .contains(COMMUNES_CONNECTED);
        assertThat(digestOf(LocalDate.of(2018, 1, 9)).changes().newlyLate())
                .extracting(finding -> finding.key().duty())
                .doesNotContain(COMMUNES_CONNECTED);
    }

    @Test
    void a_promise_that_passed_is_told_to_the_leaders() {
        assertThat(province.broken())
                .singleElement()
                .satisfies(broken -> assertThat(broken.finding().key().duty()).isEqualTo(COMMUNES_CONNECTED));
    }

    @Test
    void a_field_holds_its_units_and_their_communes_and_nobody_else() {
        assertThat(district.open())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.obligation().agency())
                        .satisfies(unit -> assertThat(
                                        unit.id().equals("524") || unit.parent().equals("524"))
                                .isTrue()));
        assertThat(district.mustAct()).hasSizeBetween(20, 26);
        assertThat(district.broken()).isEmpty();
        assertThat(district.now().judged()).isLessThan(province.now().judged());
        assertThat(districtsLetter.text()).contains("Bình Sơn").doesNotContain("Sở Thông tin", "Tư Nghĩa");
        assertThat(districtsLetter.subject()).contains("huyện Bình Sơn");
    }

    @Test
    void the_heat_table_rolls_communes_up_into_their_district() {
        assertThat(district.heat().rows()).singleElement().satisfies(row -> {
            assertThat(row.agency().id()).isEqualTo("524");
            assertThat(row.judged()).isGreaterThan(100);
        });
        assertThat(province.heat().columns())
                .extracting(Heat.Column::code)
                .contains("PAR 1", "PAR 7", "PAPI 6")
                .hasSize(13);
        assertThat(province.heat().rows()).hasSize(35);
    }

    @Test
    void the_shipped_vice_chairmen_hear_of_their_departments_alone() {
        dondoc.jobs().run(Jobs.WEEKLY_DIGEST, java.time.Clock.fixed(at(MONDAY.plusDays(1)), VietnamTime.ZONE));
        Map<String, String> byAddress = dondoc.outbox().list().stream()
                .map(queued -> queued.letter())
                .filter(letter -> letter.day().equals(MONDAY.plusDays(1)))
                .collect(Collectors.toMap(Letter::to, Letter::text));
        assertThat(byAddress).hasSize(4);
        assertThat(byAddress.getOrDefault("pho-chu-tich.van-hoa-xa-hoi@quangngai.example", ""))
                .contains("Sở Thông tin và Truyền thông")
                .doesNotContain("Sở Tài chính", "UBND huyện");
        assertThat(byAddress.getOrDefault("pho-chu-tich.kinh-te@quangngai.example", ""))
                .contains("Sở Tài chính")
                .doesNotContain("Sở Y tế", "UBND huyện");
        assertThat(byAddress.getOrDefault("chu-tich@quangngai.example", "")).contains("huyện");
    }

    private Digest digestOf(LocalDate day) {
        var outcome = dondoc.digestFlow()
                .weekly(at(day), List.of(new Reader(SOMEBODY, Scope.PROVINCE)))
                .orElseThrow();
        return ((WeeklyDigest) outcome.worded().get(0).notice()).digest();
    }

    private Standing standing(LocalDate day) {
        return Standing.of(
                day,
                dondoc.assessor().at(at(day)).findings().stream()
                        .map(Finding::state)
                        .toList());
    }

    private void report(String day, String unit, String period, String duty, String answer) {
        String report = "{\"agency\":\"" + unit + "\",\"period\":\"" + period + "\",\"entries\":[{\"duty\":\"" + duty
                + "\"," + answer + "}]}";
        var receipt = dondoc.intake()
                .receive(
                        "b.json",
                        report.getBytes(StandardCharsets.UTF_8),
                        Intake.Options.STRICT,
                        at(LocalDate.parse(day)));
        assertThat(receipt.refused()).isEmpty();
    }

    private static Instant at(LocalDate day) {
        return VietnamTime.at(day, LocalTime.of(7, 30));
    }
}
