package vn.dondoc.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.outbox.LetterKind;

/** 70% of 184 communes before 01/01/2018, reported on in June and in September: what the unit is told of its pace. */
class ForecastLetterTest {
    private static final String INFORMATION = "so-thong-tin-va-truyen-thong";
    private static final String COMMUNES_CONNECTED = "II.2.1.e-07";

    @TempDir
    private Path folder;

    @Test
    void two_answers_to_one_report_code_bring_a_letter_with_the_arithmetic_of_their_pace() throws Exception {
        try (Province province = province()) {
            province.on("2017-06-12").reports(INFORMATION, "2017", COMMUNES_CONNECTED, connected(40));
            province.on("2017-09-07")
                    .reportsAllThatIsOpen(INFORMATION, COMMUNES_CONNECTED + " 2017")
                    .reports(INFORMATION, "2017", COMMUNES_CONNECTED, connected(61));
            province.liveThrough("2017-06-12", "2017-06-12").liveThrough("2017-09-07", "2017-09-14");
            assertThat(province.letters()
                            .between("2017-09-08", "2017-09-14")
                            .to(INFORMATION)
                            .naming(province.task(COMMUNES_CONNECTED))
                            .only()
                            .text())
                    .contains("có nguy cơ không đạt", "theo nhịp báo cáo thì không đạt khi đến hạn (giả định)")
                    .contains("Dự báo: Từ 12/06/2017 (40) đến 07/09/2017 (61) thêm 21 trong 87 ngày; theo nhịp ấy (giả"
                            + " định), đến hạn được 61 + 21 × 115/87 ≈ 88,7 < 129. Cần thêm 5 xã, phường, thị trấn mỗi"
                            + " tuần (68 trong 108 ngày).");
        }
    }

    @Test
    void two_reports_fast_enough_are_no_risk_and_are_foreseen_in_time() throws Exception {
        try (Province province = reporting(40, 95)) {
            assertThat(explained(province, "2017-09-13"))
                    .contains("sắp đến hạn", "95 + 55 × 109/93 ≈ 159,4 ≥ 129 (70%)")
                    .doesNotContain("nguy cơ", "Chậm tiến độ");
        }
    }

    @Test
    void one_report_alone_brings_no_forecast() throws Exception {
        try (Province province = province()) {
            province.on("2017-09-13").reports(INFORMATION, "2017-Q3", COMMUNES_CONNECTED, connected(61));
            province.liveThrough("2017-09-13", "2017-09-13");
            assertThat(explained(province, "2017-09-13"))
                    .contains("sắp đến hạn", "61/184")
                    .doesNotContain("Nhịp", "Dự báo");
        }
    }

    @Test
    void on_the_last_day_it_is_a_risk_still_and_the_day_after_a_breach_without_a_word_of_a_forecast() throws Exception {
        try (Province province = reporting(40, 61).liveThrough("2018-01-02", "2018-01-02")) {
            assertThat(explained(province, "2017-12-31"))
                    .contains("có nguy cơ không đạt", "Nhịp thực hiện", "Cần thêm 68", "ngay trong ngày cuối");
            assertThat(explained(province, "2018-01-01"))
                    .contains("vi phạm", "61/184")
                    .doesNotContain("Nhịp", "Dự báo", "Chậm tiến độ");
            assertThat(province.queued(LetterKind.ALERT)).singleElement().satisfies(alert -> {
                assertThat(alert.letter().text()).contains("61/184").doesNotContainIgnoringCase("dự báo", "nhịp");
                assertThat(alert.letter().html()).contains("61/184").doesNotContainIgnoringCase("dự báo", "nhịp");
            });
        }
    }

    private static String explained(Province province, String day) {
        return province.explain(INFORMATION, COMMUNES_CONNECTED, day);
    }

    private Province reporting(int inJune, int inSeptember) throws Exception {
        Province province = province();
        province.on("2017-06-12").reports(INFORMATION, "2017-Q2", COMMUNES_CONNECTED, connected(inJune));
        province.on("2017-09-13").reports(INFORMATION, "2017-Q3", COMMUNES_CONNECTED, connected(inSeptember));
        return province.liveThrough("2017-06-12", "2017-06-12").liveThrough("2017-09-13", "2017-09-13");
    }

    private Province province() throws Exception {
        return Province.mailingOnlyTo(INFORMATION::equals, folder, Province.goingLive("12/05/2017"));
    }

    private static String connected(int communes) {
        return "\"status\":\"in-progress\",\"numerator\":" + communes + ",\"denominator\":184";
    }
}
