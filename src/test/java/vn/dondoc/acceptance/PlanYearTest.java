package vn.dondoc.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.outbox.LetterKind;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.outbox.QueuedLetter;

/** Decision 881 from its day to the end of January 2018, lived once; every test asks what became of somebody. */
@TestInstance(Lifecycle.PER_CLASS)
class PlanYearTest {
    private static final String FIRST_DAY = "2017-05-12";
    private static final String LAST_DAY = "2018-01-31";
    private static final int DAYS_BETWEEN_REPETITIONS = 13;

    private static final Set<String> COMMUNES_WITH_MAIL = Set.of("21010", "21064", "21115", "21172");

    private static final String HEALTH = "so-y-te";
    private static final String JUSTICE = "so-tu-phap";
    private static final String TRADE = "so-cong-thuong";
    private static final String HOME_AFFAIRS = "so-noi-vu";
    private static final String INFORMATION = "so-thong-tin-va-truyen-thong";

    /** Due softly on 25/11/2017, a Saturday; finally on 31/12/2017, a Sunday before a holiday. Both days assumed. */
    private static final String YEARLY = "II.1.a-04";
    /** Due softly on 05/06, 05/09 and 25/11. */
    private static final String QUARTERLY = "III.1-03";

    private static final String INSPECTIONS = "II.2.1.a-10";
    private static final String DISTRICTS_CONNECTED = "II.2.1.e-06";
    private static final String COMMUNES_CONNECTED = "II.2.1.e-07";

    private Province province;
    private Letters letters;
    private Letters copies;
    private Map<LetterState, Integer> outboxAtTheEnd;
    private List<QueuedLetter> alerts;
    /** How many letters a day's second run queued or sent. */
    private final Map<String, Integer> moreByRepeating = new TreeMap<>();
    /** The same for days long past, after the year was over. */
    private final Map<String, Integer> moreByRunningThePastAgain = new TreeMap<>();

    @BeforeAll
    void live(@TempDir Path folder) throws Exception {
        province = Province.mailingOnlyTo(
                unit -> !isCommune(unit) || COMMUNES_WITH_MAIL.contains(unit),
                folder,
                Province.goingLive("12/05/2017"));
        tell();
        LocalDate last = LocalDate.parse(LAST_DAY);
        int day = 0;
        for (LocalDate date = LocalDate.parse(FIRST_DAY); !date.isAfter(last); date = date.plusDays(1)) {
            province.liveThrough(date.toString(), date.toString());
            if (day++ % DAYS_BETWEEN_REPETITIONS == 0 || date.equals(last)) {
                moreByRepeating.put(date.toString(), repeated(date.toString()));
            }
        }
        letters = province.letters();
        copies = province.copies();
        outboxAtTheEnd = province.outbox();
        alerts = province.queued(LetterKind.ALERT);
        for (String past :
                List.of("2017-06-05", "2017-12-15", "2018-01-02", "2018-01-03", "2018-01-08", "2018-01-10")) {
            moreByRunningThePastAgain.put(past, repeated(past));
        }
    }

    private void tell() {
        province.on("2017-11-01")
                .reports(JUSTICE, "2017", YEARLY, "\"status\":\"done\",\"completedOn\":\"2017-10-30\"");
        province.on("2017-11-28").reports(TRADE, "2017", YEARLY, "\"status\":\"done\",\"completedOn\":\"2017-11-27\"");
        province.on("2017-09-08").reports(INFORMATION, "2017-Q3", COMMUNES_CONNECTED, connected(100, 184));
        province.on("2017-11-01").reports(HOME_AFFAIRS, "2017-Q3", INSPECTIONS, connected(5, 33));
        province.on("2017-12-12")
                .reports(INFORMATION, "2017-Q4", COMMUNES_CONNECTED, connected(128, 184))
                .reports(INFORMATION, "2017-Q4", DISTRICTS_CONNECTED, connected(13, 14));
        province.on("2017-12-29").reports(HOME_AFFAIRS, "2017-Q4", INSPECTIONS, connected(8, 33));
        province.on("2018-01-03").officerReleasesAlertsNaming(province.task(COMMUNES_CONNECTED));
        province.on("2018-01-04").reports(INFORMATION, "2017-Q4", DISTRICTS_CONNECTED, corrected(14, 14));
        province.on("2018-01-10").reports(INFORMATION, "2017-Q4", COMMUNES_CONNECTED, corrected(129, 184));
        province.on("2018-01-15").officerReleasesAlerts();
    }

    private static boolean isCommune(String unit) {
        return unit.matches("\\d{5}");
    }

    private static String connected(int done, int all) {
        return "\"status\":\"in-progress\",\"numerator\":" + done + ",\"denominator\":" + all;
    }

    private static String corrected(int done, int all) {
        return "\"status\":\"done\",\"completedOn\":\"2017-12-29\",\"numerator\":" + done + ",\"denominator\":" + all;
    }

    private int repeated(String day) {
        int before = province.queuedAndSent();
        province.repeat(day);
        return province.queuedAndSent() - before;
    }

    @AfterAll
    void close() {
        province.close();
    }

    private Letters remindersOf(String unit, String duty) {
        return letters.to(unit).reminders().naming(province.task(duty));
    }

    // ---- reminders

    @Test
    void a_silent_department_is_reminded_before_and_after_each_date_and_never_twice_within_five_working_days() {
        Letters reminders = remindersOf(HEALTH, QUARTERLY);
        assertThat(reminders.between(FIRST_DAY, "2017-06-04").all()).isNotEmpty();
        assertThat(reminders.between("2017-06-05", "2017-06-30").all()).isNotEmpty();
        assertThat(reminders.between("2017-07-03", "2017-08-11").all()).isNotEmpty();
        List<LocalDate> days = letters.to(HEALTH).ofTheLadder().days().stream()
                .map(LocalDate::parse)
                .toList();
        for (int i = 1; i < days.size(); i++) {
            assertThat(province.workingDaysBetween(days.get(i - 1), days.get(i)))
                    .as(days.get(i - 1) + " to " + days.get(i))
                    .isGreaterThanOrEqualTo(5);
        }
    }

    @Test
    void a_soft_date_on_a_day_off_moves_and_its_reminders_with_it() {
        assertThat(remindersOf(HEALTH, YEARLY).days())
                .as("25/11/2017 is a Saturday: fifteen working days before Monday 27/11")
                .startsWith("2017-11-06");
    }

    @Test
    void a_silent_commune_gets_copies_of_the_letters_to_its_silent_district() {
        assertThat(letters.to("21172").reminders().all()).isEmpty();
        assertThat(copies.where(copy -> copy.mailbox().equals(Province.addressOf("21172")))
                        .all())
                .isNotEmpty()
                .allSatisfy(copy -> assertThat(copy.isFor("522")).isTrue());
    }

    @Test
    void what_was_reported_in_time_is_never_asked_for() {
        assertThat(remindersOf(JUSTICE, YEARLY).all()).isEmpty();
        assertThat(letters.to(JUSTICE)
                        .reminders()
                        .naming(province.task(QUARTERLY))
                        .all())
                .as("its other duties are")
                .isNotEmpty();
    }

    @Test
    void what_is_reported_after_its_reminders_is_not_asked_for_again() {
        assertThat(remindersOf(TRADE, YEARLY).days())
                .as("fifteen and three working days before 27/11, and none after the report of 28/11")
                .startsWith("2017-11-06", "2017-11-22")
                .allMatch(day -> day.compareTo("2017-11-28") <= 0);
    }

    @Test
    void the_department_of_information_is_reminded_before_2018_begins() {
        Letters reminders = remindersOf(INFORMATION, COMMUNES_CONNECTED);
        assertThat(reminders.between("2017-09-08", "2017-09-29").all())
                .as("before 01/10, from which the target is at risk")
                .isNotEmpty();
        assertThat(reminders.between("2017-12-01", "2017-12-29").all())
                .as("before the Decision's date")
                .isNotEmpty();
    }

    @Test
    void a_target_behind_its_pace_is_reminded_before_its_date_like_any_other() {
        assertThat(remindersOf(HOME_AFFAIRS, INSPECTIONS)
                        .between("2017-12-01", "2017-12-29")
                        .all())
                .isNotEmpty();
    }

    @Test
    void a_unit_gets_one_reminder_letter_a_day() {
        Map<String, Long> byUnitAndDay = letters.reminders().all().stream()
                .collect(Collectors.groupingBy(letter -> letter.to() + " " + letter.day(), Collectors.counting()));
        assertThat(byUnitAndDay.values()).containsOnly(1L);
    }

    @Test
    void what_a_letter_asks_for_it_also_says_how_old_its_data_are() {
        assertThat(letters.reminders().all()).allSatisfy(letter -> {
            assertThat(letter.text())
                    .containsIgnoringCase("số liệu cập nhật đến")
                    .contains("Kính gửi:");
            assertThat(letter.subject()).startsWith("[");
        });
    }

    // ---- alerts

    @Test
    void an_alert_is_queued_on_the_first_working_day_after_the_breach() {
        assertThat(alerts)
                .extracting(
                        alert -> alert.letter().agency() + " " + alert.letter().day())
                .containsExactlyInAnyOrder(
                        INFORMATION + " 2018-01-02", INFORMATION + " 2018-01-02", HOME_AFFAIRS + " 2018-01-02");
    }

    @Test
    void an_alert_waits_for_its_release_and_goes_then() {
        ReceivedLetter alert = letters.to(INFORMATION)
                .alerts()
                .naming(province.task(COMMUNES_CONNECTED))
                .only();
        assertThat(alert.day()).isEqualTo("2018-01-03");
        assertThat(alert.text()).contains("128/184");
        assertThat(alert.subject()).contains("vi phạm");
        assertThat(letters.to(HOME_AFFAIRS)
                        .alerts()
                        .naming(province.task(INSPECTIONS))
                        .days())
                .containsExactly("2018-01-15");
    }

    @Test
    void an_alert_that_proves_wrong_is_withdrawn_by_one_letter() {
        ReceivedLetter withdrawal = letters.withdrawals().only();
        assertThat(withdrawal.isFor(INFORMATION)).isTrue();
        assertThat(withdrawal.day()).isEqualTo("2018-01-10");
        assertThat(withdrawal.subject()).contains("Đính chính");
        assertThat(withdrawal.names(province.task(COMMUNES_CONNECTED))).isTrue();
    }

    @Test
    void an_alert_that_proves_wrong_before_its_release_is_cancelled_without_a_letter() {
        String task = province.task(DISTRICTS_CONNECTED);
        assertThat(letters.alerts().naming(task).all()).isEmpty();
        assertThat(letters.withdrawals().naming(task).all()).isEmpty();
        assertThat(outboxAtTheEnd).containsEntry(LetterState.CANCELLED, 1);
    }

    @Test
    void a_target_without_any_number_is_asked_for_and_never_alerted() {
        String task = province.task("II.2.1.e-05");
        assertThat(letters.to(INFORMATION).reminders().naming(task).all()).isNotEmpty();
        assertThat(letters.alerts().naming(task).all()).isEmpty();
    }

    // ---- digests

    @Test
    void leaders_get_a_digest_every_monday_or_on_the_next_working_day() {
        List<String> expected = LocalDate.parse(FIRST_DAY)
                .datesUntil(LocalDate.parse(LAST_DAY))
                .filter(day -> day.getDayOfWeek() == java.time.DayOfWeek.MONDAY)
                .map(LocalDate::toString)
                .map(day -> day.replace("2017-09-04", "2017-09-05").replace("2018-01-01", "2018-01-02"))
                .toList();
        for (String leader :
                List.of("chu-tich", "pho-chu-tich.kinh-te", "pho-chu-tich.van-hoa-xa-hoi", "giam-doc.so-noi-vu")) {
            Letters digests = letters.to(leader).digests();
            assertThat(digests.days()).as(leader).isEqualTo(expected);
            assertThat(digests.count()).isEqualTo(expected.size());
        }
        assertThat(letters.digests().all()).hasSize(4 * expected.size());
    }

    // ---- what never happens

    @Test
    void nothing_is_mailed_on_days_off_or_outside_office_hours() {
        assertThat(letters.all()).allSatisfy(letter -> {
            assertThat(province.isWorkingDay(letter.day()))
                    .as(letter.toString())
                    .isTrue();
            assertThat(LocalTime.ofInstant(letter.sentAt(), VietnamTime.ZONE))
                    .isBetween(LocalTime.of(7, 0), LocalTime.of(16, 59));
        });
    }

    @Test
    void the_provincial_committee_gets_no_letters_of_a_unit() {
        assertThat(letters.to("ubnd-tinh").all()).isEmpty();
        assertThat(copies.where(letter -> letter.mailbox().equals("cchc.ubnd-tinh@quangngai.example"))
                        .all())
                .isEmpty();
    }

    @Test
    void every_letter_lies_once_with_its_recipient_and_once_with_each_copy() {
        assertThat(letters.all()).extracting(ReceivedLetter::messageId).doesNotHaveDuplicates();
        assertThat(copies.count())
                .isEqualTo(letters.all().stream()
                        .mapToInt(letter -> letter.cc().size())
                        .sum());
        assertThat(letters.to(HEALTH).all())
                .allSatisfy(letter -> assertThat(letter.cc()).containsExactly("cchc.so-y-te@quangngai.example"));
    }

    @Test
    void everything_that_a_letter_says_is_nfc() {
        assertThat(letters.all())
                .allSatisfy(letter -> assertThat(
                                Normalizer.isNormalized(letter.subject() + letter.text(), Normalizer.Form.NFC))
                        .isTrue());
    }

    @Test
    void at_the_end_nothing_waits_and_nothing_was_given_up() {
        assertThat(outboxAtTheEnd)
                .containsEntry(LetterState.QUEUED, 0)
                .containsEntry(LetterState.HELD, 0)
                .containsEntry(LetterState.SENDING, 0)
                .containsEntry(LetterState.GIVEN_UP, 0)
                .containsEntry(LetterState.SENT, letters.count());
    }

    @Test
    void a_second_run_of_a_day_queues_and_sends_nothing_more() {
        assertThat(moreByRepeating).hasSizeGreaterThanOrEqualTo(20);
        assertThat(moreByRepeating.values()).as(moreByRepeating.toString()).containsOnly(0);
    }

    @Test
    void a_day_long_past_that_is_run_again_queues_and_sends_nothing_more() {
        assertThat(moreByRunningThePastAgain.values())
                .as(moreByRunningThePastAgain.toString())
                .containsOnly(0);
    }
}
