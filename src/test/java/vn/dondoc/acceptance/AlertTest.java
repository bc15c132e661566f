package vn.dondoc.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.outbox.LetterKind;
import vn.dondoc.outbox.LetterState;

/** 70% of 184 communes before 01/01/2018: what the turn of the year brings. */
class AlertTest {
    private static final String INFORMATION = "so-thong-tin-va-truyen-thong";
    private static final String COMMUNES_CONNECTED = "II.2.1.e-07";

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} of 184: {1} alerts")
    @CsvSource({"128, 1", "129, 0"})
    void an_alert_comes_just_under_70_per_cent_and_not_from_there_on(int connected, int alerts) throws Exception {
        try (Province province = provinceReporting(connected)) {
            province.liveThrough("2017-12-29", "2018-01-02");
            assertThat(province.queued(LetterKind.ALERT)).hasSize(alerts);
            assertThat(province.letters().alerts().all()).as("it waits").isEmpty();
        }
    }

    @Test
    void without_the_wish_to_release_letters_an_alert_goes_the_same_morning() throws Exception {
        try (Province province = provinceReporting(128, "release: none")) {
            province.liveThrough("2017-12-29", "2018-01-02");
            assertThat(province.letters().to(INFORMATION).alerts().days()).containsExactly("2018-01-02");
        }
    }

    @Test
    void a_corrected_report_that_shows_a_breach_alerts_at_once() throws Exception {
        try (Province province = provinceReporting(129)) {
            province.on("2018-01-05").reports(INFORMATION, "2017-Q4", COMMUNES_CONNECTED, connected(120));
            province.on("2018-01-05").officerReleasesAlerts();
            province.liveThrough("2017-12-29", "2018-01-05");
            ReceivedLetter alert = province.letters().alerts().only();
            assertThat(alert.day()).isEqualTo("2018-01-05");
            assertThat(alert.text()).contains("120/184");
        }
    }

    @Test
    void a_breach_that_comes_back_after_a_withdrawal_is_alerted_anew() throws Exception {
        try (Province province = provinceReporting(128, "release: none")) {
            province.on("2018-01-04").reports(INFORMATION, "2017-Q4", COMMUNES_CONNECTED, connected(130));
            province.on("2018-01-08").reports(INFORMATION, "2017-Q4", COMMUNES_CONNECTED, connected(127));
            province.liveThrough("2017-12-29", "2018-01-09");
            assertThat(province.letters().alerts().days()).containsExactly("2018-01-02", "2018-01-08");
            assertThat(province.letters().withdrawals().days()).containsExactly("2018-01-04");
        }
    }

    @Test
    void an_alert_released_but_not_yet_sent_is_cancelled_when_it_proves_wrong() throws Exception {
        try (Province province = provinceReporting(128)) {
            province.on("2018-01-03")
                    .officerReleasesAlerts()
                    .reports(INFORMATION, "2017-Q4", COMMUNES_CONNECTED, connected(130));
            province.liveThrough("2017-12-29", "2018-01-05");
            assertThat(province.letters().alerts().all()).isEmpty();
            assertThat(province.letters().withdrawals().all()).isEmpty();
            assertThat(province.outbox()).containsEntry(LetterState.CANCELLED, 1);
        }
    }

    private Province provinceReporting(int communes, String... configuration) throws Exception {
        Province province = Province.mailingOnlyTo(INFORMATION::equals, folder, Province.goingLive("12/05/2017"));
        if (configuration.length > 0) {
            province.restartWith(configuration);
        }
        province.on("2017-12-29").reports(INFORMATION, "2017-Q4", COMMUNES_CONNECTED, connected(communes));
        return province;
    }

    private static String connected(int communes) {
        return "\"status\":\"in-progress\",\"completedOn\":\"2017-12-28\",\"numerator\":" + communes
                + ",\"denominator\":184";
    }
}
