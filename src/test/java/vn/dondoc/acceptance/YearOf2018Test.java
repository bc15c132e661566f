package vn.dondoc.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The year 2018, lived once: one unit reports on time, one district does, all others are silent. */
@TestInstance(Lifecycle.PER_CLASS)
class YearOf2018Test {
    private static final String ON_TIME = "so-tu-phap";
    private static final String SILENT = "so-y-te";
    private static final String SILENT_DISTRICT = "524";
    private static final String REPORTING_DISTRICT = "528";
    private static final Set<String> COMMUNES_OF_SILENT_DISTRICT = Set.of("21040", "21043");
    private static final Set<String> COMMUNES_OF_REPORTING_DISTRICT = Set.of("21241", "21244");

    private static final String QUARTERLY = "III.1-03";
    private static final String COMMUNES_YEARLY = "II.2.2.b-06";

    private Province province;
    private Letters letters;
    private Letters copies;

    @BeforeAll
    void live(@TempDir Path folder) throws Exception {
        province = Province.mailingOnlyTo(
                unit -> !unit.matches("\\d{5}")
                        || COMMUNES_OF_SILENT_DISTRICT.contains(unit)
                        || COMMUNES_OF_REPORTING_DISTRICT.contains(unit),
                folder,
                Province.goingLive("01/01/2018"));
        withoutDigests(folder);
        for (String unit : List.of(ON_TIME, REPORTING_DISTRICT)) {
            for (String day :
                    List.of("2018-01-01", "2018-03-02", "2018-06-04", "2018-09-04", "2018-11-23", "2018-12-28")) {
                province.on(day).reportsAllThatIsOpen(unit);
            }
        }
        province.liveThrough("2018-01-01", "2018-12-31");
        letters = province.letters();
        copies = province.copies();
    }

    /** The leaders' page has tests of its own, and 208 of them take long. */
    private void withoutDigests(Path folder) throws Exception {
        Path schedule = folder.resolve("schedules/weekly-digest.yaml");
        Files.writeString(schedule, Files.readString(schedule).replace("enabled: true", "enabled: false"));
        province.restartWith();
    }

    @AfterAll
    void close() {
        province.close();
    }

    @Test
    void no_letter_leaves_on_a_day_off() {
        assertThat(letters.all())
                .isNotEmpty()
                .allSatisfy(letter -> assertThat(province.isWorkingDay(letter.day()))
                        .as(letter.toString())
                        .isTrue());
    }

    @Test
    void a_unit_gets_at_most_one_letter_of_the_ladder_a_morning() {
        assertThat(countedBy(letters.ofTheLadder(), letter -> letter.to() + " " + letter.day())
                        .values())
                .containsOnly(1L);
    }

    @Test
    void a_silent_unit_gets_at_most_one_letter_a_week() {
        Map<String, Long> weeks = countedBy(letters.ofTheLadder(), letter -> letter.to() + " " + week(letter.day()));
        assertThat(weeks.values()).containsOnly(1L);
        assertThat(letters.to(SILENT).ofTheLadder().count()).isBetween(12, 53);
    }

    @Test
    void a_unit_that_reports_on_time_gets_at_most_three_letters_a_quarter() {
        Map<String, Long> quarters = countedBy(
                letters.to(ON_TIME).ofTheLadder(),
                letter -> String.valueOf(letter.day().get(IsoFields.QUARTER_OF_YEAR)));
        assertThat(quarters).hasSize(4);
        assertThat(quarters.values()).allMatch(count -> count <= 3);
    }

    @Test
    void a_silent_unit_climbs_the_ladder_rung_by_rung() {
        assertThat(letters.where(letter -> letter.isFor(SILENT) || letter.cc().contains(Province.addressOf(SILENT)))
                        .ofTheLadder()
                        .naming(QUARTERLY + ", kỳ 2018-Q1")
                        .all())
                .extracting(letter -> letter.day() + " " + letter.subject().replaceAll("].*", "]"))
                .containsExactly(
                        "2018-03-01 [Nhắc việc]",
                        "2018-03-09 [Đề nghị]",
                        "2018-03-19 [Đề nghị]",
                        "2018-04-02 [Đề nghị]",
                        "2018-04-09 [Đôn đốc]");
        assertThat(letters.to("phong-cchc.so-noi-vu").escalations().all())
                .as("what got no answer goes on above, where a list names the unit")
                .anySatisfy(letter -> assertThat(letter.cc()).contains(Province.addressOf(SILENT)));
    }

    @Test
    void the_communes_of_a_silent_district_are_asked_for_in_one_letter_to_the_district() {
        for (String commune : COMMUNES_OF_SILENT_DISTRICT) {
            assertThat(letters.to(commune).ofTheLadder().all()).isEmpty();
            assertThat(copies.where(copy -> copy.mailbox().equals(Province.addressOf(commune)))
                            .all())
                    .isNotEmpty()
                    .allSatisfy(copy -> assertThat(copy.isFor(SILENT_DISTRICT)).isTrue());
        }
        assertThat(letters.to(SILENT_DISTRICT).naming("xã Bình Thuận").count()).isPositive();
    }

    @Test
    void the_communes_of_a_district_that_reports_are_written_to_and_go_up_after_four_letters_without_an_answer() {
        for (String commune : COMMUNES_OF_REPORTING_DISTRICT) {
            Letters own = letters.to(commune).ofTheLadder().naming(province.task(COMMUNES_YEARLY));
            assertThat(own.count()).isPositive();
        }
        assertThat(letters.to(REPORTING_DISTRICT).escalations().all()).isNotEmpty();
    }

    @Test
    void those_above_get_lists_and_no_flood() {
        Letters upwards = letters.to("pho-chu-tich.kinh-te").escalations();
        assertThat(countedBy(upwards, letter -> week(letter.day())).values()).allMatch(count -> count == 1);
    }

    @Test
    void why_answers_for_a_day_with_a_letter_a_day_without_and_a_day_off() {
        String day = letters.to(SILENT).ofTheLadder().days().get(1);
        assertThat(province.why(SILENT, day)).contains("đã gửi lúc 07h05", "Nhắc (đến bậc nhắc tiếp theo");
        assertThat(province.why(SILENT, LocalDate.parse(day).plusDays(1).toString()))
                .contains("Không có thư", "Không nhắc (");
        assertThat(province.why(SILENT, "2018-02-15")).contains("Không kiểm tra: ngày nghỉ (Tết Nguyên đán");
    }

    private static String week(LocalDate day) {
        return day.get(IsoFields.WEEK_BASED_YEAR) + "-" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    private static Map<String, Long> countedBy(
            Letters letters, java.util.function.Function<ReceivedLetter, String> key) {
        return letters.all().stream().collect(Collectors.groupingBy(key, Collectors.counting()));
    }
}
