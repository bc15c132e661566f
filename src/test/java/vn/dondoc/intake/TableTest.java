package vn.dondoc.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.intake.Office.NOW;
import static vn.dondoc.intake.Office.at;
import static vn.dondoc.intake.Office.report;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.facts.Entry;
import vn.dondoc.reading.Problem;
import vn.dondoc.store.Outcome;

/** Reports in tables: the dialects that offices write, and what is refused in them. */
class TableTest {
    private static final String VIETNAMESE =
            "Mã đơn vị,Kỳ,Mã nhiệm vụ,Tình trạng,Ngày hoàn thành,Số minh chứng,Ngày minh chứng,Liên kết minh chứng,Tử số,"
                    + "Mẫu số,Giá trị,Mã đơn vị được tính,Ngày được tính,Số văn bản của mục,Ghi chú";
    private static final String ENGLISH =
            "agency,period,duty,status,completedOn,evidenceRef,evidenceDate,evidenceLink,numerator,denominator,value,"
                    + "itemUnit,itemDate,itemRef,note";
    private static final String ROWS = """
            so-noi-vu,2017-Q4,II.2.1.e-04,đang thực hiện,,12/KH,10/12/2017,,2,"13,2",,21172,30/11/2017,7/QĐ,Đôn đốc
            so-noi-vu,2017-Q4,II.2.1.e-04,,,13/KH,11/12/2017,,,,,21010,,,
            so-noi-vu,2017-Q4,II.2.1.a-01,hoàn thành,14/12/2017,,,,,,,,,,
            """;
    private static final String SHORT =
            "Mã đơn vị,Kỳ,Mã nhiệm vụ,Tình trạng,Tử số,Mẫu số,Mã đơn vị được tính,Ghi chú\n";

    @TempDir
    Path folder;

    private Office office;

    @BeforeEach
    void open() {
        office = new Office(folder);
    }

    static Stream<String> dialects() {
        String plain = VIETNAMESE + "\n" + ROWS;
        String english = (ENGLISH + "\n" + ROWS)
                .replace("đang thực hiện", "in-progress")
                .replace("hoàn thành", "done")
                .replace("10/12/2017", "2017-12-10")
                .replace("\"13,2\"", "13.2");
        String semicolons = plain.replace("\"13,2\"", "13#2").replace(',', ';').replace('#', ',');
        return Stream.of(
                plain,
                english,
                semicolons,
                "\ufeff" + semicolons.replace("\n", "\r\n"),
                Normalizer.normalize(plain, Normalizer.Form.NFD),
                plain.replace("Tử số", "TỬ  SỐ")
                        .replace("Mẫu số", "denominator")
                        .replace("hoàn thành", "Hoàn Thành"),
                plain.replace("\n", ",,\n") + ",,,,\n\n");
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void every_dialect_gives_the_entries_that_json_gives(String table) {
        office.sendEntries("""
                {"duty": "II.2.1.e-04", "status": "in-progress",
                 "evidence": [{"ref": "12/KH", "date": "2017-12-10"}, {"ref": "13/KH", "date": "2017-12-11"}],
                 "numerator": 2, "denominator": 13.2,
                 "items": [{"unit": "21172", "date": "2017-11-30", "ref": "7/QĐ"}, {"unit": "21010"}],
                 "note": "Đôn đốc"},
                {"duty": "II.2.1.a-01", "status": "done", "completedOn": "2017-12-14"}""");
        Receipt receipt = office.send("so-lieu.csv", table);

        assertThat(receipt.refused()).isEmpty();
        assertThat(receipt.outcome()).isEqualTo(Outcome.ACCEPTED);
        Map<Boolean, List<Entry>> bySource = office.known().stream()
                .collect(Collectors.partitioningBy(entry -> entry.source().contains("csv")));
        assertThat(bySource.get(true))
                .usingRecursiveComparison()
                .ignoringFields("sequence", "source")
                .isEqualTo(bySource.get(false));
        assertThat(bySource.get(true))
                .extracting(Entry::source)
                .containsExactly("so-lieu.csv, dòng 2", "so-lieu.csv, dòng 4");
    }

    @Test
    void a_quoted_note_may_run_over_lines() {
        office.send(
                "so-lieu.csv",
                SHORT + "so-noi-vu,2017-Q4,II.2.1.e-04,đã trình,,,,\"một\r\nhai\"\n"
                        + "so-noi-vu,2017-Q4,II.2.1.a-01,đã trình,,,,ba\n");

        assertThat(office.known()).extracting(Entry::note).containsExactly("một\nhai", "ba");
        assertThat(office.known().get(1).source()).isEqualTo("so-lieu.csv, dòng 4");
    }

    @Test
    void only_rows_that_follow_each_other_are_one_entry() {
        String first = "so-noi-vu,2017-Q4,II.2.1.e-04,đã trình,,,21172,\n";
        String other = "so-noi-vu,2017-Q4,II.2.1.a-01,đã trình,,,,\n";

        refused(
                office.send("so-lieu.csv", SHORT + first + other + first),
                "so-lieu.csv, dòng 2: cùng đơn vị, kỳ và nhiệm vụ với so-lieu.csv, dòng 4"
                        + " → giữ một mục; trong bảng thì để các dòng của một nhiệm vụ liền nhau",
                "so-lieu.csv, dòng 4: cùng đơn vị, kỳ và nhiệm vụ với so-lieu.csv, dòng 2"
                        + " → giữ một mục; trong bảng thì để các dòng của một nhiệm vụ liền nhau");
    }

    @Test
    void rows_of_one_entry_may_not_contradict_each_other() {
        refused(
                office.send(
                        "so-lieu.csv",
                        SHORT + "so-noi-vu,2017-Q4,II.2.1.e-04,đã trình,8,33,21172,\n"
                                + "so-noi-vu,2017-Q4,II.2.1.e-04,đã trình,9,33,21010,\n"),
                "so-lieu.csv, dòng 3, cột “Tử số”: “9” khác với “8” ở dòng trước của cùng nhiệm vụ"
                        + " → các dòng cùng đơn vị, kỳ và nhiệm vụ ghi cùng một nội dung, hoặc để trống từ dòng thứ hai");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "24% | là tỷ lệ phần trăm → không ghi tỷ lệ phần trăm; ghi tử số và mẫu số, ví dụ 8 và 33",
                "tám | không phải là số → chỉ ghi chữ số viết liền, ví dụ 8, 1234 hoặc 13,2",
                "1.234.567 | không phải là số → chỉ ghi chữ số viết liền, ví dụ 8, 1234 hoặc 13,2",
                "NaN | không phải là số → chỉ ghi chữ số viết liền, ví dụ 8, 1234 hoặc 13,2",
                "1e3 | không phải là số → chỉ ghi chữ số viết liền, ví dụ 8, 1234 hoặc 13,2",
                "1.234 | có thể hiểu là hai số khác nhau"
                        + " → số nguyên viết liền (1234); số lẻ thêm chữ số 0 ở cuối (1.2340)"
            })
    void a_number_that_is_none_or_may_be_two(String number, String why) {
        refused(
                office.send("so-lieu.csv", SHORT + "so-noi-vu,2017-Q4,II.2.1.e-04,đã trình," + number + ",,,\n"),
                "so-lieu.csv, dòng 2, cột “Tử số”: “" + number + "” " + why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.125", "13.20", "12.5", "0", "007"})
    void plain_numbers_are_taken(String number) {
        assertThat(office.send("so-lieu.csv", SHORT + "so-noi-vu,2017-Q4,II.2.1.e-04,đã trình," + number + ",50,,\n")
                        .refused())
                .isEmpty();
    }

    @Test
    void mistakes_of_a_row_name_their_cells() {
        refused(
                office.send(
                        "so-lieu.csv",
                        "agency;period;duty;Tình trạng;Ngày hoàn thành;Mã đơn vị được tính;Ngày được tính\n"
                                + "so-noivu;2017-Q7;II.2.1.e-4;xong;31/11/2017;;1/12/2017\n"),
                "so-lieu.csv, dòng 2, cột “Ngày hoàn thành”: “31/11/2017” không phải là ngày"
                        + " → ghi ngày có thật dạng 31/12/2017 hoặc 2017-12-31",
                "so-lieu.csv, dòng 2, cột “Mã đơn vị được tính”: để trống → ghi mã của đơn vị được tính",
                "so-lieu.csv, dòng 2, cột “duty”: không có nhiệm vụ “II.2.1.e-4” → có phải là “II.2.1.e-04”?",
                "so-lieu.csv, dòng 2, cột “period”: “2017-Q7” không phải là kỳ báo cáo"
                        + " → ghi năm (2017), 6 tháng (2017-H1) hoặc quý (2017-Q4)",
                "so-lieu.csv, dòng 2, cột “Tình trạng”: không có tình trạng “xong” → được dùng: chưa thực hiện, hoàn thành,"
                        + " không áp dụng, đang thực hiện, đã trình",
                "so-lieu.csv, dòng 2, cột “agency”: không có đơn vị “so-noivu” → có phải là “so-noi-vu”?");
    }

    @Test
    void empty_cells_that_must_not_be() {
        refused(
                office.send("so-lieu.csv", SHORT + ",,,,1,2,,\n"),
                "so-lieu.csv, dòng 2, cột “Mã đơn vị”: để trống → ghi mã ở mỗi dòng",
                "so-lieu.csv, dòng 2, cột “Kỳ”: để trống → ghi kỳ ở mỗi dòng, ví dụ 2017-Q4",
                "so-lieu.csv, dòng 2, cột “Mã nhiệm vụ”: để trống → ghi mã ở mỗi dòng",
                "so-lieu.csv, dòng 2, cột “Tình trạng”: để trống → ghi tình trạng, ví dụ hoàn thành");
    }

    @Test
    void headings_unknown_missing_and_doubled() {
        refused(
                office.send("so-lieu.csv", "Mã đơn vị,Kỳ,Mã nhiệm vụ,Tử sô,period\nso-noi-vu,2017-Q4,x,1,2017\n"),
                "so-lieu.csv, dòng 1: không có cột “Tử sô” → có phải là “Tử số”?",
                "so-lieu.csv, dòng 1: hai cột cùng là “Kỳ” → giữ một cột",
                "so-lieu.csv, dòng 1: thiếu cột “Tình trạng” → thêm cột này vào dòng tiêu đề");
    }

    @Test
    void a_heading_without_rows() {
        refused(
                office.send("so-lieu.csv", SHORT),
                "so-lieu.csv: bảng không có dòng nào dưới dòng tiêu đề → ghi ít nhất một dòng");
    }

    @Test
    void a_cell_too_many_is_the_rows_mistake_only() {
        Receipt receipt = office.send(
                "so-lieu.csv",
                SHORT + "so-noi-vu,2017-Q4,II.2.1.e-04,đã trình,8,33,,xong, rồi\n"
                        + "so-noi-vu,2017-Q4,II.2.1.a-01,đã trình,,,,\n",
                new Intake.Options(false, true),
                NOW);

        assertThat(receipt.outcome()).isEqualTo(Outcome.PARTLY);
        assertThat(receipt.refused())
                .extracting(Problem::toString)
                .containsExactly("so-lieu.csv, dòng 2, ô thứ 9: thừa ô “rồi” so với 8 cột"
                        + " → đặt nội dung có dấu phẩy trong ngoặc kép");
        assertThat(office.known()).extracting(Entry::source).containsExactly("so-lieu.csv, dòng 3");
    }

    @Test
    void a_quotation_mark_left_open() {
        Receipt receipt =
                office.send("so-lieu.csv", SHORT + "so-noi-vu,2017-Q4,II.2.1.e-04,đã trình,,,,\"chưa đóng\nhết");

        assertThat(receipt.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(receipt.refused()).hasSize(1);
        assertThat(receipt.refused().get(0).message()).isEqualTo("ngoặc kép mở ở dòng này mà không đóng");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017-10-15T09:00:00+07:00", "2017-10-15T02:00:00Z", "15/10/2017 9:00", "2017-10-15T09:00"})
    void an_imported_table_claims_its_moment_row_by_row(String moment) {
        String table = "agency,period,duty,status,receivedAt\nso-noi-vu,2017-Q4,II.2.1.e-04,submitted," + moment + "\n";

        refused(
                office.send("so-lieu.csv", table),
                "so-lieu.csv, dòng 2, cột “receivedAt”: không được tự ghi thời điểm nhận"
                        + " → bỏ “receivedAt”; nhập báo cáo cũ thì quản trị dùng submit --backdated");
        office.send("so-lieu.csv", table, new Intake.Options(true, false), NOW);
        assertThat(office.known()).extracting(Entry::receivedAt).containsExactly(at(2017, 10, 15));
    }

    @Test
    void json_by_content_is_json_by_any_name() {
        assertThat(office.send("bao-cao.csv", report("so-noi-vu", "2017-Q4", Office.target("")))
                        .outcome())
                .isEqualTo(Outcome.ACCEPTED);
    }

    private static void refused(Receipt receipt, String... problems) {
        assertThat(receipt.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(receipt.refused()).extracting(Problem::toString).containsExactly(problems);
    }
}
