package vn.dondoc.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.outbox.LetterKind;

/** The product starts late, stands still for a while, or is told to stop: never a flood of letters. */
class InterruptionTest {
    private static final String INFORMATION = "so-thong-tin-va-truyen-thong";
    private static final String COMMUNES_CONNECTED = "II.2.1.e-07";

    /** All bodies but the provincial committee and the police, who owes nothing that would be due by then. */
    private static final int UNITS = 218;

    @TempDir
    private Path folder;

    @Test
    void a_month_of_downtime_is_caught_up_with_one_letter_a_unit() throws Exception {
        try (Province province = Province.installedIn(folder, Province.goingLive("30/10/2017"))) {
            province.liveThrough("2017-10-30", "2017-10-31");
            province.liveThrough("2017-12-01", "2017-12-04");
            Letters after =
                    province.letters().between("2017-11-01", "2017-12-04").reminders();
            assertThat(lettersByRecipient(after.on("2017-12-01")).values()).containsOnly(1L);
            assertThat(reached(province, "2017-12-01")).hasSizeGreaterThanOrEqualTo(UNITS);
            assertThat(after.to("so-y-te").days())
                    .as("the stages of November passed, one letter says so")
                    .containsExactly("2017-12-01");
            assertThat(after.on("2017-12-04").all()).isEmpty();
        }
    }

    @Test
    void going_live_late_gives_one_opening_letter_a_unit_and_no_alert() throws Exception {
        try (Province province = Province.installedIn(folder, Province.goingLive("01/02/2018"))) {
            province.on("2018-01-31")
                    .reports(
                            INFORMATION,
                            "2017-Q4",
                            COMMUNES_CONNECTED,
                            "\"status\":\"in-progress\",\"numerator\":128,\"denominator\":184");
            province.liveThrough("2018-01-31", "2018-02-08");
            Letters opening = province.letters()
                    .reminders()
                    .where(letter -> letter.subject().contains("Thư mở đầu"));
            assertThat(lettersByRecipient(opening).values()).containsOnly(1L);
            assertThat(opening.days()).containsExactly("2018-02-01");
            assertThat(reached(province, "2018-02-01")).hasSizeGreaterThanOrEqualTo(UNITS);
            assertThat(opening.to(INFORMATION)
                            .naming(province.task(COMMUNES_CONNECTED))
                            .count())
                    .isEqualTo(1);
            assertThat(province.queued(LetterKind.ALERT)).isEmpty();
        }
    }

    @Test
    void before_it_goes_live_nobody_hears_of_it() throws Exception {
        try (Province province =
                Province.mailingOnlyTo(INFORMATION::equals, folder, Province.goingLive("01/02/2018"))) {
            province.liveThrough("2018-01-19", "2018-01-31");
            assertThat(province.letters().all()).isEmpty();
        }
    }

    @Test
    void closing_the_plan_stops_all_letters() throws Exception {
        try (Province province =
                Province.mailingOnlyTo(INFORMATION::equals, folder, Province.goingLive("20/11/2017"))) {
            province.liveThrough("2017-11-20", "2017-11-24");
            assertThat(province.letters().all()).isNotEmpty();
            province.restartWith("closed: \"27/11/2017\"", "closedBy: \"Quyết định 1/QĐ-UBND ngày 24/11/2017\"");
            int before = province.letters().count();
            province.liveThrough("2017-11-25", "2017-12-12");
            assertThat(province.letters().count()).isEqualTo(before);
        }
    }

    @Test
    void a_standing_alert_is_not_withdrawn_because_the_plan_was_closed() throws Exception {
        try (Province province = Province.mailingOnlyTo(
                INFORMATION::equals, folder, Province.goingLive("12/05/2017"), "release: none")) {
            province.on("2017-12-29")
                    .reports(
                            INFORMATION,
                            "2017-Q4",
                            COMMUNES_CONNECTED,
                            "\"status\":\"in-progress\",\"numerator\":128,\"denominator\":184");
            province.liveThrough("2017-12-29", "2018-01-02");
            province.restartWith("closed: \"03/01/2018\"", "closedBy: \"Quyết định 1/QĐ-UBND ngày 02/01/2018\"");
            province.liveThrough("2018-01-03", "2018-01-05");
            assertThat(province.letters().alerts().count()).isEqualTo(1);
            assertThat(province.letters().withdrawals().all()).isEmpty();
        }
    }

    /** Units that got a letter of the ladder on a day, or the copy of their district's. */
    private static Set<String> reached(Province province, String day) throws Exception {
        Letters letters = province.letters().ofTheLadder().on(day);
        return letters.all().stream()
                .flatMap(letter -> Stream.concat(Stream.of(letter.to()), letter.cc().stream()))
                .filter(address -> !address.startsWith("cchc."))
                .collect(Collectors.toSet());
    }

    private static Map<String, Long> lettersByRecipient(Letters letters) {
        return letters.all().stream()
                .map(ReceivedLetter::to)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
