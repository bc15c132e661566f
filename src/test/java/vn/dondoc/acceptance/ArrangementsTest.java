package vn.dondoc.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.outbox.LetterKind;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.outbox.QueuedLetter;

/** What people agree about letters: promises, extensions, exemptions, silences, an edited ladder. */
class ArrangementsTest {
    private static final String HEALTH = "so-y-te";
    private static final String HOME_AFFAIRS_OFFICE = "phong-cchc.so-noi-vu";
    /** Softly due on 05/03/2018, finally on 31/03/2018, a Saturday: 02/04/2018. */
    private static final String QUARTERLY = "III.1-03";

    private static final String PERIOD = "2018-Q1";

    @TempDir
    private Path folder;

    private static Letters asked(Province province) throws Exception {
        return province.letters().ofTheLadder().naming(province.task(QUARTERLY)).naming("2018-Q1");
    }

    private static Letters anywhere(Province province) throws Exception {
        return province.letters().ofTheLadder().naming(province.task(QUARTERLY));
    }

    /** A department that has answered for all but its quarterly report. */
    private Province healthAlone(String... configuration) throws Exception {
        List<String> all = new ArrayList<>(List.of(Province.goingLive("01/03/2018")));
        all.addAll(List.of(configuration));
        Province province = Province.mailingOnlyTo(HEALTH::equals, folder, all.toArray(String[]::new));
        province.on("2018-02-28").reportsAllThatIsOpen(HEALTH, QUARTERLY + " " + PERIOD);
        return province;
    }

    @Test
    void a_promise_stops_the_letters_until_its_day_and_a_broken_one_goes_up() throws Exception {
        try (Province province = healthAlone()) {
            province.on("2018-03-09").promises(HEALTH, QUARTERLY, PERIOD, "2018-04-20");
            province.liveThrough("2018-02-28", "2018-05-04");

            assertThat(asked(province)
                            .to(HEALTH)
                            .between("2018-03-01", "2018-03-09")
                            .all())
                    .isNotEmpty();
            assertThat(anywhere(province)
                            .between("2018-03-10", "2018-04-20")
                            .naming("2018-Q1")
                            .all())
                    .isEmpty();
            ReceivedLetter upwards = province.letters()
                    .to(HOME_AFFAIRS_OFFICE)
                    .escalations()
                    .all()
                    .get(0);
            assertThat(upwards.day()).isEqualTo("2018-04-23");
            assertThat(upwards.text()).contains("thất hẹn 1 nhiệm vụ");
            assertThat(upwards.cc()).contains(Province.addressOf(HEALTH));
            assertThat(province.why(HEALTH, "2018-04-02")).contains("đơn vị đã hẹn ngày nộp", "ngày 20/04/2018");
        }
    }

    @Test
    void an_extension_takes_back_the_letter_that_waits_and_the_next_one_names_the_new_date_and_the_document()
            throws Exception {
        try (Province province = healthAlone("release: all")) {
            province.on("2018-03-02").isExtended(HEALTH, QUARTERLY, PERIOD, "2018-03-23");
            province.on("2018-03-05").officerReleasesAlerts();
            province.on("2018-03-12").officerReleasesAlerts();
            province.liveThrough("2018-02-28", "2018-03-13");

            assertThat(province.queued(LetterKind.REMINDER))
                    .filteredOn(letter ->
                            letter.letter().agency().equals(HEALTH) && letter.state() == LetterState.CANCELLED)
                    .extracting(QueuedLetter::cancelReason)
                    .contains("hạn của III.1-03 đã đổi từ 02/04/2018 sang 23/03/2018 trước khi thư được gửi");
            assertThat(province.letters()
                            .to(HEALTH)
                            .ofTheLadder()
                            .between("2018-03-01", "2018-03-09")
                            .days())
                    .as("what the letter taken back asked for goes once more, and not every morning")
                    .containsExactly("2018-03-05");
            assertThat(province.why(HEALTH, "2018-03-06")).contains("Không có thư", "thư ngày 05/03/2018");
            assertThat(asked(province).all())
                    .isNotEmpty()
                    .allSatisfy(letter -> assertThat(letter.text())
                            .contains("Hạn: 23/03/2018")
                            .contains("gia hạn theo Công văn 12/SNV-CCHC ngày 02/03/2018")
                            .contains("hạn trước là 02/04/2018 (giả định)"));
        }
    }

    @Test
    void a_letter_that_was_told_another_date_before_says_so() throws Exception {
        try (Province province = healthAlone()) {
            province.on("2018-03-09").isExtended(HEALTH, QUARTERLY, PERIOD, "2018-04-27");
            province.liveThrough("2018-02-28", "2018-04-27");
            List<ReceivedLetter> letters = asked(province).all();
            assertThat(letters.get(0).text()).contains("02/04/2018").doesNotContain("hạn đã thay đổi");
            assertThat(asked(province)
                            .between("2018-03-10", "2018-04-27")
                            .all()
                            .get(0)
                            .text())
                    .contains("Hạn: 27/04/2018")
                    .contains("hạn đã thay đổi; thư trước ghi 02/04/2018");
        }
    }

    @Test
    void what_is_exempted_is_not_asked_for_any_more() throws Exception {
        try (Province province = healthAlone()) {
            province.on("2018-03-09").isExempted(HEALTH, QUARTERLY, PERIOD);
            province.liveThrough("2018-02-28", "2018-04-30");
            assertThat(asked(province).between("2018-03-01", "2018-03-09").all())
                    .isNotEmpty();
            assertThat(asked(province).between("2018-03-10", "2018-04-30").all())
                    .isEmpty();
        }
    }

    @Test
    void a_silence_ends_by_itself() throws Exception {
        try (Province province = healthAlone()) {
            province.on("2018-03-09").isSilencedUntil(HEALTH, "2018-04-06");
            province.liveThrough("2018-02-28", "2018-04-09");
            assertThat(province.letters()
                            .to(HEALTH)
                            .ofTheLadder()
                            .between("2018-03-10", "2018-04-06")
                            .all())
                    .isEmpty();
            assertThat(province.letters()
                            .to(HEALTH)
                            .ofTheLadder()
                            .on("2018-04-09")
                            .count())
                    .isEqualTo(1);
            assertThat(province.why(HEALTH, "2018-03-20"))
                    .contains("cơ quan theo dõi đã tạm dừng nhắc", "bão lũ", "đến hết ngày 06/04/2018");
        }
    }

    @Test
    void a_duty_that_is_done_gets_no_letter_and_one_that_opens_again_begins_anew() throws Exception {
        try (Province province = healthAlone()) {
            province.on("2018-03-09")
                    .reports(HEALTH, PERIOD, QUARTERLY, "\"status\":\"done\",\"completedOn\":\"2018-03-09\"");
            province.on("2018-04-06").reports(HEALTH, PERIOD, QUARTERLY, "\"status\":\"in-progress\"");
            province.liveThrough("2018-02-28", "2018-04-30");
            assertThat(asked(province).between("2018-03-10", "2018-04-08").all())
                    .isEmpty();
            assertThat(asked(province).between("2018-04-09", "2018-04-30").all())
                    .isNotEmpty()
                    .first()
                    .satisfies(letter -> assertThat(letter.subject()).startsWith("[Đôn đốc]"));
        }
    }

    @Test
    void an_edited_row_of_the_ladder_changes_who_gets_what() throws Exception {
        try (Province province = healthAlone()) {
            Path ladder = folder.resolve("rules/plan-881/reminders.csv");
            Files.writeString(
                    ladder,
                    Files.readString(ladder)
                            .replace(
                                    "mốc theo dõi,0,10,,thư đơn vị,đề nghị,thủ trưởng",
                                    "mốc theo dõi,0,10,,báo cáo cấp trên,đôn đốc,lãnh đạo phụ trách"));
            province.liveThrough("2018-02-28", "2018-03-13");
            assertThat(asked(province)
                            .to(HEALTH)
                            .between("2018-03-02", "2018-03-13")
                            .all())
                    .isEmpty();
            ReceivedLetter upwards = province.letters()
                    .to("pho-chu-tich.van-hoa-xa-hoi")
                    .escalations()
                    .where(letter -> letter.cc().contains(Province.addressOf(HEALTH)))
                    .only();
            assertThat(upwards.text()).contains("Sở Y tế", province.task(QUARTERLY));
        }
    }
}
