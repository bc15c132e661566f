package vn.dondoc.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Counted;
import vn.dondoc.facts.Level;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.notices.Item;
import vn.dondoc.notices.Notice;
import vn.dondoc.notices.Notice.Alert;
import vn.dondoc.notices.Notice.Reminder;
import vn.dondoc.notices.Notice.Withdrawal;
import vn.dondoc.notices.Reason;
import vn.dondoc.outbox.Letter;
import vn.dondoc.outbox.LetterKind;

class LetterWriterTest {
    private static final LetterWriter WRITER = LetterCast.writer();
    private static final String HOSTILE =
            "Sở <script>alert('x')</script>\r\nBcc: ai@do.example\u2028\u202Egnôc\u200F & \"bạn\"";

    static Stream<Notice> notices() {
        return Stream.of(
                LetterCast.mixedReminder(),
                LetterCast.openingLetter(),
                LetterCast.alert(),
                LetterCast.withdrawal(),
                LetterCast.digest());
    }

    @Test
    void a_letter_carries_key_kind_addresses_and_reason_of_its_notice() {
        Letter letter = write(LetterCast.mixedReminder());

        assertThat(letter.key()).isEqualTo(LetterCast.mixedReminder().key());
        assertThat(letter.kind()).isEqualTo(LetterKind.REMINDER);
        assertThat(letter.to()).isEqualTo("so-tu-phap@quangngai.example");
        assertThat(letter.cc()).containsExactly("cchc.so-tu-phap@quangngai.example");
        assertThat(letter.agency()).isEqualTo("so-tu-phap");
        assertThat(letter.items()).isEqualTo(4);
        assertThat(letter.reason()).isEqualTo("STAGE_REACHED");
        assertThat(write(LetterCast.digest()).agency()).isEqualTo("Chủ tịch UBND tỉnh");
    }

    @ParameterizedTest
    @MethodSource("notices")
    void the_same_notice_gives_the_same_bytes(Notice notice) {
        assertThat(LetterCast.writer().write(notice, LetterCast.PLAN, LetterCast.sevenOClock(notice.day()), "1"))
                .isEqualTo(WRITER.write(notice, LetterCast.PLAN, LetterCast.sevenOClock(notice.day()), "1"));
    }

    @ParameterizedTest
    @MethodSource("notices")
    void every_letter_says_when_its_data_are_from_and_that_it_replaces_no_signed_document(Notice notice) {
        Letter letter = write(notice);

        for (String part : List.of(letter.text().replaceAll("\\s+", " "), letter.html())) {
            assertThat(part)
                    .containsIgnoringCase("số liệu cập nhật đến 07h00 ngày ")
                    .contains("Thư tự động, không thay thế văn bản chính thức (bản có chữ ký).")
                    .contains(
                            "Quyết định số 881/QĐ-UBND ngày 12/5/2017 của Chủ tịch UBND tỉnh Quảng Ngãi ban hành Kế hoạch")
                    .contains(LetterCast.RULES);
        }
    }

    @ParameterizedTest
    @MethodSource("notices")
    void the_text_is_narrow_composed_and_without_unseen_characters(Notice notice) {
        Letter letter = write(notice);

        assertThat(letter.text().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(78));
        assertThat(letter.text())
                .doesNotContainPattern("[\\p{Cf}\\u00A0\\r\\t]")
                .endsWith("\n");
        assertThat(Normalizer.isNormalized(letter.text(), Normalizer.Form.NFC)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("notices")
    void the_page_loads_nothing_from_elsewhere_and_names_its_language(Notice notice) {
        assertThat(write(notice).html())
                .contains("<html lang=\"vi\">")
                .contains("role=\"presentation\"")
                .doesNotContain("http:", "https:", "<script", "href", "url(")
                .doesNotContainPattern("src=\"(?!cid:)");
    }

    @Test
    void a_letter_about_returned_reports_counts_the_duties_it_names() {
        assertThat(write(LetterCast.returned()).items())
                .isEqualTo(LetterCast.returned().lines().size())
                .isPositive();
    }

    @Test
    void a_letter_of_assumed_dates_never_speaks_of_violation_or_lateness() {
        for (Reminder reminder : List.of(LetterCast.mixedReminder(), LetterCast.openingLetter())) {
            Letter letter = write(reminder);
            String all = (letter.subject() + letter.text() + letter.html())
                    .replaceAll("\\s+", " ")
                    .toLowerCase(Locale.ROOT);

            assertThat(all).contains("quá mốc theo dõi").doesNotContain("vi phạm", "quá hạn");
        }
    }

    @Test
    void a_date_of_the_decision_is_called_so_and_an_assumed_one_too() {
        assertThat(write(LetterCast.alert()).text())
                .contains("Hạn: 31/12/2017, đã qua 5 ngày")
                .contains("do Quyết định ấn định: “trước ngày 01/01/2018”");
        assertThat(flat(write(LetterCast.mixedReminder()).text()))
                .contains("Hạn: 02/01/2018 (giả định), còn 15 ngày")
                .contains("dời từ ngày nghỉ 31/12/2017 theo khoản 5 Điều 148 Bộ luật Dân sự 2015")
                .contains(
                        "Ngày ghi “giả định” là mốc do hệ thống theo dõi đặt ra, vì Quyết định không ấn định thời hạn");
    }

    @Test
    void the_digest_names_the_most_pressing_targets_first() {
        String text = write(LetterCast.digest()).text();

        assertThat(text.substring(text.indexOf("4. Chỉ tiêu")))
                .containsSubsequence("70% cấp xã", "10% chi phí", "một cửa hiện đại", "PAR INDEX");
    }

    @Test
    void a_target_says_what_is_asked_what_was_measured_and_how_many_are_lacking() {
        assertThat(write(LetterCast.alert()).text())
                .contains("Yêu cầu: Ít nhất 70% xã, phường, thị trấn")
                .contains("110/184 = 59,7% < 70%")
                .contains("Còn thiếu 19 xã, phường, thị trấn");
    }

    @Test
    void at_most_ten_items_stand_in_full_and_none_is_left_out() {
        String text = write(reminderOf(Collections.nCopies(400, item(LetterCast.yearlyPlan(1))), 0))
                .text();

        assertThat(text.split("Cần nộp:", -1)).hasSize(11);
        assertThat(text).contains("Còn 390 nhiệm vụ khác ghi trong bảng đính kèm.");
    }

    @Test
    void other_open_duties_are_mentioned_only_when_there_are_any() {
        assertThat(write(LetterCast.mixedReminder()).text()).contains("còn 2 nhiệm vụ khác");
        assertThat(write(LetterCast.openingLetter()).text()).doesNotContain("đã nhắc tại các thư trước");
    }

    @Test
    void the_strongest_tone_speaks() {
        Item soft = new Item(LetterCast.costCutShort(), "a", "nhắc việc");
        Item firm = new Item(LetterCast.reviewWithoutDate(), "a", "đề nghị");

        assertThat(write(reminderOf(List.of(soft), 0)))
                .satisfies(letter -> assertThat(letter.subject()).startsWith("[Nhắc việc] 1 nhiệm vụ chưa đạt"))
                .satisfies(letter -> assertThat(letter.text()).contains("Kính nhắc Sở Tư pháp"));
        assertThat(write(reminderOf(List.of(soft, firm), 0)).subject())
                .isEqualTo("[Đề nghị] 1 nhiệm vụ lâu chưa hoàn thành, 1 chưa đạt – Sở Tư pháp");
    }

    @Test
    void a_withdrawal_of_a_duty_that_is_still_open_says_how_to_answer() {
        Finding open = LetterCast.communesConnected(LetterCast.NEW_YEAR, 110, State.OVERDUE);
        Withdrawal withdrawal = new Withdrawal(
                LetterCast.headOf(LetterCast.COMMUNICATIONS),
                LetterCast.COMMUNICATIONS,
                LetterCast.NEW_YEAR,
                item(open),
                State.VIOLATED,
                LetterCast.NEW_YEAR.minusDays(1));

        assertThat(flat(write(withdrawal).text()))
                .contains("Nhiệm vụ còn phải thực hiện")
                .contains("Cách trả lời:");
        assertThat(write(LetterCast.withdrawal()).text()).doesNotContain("Cách trả lời:", "Cần nộp:");
    }

    @Test
    void what_others_wrote_cannot_break_out_of_its_place() {
        Agency hostile = LetterCast.unit("x", HOSTILE, Level.DEPARTMENT, HOSTILE);
        Finding finding = new SampleFinding(hostile, LetterCast.DAY, "II.1.a-01", HOSTILE)
                .quoting(HOSTILE)
                .provedBy(HOSTILE)
                .asking(7000, Counted.COMMUNES)
                .behind(HOSTILE)
                .wantingReview(HOSTILE)
                .as(State.BELOW, HOSTILE);
        Alert alert = new Alert(LetterCast.headOf(hostile), hostile, LetterCast.DAY, item(finding));
        Reminder reminder = new Reminder(
                LetterCast.headOf(hostile),
                hostile,
                LetterCast.DAY,
                Reason.STAGE_REACHED,
                List.of(item(finding)),
                List.of(),
                List.of(),
                1);

        for (Letter letter : List.of(write(alert), write(reminder))) {
            assertThat(letter.subject()).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\u2028]");
            assertThat(letter.text()).doesNotContainPattern("[\\p{Cf}\\r\\u2028]");
            assertThat(flat(letter.text())).contains("</script> Bcc: ai@do.example gnôc & \"bạn\"");
            assertThat(letter.html())
                    .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; Bcc: ai@do.example")
                    .doesNotContain("<script")
                    .doesNotContainPattern("[\\p{Cf}\\r]");
        }
    }

    @Test
    void a_subject_has_at_most_150_characters_whatever_the_names() {
        String longName = "Ban Quản lý Khu kinh tế Dung Quất và các Khu công nghiệp Quảng Ngãi ".repeat(4);
        Agency agency = LetterCast.unit("y", longName, Level.DEPARTMENT, longName);
        List<Item> everyState = Stream.of(State.values())
                .map(state -> item(new SampleFinding(agency, LetterCast.DAY, "II.1.a-01", longName).as(state, "x")))
                .toList();
        Notice reminder = new Reminder(
                LetterCast.headOf(agency),
                agency,
                LetterCast.DAY,
                Reason.STAGE_REACHED,
                everyState,
                List.of(),
                List.of(),
                0);
        Notice alert = new Alert(LetterCast.headOf(agency), agency, LetterCast.DAY, everyState.get(0));

        for (Notice notice : List.of(reminder, alert)) {
            assertThat(write(notice).subject())
                    .hasSizeLessThanOrEqualTo(SubjectLine.MOST_CHARACTERS)
                    .hasSizeGreaterThan(100)
                    .contains(" – Ban Quản lý");
        }
    }

    @Test
    void a_plain_duty_that_is_alerted_is_called_not_done() {
        Finding finding = new SampleFinding(LetterCast.JUSTICE, LetterCast.DAY, "II.1.a-01", "Ban hành kế hoạch")
                .dueByLaw("15/12/2017")
                .as(State.VIOLATED, "HAN-07");
        Alert alert =
                new Alert(LetterCast.headOf(LetterCast.JUSTICE), LetterCast.JUSTICE, LetterCast.DAY, item(finding));

        assertThat(write(alert).subject())
                .isEqualTo("[Cảnh báo vi phạm] Chưa hoàn thành: Ban hành kế hoạch – Sở Tư pháp");
        assertThat(flat(write(alert).text())).contains("đã hết mà nhiệm vụ chưa hoàn thành");
    }

    @Test
    void the_date_line_has_a_zero_only_before_small_days_and_the_first_two_months() {
        assertThat(new LetterDates(Words.in(Language.VI)).dateLine("Quảng Ngãi", LocalDate.of(2018, 1, 5)))
                .isEqualTo("Quảng Ngãi, ngày 05 tháng 01 năm 2018");
        assertThat(new LetterDates(Words.in(Language.VI)).dateLine("Quảng Ngãi", LocalDate.of(2018, 3, 10)))
                .isEqualTo("Quảng Ngãi, ngày 10 tháng 3 năm 2018");
        assertThat(new LetterDates(Words.in(Language.VI)).dateLine("Quảng Ngãi", LocalDate.of(2018, 12, 9)))
                .isEqualTo("Quảng Ngãi, ngày 09 tháng 12 năm 2018");
    }

    private static Reminder reminderOf(List<Item> items, int stillOpen) {
        return new Reminder(
                LetterCast.headOf(LetterCast.JUSTICE),
                LetterCast.JUSTICE,
                LetterCast.DAY,
                Reason.STAGE_REACHED,
                items,
                List.of(),
                List.of(),
                stillOpen);
    }

    private static Item item(Finding finding) {
        return LetterCast.item(finding, "đôn đốc");
    }

    private static Letter write(Notice notice) {
        return WRITER.write(notice, LetterCast.PLAN, LetterCast.sevenOClock(notice.day()), LetterCast.RULES);
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
