package vn.dondoc.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.intake.Office.NOW;
import static vn.dondoc.intake.Office.at;
import static vn.dondoc.intake.Office.report;
import static vn.dondoc.intake.Office.target;

import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.reading.Problem;
import vn.dondoc.store.Outcome;

/** Every mistake that an entry can have, each with its place, its reason and what to write instead. */
class JsonRefusalTest {
    @TempDir
    Path folder;

    private Office office;

    @BeforeEach
    void open() {
        office = new Office(folder);
    }

    @Test
    void an_unknown_duty() {
        Receipt receipt = office.sendEntries("{\"duty\": \"II.2.1.e-4\", \"status\": \"done\"}");

        refused(receipt, ", mục 1 (entries[0].duty): không có nhiệm vụ “II.2.1.e-4” → có phải là “II.2.1.e-04”?");
    }

    @Test
    void an_unknown_unit() {
        refused(
                office.send("so-lieu.json", report("so-noivu", "2017-Q4", target(""))),
                " (agency): không có đơn vị “so-noivu” → có phải là “so-noi-vu”?");
    }

    @Test
    void a_unit_called_by_its_name() {
        refused(
                office.send("so-lieu.json", report("sở nội vụ", "2017-Q4", target(""))),
                " (agency): không có đơn vị “sở nội vụ” → ghi mã: “so-noi-vu”");
    }

    @ParameterizedTest
    @CsvSource({"2017-Q5", "2017-H3", "quý IV", "17", "1999"})
    void an_unknown_period(String period) {
        refused(
                office.send("so-lieu.json", report("so-noi-vu", period, target(""))),
                " (period): “" + period
                        + "” không phải là kỳ báo cáo → ghi năm (2017), 6 tháng (2017-H1) hoặc quý (2017-Q4)");
    }

    @Test
    void a_period_before_the_plan() {
        refused(
                office.send("so-lieu.json", report("so-noi-vu", "2016-Q4", target(""))),
                " (period): kỳ “2016-Q4” ở trước năm đầu của kế hoạch (2017) → ghi kỳ từ năm 2017 trở đi");
    }

    @Test
    void a_period_of_the_first_year_before_the_decision_is_fine() {
        assertThat(office.send("so-lieu.json", report("so-noi-vu", "2017-Q1", target("")))
                        .outcome())
                .isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void a_period_that_has_not_begun() {
        refused(
                office.send("so-lieu.json", report("so-noi-vu", "2018-Q1", target(""))),
                " (period): kỳ “2018-Q1” chưa bắt đầu vào ngày nhận (15/12/2017) → ghi kỳ đã bắt đầu");
    }

    @Test
    void an_unknown_status() {
        refused(
                office.sendEntries("{\"duty\": \"II.2.1.e-04\", \"status\": \"in_progress\"}"),
                ", mục 1 (entries[0].status): không có tình trạng “in_progress” → có phải là “in-progress”?");
    }

    @Test
    void a_vietnamese_status_in_json() {
        refused(
                office.sendEntries("{\"duty\": \"II.2.1.e-04\", \"status\": \"Hoàn thành\"}"),
                ", mục 1 (entries[0].status): không có tình trạng “Hoàn thành” → trong JSON ghi “done”");
    }

    @Test
    void a_number_that_is_none() {
        refused(
                office.sendEntries(target("\"numerator\": \"tám\", \"denominator\": 33")),
                ", mục 1 (entries[0].numerator): “tám” không phải là số"
                        + " → ghi số không có dấu ngoặc kép, ví dụ 8 hoặc 13.2");
    }

    @Test
    void a_percentage() {
        refused(
                office.sendEntries(target("\"value\": \"24%\"")),
                ", mục 1 (entries[0].value): “24%” không phải là số"
                        + " → không ghi tỷ lệ phần trăm; ghi tử số và mẫu số, ví dụ 8 và 33");
    }

    @Test
    void a_number_too_long_to_be_meant() {
        refused(
                office.sendEntries(target("\"value\": 1e999999999")),
                ", mục 1 (entries[0].value): số “1E+999999999” quá dài"
                        + " → ghi tối đa 15 chữ số trước và 20 chữ số sau dấu phẩy");
    }

    @Test
    void a_numerator_above_its_denominator() {
        refused(
                office.sendEntries(target("\"numerator\": 33.5, \"denominator\": 33")),
                ", mục 1 (entries[0].numerator): tử số 33,5 lớn hơn mẫu số 33 → kiểm tra hai số có bị đổi chỗ hay không");
        assertThat(office.sendEntries(target("\"numerator\": 33, \"denominator\": 33"))
                        .outcome())
                .isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void a_cut_above_its_base() {
        refused(
                office.send(
                        "so-lieu.json",
                        report(
                                "so-tu-phap",
                                "2017-Q4",
                                "{\"duty\": \"II.1.d-01\", \"status\": \"done\", \"numerator\": 11, \"denominator\": 10}")),
                ", mục 1 (entries[0].numerator): tử số 11 lớn hơn mẫu số 10 → kiểm tra hai số có bị đổi chỗ hay không");
    }

    @Test
    void a_negative_denominator() {
        refused(
                office.sendEntries(target("\"numerator\": 0, \"denominator\": -1")),
                ", mục 1 (entries[0].denominator): mẫu số -1 là số âm → ghi tổng số, không nhỏ hơn 0");
    }

    @Test
    void a_negative_numerator_where_nothing_is_cut() {
        refused(
                office.sendEntries(target("\"numerator\": -1, \"denominator\": 33")),
                ", mục 1 (entries[0].numerator): tử số -1 là số âm"
                        + " → ghi số không âm; chỉ mức cắt giảm chi phí, thời gian, biên chế mới có thể âm");
    }

    @Test
    void a_numerator_over_zero() {
        refused(
                office.sendEntries(target("\"numerator\": 1, \"denominator\": 0")),
                ", mục 1 (entries[0].numerator): tử số 1 trên mẫu số 0"
                        + " → không phát sinh thì ghi 0 và 0; có phát sinh thì sửa mẫu số");
    }

    @Test
    void a_date_that_no_calendar_has() {
        refused(
                office.sendEntries(target("\"completedOn\": \"2017-11-31\"")),
                ", mục 1 (entries[0].completedOn): “2017-11-31” không phải là ngày"
                        + " → ghi ngày có thật dạng 31/12/2017 hoặc 2017-12-31");
    }

    @Test
    void a_day_before_the_plan() {
        refused(
                office.sendEntries(target("\"completedOn\": \"2017-05-11\"")),
                ", mục 1 (entries[0].completedOn): ngày 11/05/2017 ở trước ngày ban hành kế hoạch (12/05/2017)"
                        + " → ghi ngày từ 12/05/2017 trở đi");
        assertThat(office.sendEntries(target("\"completedOn\": \"2017-05-12\"")).outcome())
                .isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void a_day_after_receipt() {
        refused(
                office.sendEntries(target("\"completedOn\": \"2017-12-16\"")),
                ", mục 1 (entries[0].completedOn): ngày 16/12/2017 ở sau ngày nhận báo cáo (15/12/2017)"
                        + " → ghi ngày không muộn hơn 15/12/2017");
        assertThat(office.sendEntries(target("\"completedOn\": \"2017-12-15\"")).outcome())
                .isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void the_day_of_receipt_is_vietnams() {
        // 23:30 on the 15th in London is the 16th in Quảng Ngãi.
        Receipt receipt = office.send(
                "so-lieu.json",
                report("so-noi-vu", "2017-Q4", target("\"completedOn\": \"2017-12-16\"")),
                Instant.parse("2017-12-15T23:30:00Z"));

        assertThat(receipt.outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void evidence_before_the_plan_and_after_receipt() {
        refused(
                office.sendEntries(target("\"evidence\": [{\"date\": \"2017-05-11\"}, {\"date\": \"2018-01-01\"}]")),
                ", mục 1 (entries[0].evidence[0].date): ngày 11/05/2017 ở trước ngày ban hành kế hoạch (12/05/2017)"
                        + " → ghi ngày từ 12/05/2017 trở đi",
                ", mục 1 (entries[0].evidence[1].date): ngày 01/01/2018 ở sau ngày nhận báo cáo (15/12/2017)"
                        + " → ghi ngày không muộn hơn 15/12/2017");
    }

    @Test
    void a_link_that_runs_code() {
        refused(
                office.sendEntries(target("\"evidence\": [{\"link\": \"JavaScript:alert(1)\"}]")),
                ", mục 1 (entries[0].evidence[0].link): liên kết “JavaScript:alert(1)” không mở được"
                        + " → ghi liên kết bắt đầu bằng https://");
    }

    @Test
    void a_unit_that_has_ended() {
        refused(
                office.send(
                        "so-lieu.json",
                        report("526", "2020-Q1", "{\"duty\": \"III.1-01\", \"status\": \"done\"}"),
                        at(2020, 4, 2)),
                " (agency): đơn vị “526” (UBND huyện Tây Trà) không còn vào ngày 31/03/2020"
                        + " → đơn vị kế thừa: “525” (UBND huyện Trà Bồng)");
    }

    @Test
    void a_unit_that_does_not_exist_yet() {
        refused(
                office.send("so-lieu.json", report("21999", "2017-Q4", target(""))),
                " (agency): đơn vị “21999” (UBND phường Mới) chưa có vào ngày 15/12/2017"
                        + " → đơn vị này có từ ngày 01/02/2020");
    }

    @Test
    void a_duty_of_somebody_else() {
        refused(
                office.send("so-lieu.json", report("so-tu-phap", "2017-Q4", target(""))),
                ", mục 1 (entries[0].duty): nhiệm vụ “II.2.1.e-04” không giao cho “so-tu-phap” vào ngày 15/12/2017"
                        + " → chủ trì: Sở Nội vụ");
    }

    @Test
    void a_duty_no_longer_in_force() {
        refused(
                office.sendEntries("{\"duty\": \"QD.1-01\", \"status\": \"done\"}"),
                ", mục 1 (entries[0].duty): nhiệm vụ “QD.1-01” không có hiệu lực vào ngày 15/12/2017"
                        + " → kiểm tra kỳ báo cáo và mã nhiệm vụ");
        assertThat(office.send(
                                "q2.json",
                                report("so-noi-vu", "2017-Q2", "{\"duty\": \"QD.1-01\", \"status\": \"done\"}"))
                        .outcome())
                .isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void items_of_unknown_units_and_of_units_that_were_not_there() {
        refused(
                office.send(
                        "so-lieu.json",
                        report(
                                "so-noi-vu",
                                "2020",
                                target(
                                        "\"items\": [{\"unit\": \"21171\"}, {\"unit\": \"526\", \"date\": \"2020-02-01\"},"
                                                + " {\"unit\": \"526\", \"date\": \"2020-01-31\"}, {\"unit\": \"526\"}]")),
                        at(2020, 12, 15)),
                ", mục 1 (entries[0].items[0].unit): không có đơn vị “21171” → có phải là “21172”?",
                ", mục 1 (entries[0].items[1].unit): đơn vị “526” (UBND huyện Tây Trà) không còn vào ngày 01/02/2020"
                        + " → đơn vị kế thừa: “525” (UBND huyện Trà Bồng)",
                ", mục 1 (entries[0].items[3].unit): đơn vị “526” (UBND huyện Tây Trà) không còn vào ngày 15/12/2020"
                        + " → đơn vị kế thừa: “525” (UBND huyện Trà Bồng)");
    }

    @Test
    void an_item_after_receipt() {
        refused(
                office.sendEntries(target("\"items\": [{\"unit\": \"21172\", \"date\": \"2017-12-16\"}]")),
                ", mục 1 (entries[0].items[0].date): ngày 16/12/2017 ở sau ngày nhận báo cáo (15/12/2017)"
                        + " → ghi ngày không muộn hơn 15/12/2017");
    }

    @Test
    void a_note_without_end() {
        refused(
                office.sendEntries(target("\"note\": \"" + "đ".repeat(4001) + "\"")),
                ", mục 1 (entries[0].note): dài hơn 4000 ký tự → rút gọn, phần dài để trong văn bản minh chứng");
        assertThat(office.sendEntries(target("\"note\": \"" + "đ".repeat(4000) + "\""))
                        .outcome())
                .isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void header_lines_in_a_paper_number_are_flattened() {
        office.sendEntries(target("\"evidence\": [{\"ref\": \"12/KH\\r\\nBcc: ai-do@example.org\"}]"));

        assertThat(office.known().get(0).evidence().get(0).ref()).isEqualTo("12/KH Bcc: ai-do@example.org");
    }

    @Test
    void an_unknown_key() {
        refused(
                office.sendEntries(target("\"numerater\": 8, \"items\": [{\"unit\": \"21172\", \"ngày\": 1}]")),
                ", mục 1 (entries[0].items[0]): không có khóa “ngày” → được dùng: date, ref, unit",
                ", mục 1 (entries[0]): không có khóa “numerater” → có phải là “numerator”?");
    }

    @Test
    void missing_keys() {
        refused(
                office.send("so-lieu.json", "{\"agency\": \"so-noi-vu\", \"entries\": [{\"duty\": \"II.2.1.e-04\"}]}"),
                ": thiếu khóa “period” → thêm khóa “period”",
                ", mục 1 (entries[0]): thiếu khóa “status” → thêm khóa “status”");
    }

    @Test
    void a_report_without_entries() {
        refused(
                office.send("so-lieu.json", report("so-noi-vu", "2017-Q4", "")),
                " (entries): danh sách trống → ghi ít nhất một mục");
        refused(office.send("so-lieu.json", "[]"), ": danh sách báo cáo trống → ghi ít nhất một báo cáo");
        refused(
                office.send("so-lieu.json", "[7]"),
                ", báo cáo 1: “7” không phải là đối tượng { … } → xem mẫu status-report.schema.json");
    }

    @Test
    void a_claimed_moment_of_receipt() {
        refused(
                office.send("so-lieu.json", withMoment("2017-12-15T09:00:00+07:00")),
                " (receivedAt): không được tự ghi thời điểm nhận"
                        + " → bỏ “receivedAt”; nhập báo cáo cũ thì quản trị dùng submit --backdated");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2017-12-15T09:00:01+07:00 | thời điểm nhận ở sau lúc này → ghi không muộn hơn 2017-12-15T09:00:00+07:00",
                "2017-05-11T23:59:59+07:00 | thời điểm nhận ở trước ngày ban hành kế hoạch (12/05/2017) → kiểm tra lại thời điểm",
                "hôm qua | “hôm qua” không phải là thời điểm → ghi dạng 2017-12-15T09:00:00+07:00 hoặc 15/12/2017 09:00"
            })
    void an_import_with_an_impossible_moment(String moment, String why) {
        refused(
                office.send("so-lieu.json", withMoment(moment), new Intake.Options(true, false), NOW),
                " (receivedAt): " + why);
    }

    @Test
    void several_mistakes_of_one_entry_all_at_once() {
        Receipt receipt = office.send(
                "so-lieu.json",
                report(
                        "so-noi",
                        "2017-Q9",
                        "{\"duty\": \"II\", \"status\": \"ok\", \"numerator\": 2, \"denominator\": 1, \"completedOn\": \"x\"}"));

        assertThat(receipt.refused()).hasSize(6);
    }

    @Test
    void a_mistake_at_the_head_is_said_once_for_all_entries() {
        Receipt receipt = office.send(
                "so-lieu.json",
                report("khong-co", "2017-Q4", target("") + ", {\"duty\": \"II.2.1.a-01\", \"status\": \"done\"}"));

        assertThat(receipt.refused()).extracting(Problem::place).containsExactly("so-lieu.json (agency)");
    }

    @Test
    void the_place_counts_from_one_in_words_and_from_zero_in_the_path() {
        Receipt receipt = office.send(
                "so-lieu.json",
                "[" + report("so-noi-vu", "2017-Q3", target("")) + ", "
                        + report("so-noi-vu", "2017-Q4", target("") + ", " + target("\"value\": true")) + "]");

        assertThat(receipt.refused())
                .extracting(Problem::place)
                .contains("so-lieu.json, báo cáo 2, mục 2 ([1].entries[1].value)");
    }

    private static String withMoment(String moment) {
        return report("so-noi-vu", "2017-Q4", target("")).replaceFirst("\\{", "{\"receivedAt\": \"" + moment + "\", ");
    }

    private void refused(Receipt receipt, String... problems) {
        assertThat(receipt.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(receipt.acceptedCount()).isZero();
        assertThat(receipt.refused())
                .extracting(Problem::toString)
                .containsExactly(
                        Stream.of(problems).map(text -> "so-lieu.json" + text).toArray(String[]::new));
        assertThat(office.received.resolve(receipt.keptAs())).exists();
    }
}
