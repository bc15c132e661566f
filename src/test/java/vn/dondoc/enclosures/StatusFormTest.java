package vn.dondoc.enclosures;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.enclosures.Findings.DAY;
import static vn.dondoc.enclosures.Findings.UNIT;
import static vn.dondoc.enclosures.Findings.entry;
import static vn.dondoc.enclosures.Findings.finding;
import static vn.dondoc.enclosures.Findings.reported;

import java.io.ByteArrayInputStream;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.facts.ReportedStatus;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.outbox.Attachment;

/** The form as a library of another make reads it. */
class StatusFormTest {
    private static final Finding REPORT = finding("III.1-04", "Báo cáo năm", DAY, true, State.AT_RISK);
    private static final Finding CONNECTION =
            reported("II.2.1.e-04", "Kết nối văn bản", entry("II.2.1.e-04", ReportedStatus.IN_PROGRESS));

    @Test
    void the_name_says_whose_form_it_is_and_of_which_day() {
        Attachment form = StatusForm.of(UNIT, List.of(REPORT), DAY);
        assertThat(form.name()).isEqualTo("mau-bao-cao-so-noi-vu-2017-12-18.xlsx");
        assertThat(form.mediaType()).isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(form.isInline()).isFalse();
    }

    @Test
    void every_duty_has_its_row_and_what_is_known_is_filled_in() throws Exception {
        XSSFSheet sheet = open(List.of(REPORT, CONNECTION)).getSheet("Báo cáo");

        assertThat(words(sheet, 0))
                .containsExactly(
                        "Mã đơn vị",
                        "Kỳ",
                        "Mã nhiệm vụ",
                        "Tình trạng",
                        "Ngày hoàn thành",
                        "Số minh chứng",
                        "Ngày minh chứng",
                        "Liên kết minh chứng",
                        "Tử số",
                        "Mẫu số",
                        "Giá trị",
                        "Ghi chú",
                        "Nhiệm vụ",
                        "Điều khoản",
                        "Hạn",
                        "Loại hạn",
                        "Kết quả theo dõi",
                        "Dấu in sẵn");
        assertThat(words(sheet, 1).subList(0, 17))
                .startsWith(
                        "so-noi-vu", "2017", "II.2.1.e-04", "đang thực hiện", "10/12/2017", "12/KH-SNV", "09/12/2017")
                .endsWith(
                        "Đôn đốc",
                        "Kết nối văn bản",
                        "điểm e mục II.2.1",
                        "18/12/2017",
                        "theo Quyết định",
                        "có nguy cơ không đạt");
        assertThat(words(sheet, 2)).startsWith("so-noi-vu", "2017", "II.2.1.e-04", "", "", "13/KH-SNV");
        assertThat(words(sheet, 3))
                .startsWith("so-noi-vu", "2017", "III.1-04", "", "")
                .contains("giả định");
        assertThat(words(sheet, 4)).allMatch(String::isEmpty);
    }

    @Test
    void a_hidden_column_marks_the_rows_that_show_what_was_reported() throws Exception {
        XSSFSheet sheet = open(List.of(REPORT, CONNECTION)).getSheet("Báo cáo");

        assertThat(sheet.isColumnHidden(17)).isTrue();
        assertThat(words(sheet, 1).get(17)).matches("[0-9a-f]{16}");
        assertThat(words(sheet, 2)).hasSizeLessThan(18);
        assertThat(words(sheet, 3)).hasSizeLessThan(18);
    }

    @Test
    void things_counted_one_by_one_have_a_sheet_of_their_own() throws Exception {
        XSSFSheet items = open(List.of(REPORT, CONNECTION)).getSheet("Từng mục");

        assertThat(words(items, 0))
                .containsExactly(
                        "Mã đơn vị",
                        "Kỳ",
                        "Mã nhiệm vụ",
                        "Mã đơn vị được tính",
                        "Ngày được tính",
                        "Số văn bản của mục",
                        "Nhiệm vụ");
        assertThat(words(items, 1))
                .containsExactly("so-noi-vu", "2017", "II.2.1.e-04", "21172", "30/11/2017", "7/QĐ", "Kết nối văn bản");
        assertThat(words(items, 2)).startsWith("so-noi-vu", "2017", "II.2.1.e-04", "21010", "", "");
        assertThat(words(items, 3)).startsWith("so-noi-vu", "2017", "II.2.1.e-04", "522", "", "8/QĐ");
        assertThat(words(items, 4)).allMatch(String::isEmpty);
        DataValidation choice = items.getDataValidations().get(0);
        assertThat(choice.getValidationConstraint().getFormula1()).isEqualTo("'Báo cáo'!$C$2:$C$4");
        assertThat(choice.getRegions().getCellRangeAddresses()[0].formatAsString())
                .isEqualTo("C5:C204");
    }

    @Test
    void every_heading_says_what_to_write_under_it() throws Exception {
        XSSFWorkbook form = open(List.of(REPORT));
        for (String name : List.of("Báo cáo", "Từng mục")) {
            for (Cell heading : form.getSheet(name).getRow(0)) {
                assertThat(heading.getCellComment().getString().getString())
                        .as(heading.getStringCellValue())
                        .hasSizeGreaterThan(20)
                        .endsWith(".");
            }
        }
        assertThat(form.getSheet("Báo cáo")
                        .getRow(0)
                        .getCell(3)
                        .getCellComment()
                        .getString()
                        .getString())
                .isEqualTo(
                        "Chọn trong danh sách: chưa thực hiện, đang thực hiện, đã trình, hoàn thành, không áp dụng.");
    }

    @Test
    void headings_and_codes_are_locked_without_a_password_and_the_rest_is_not() throws Exception {
        XSSFWorkbook form = open(List.of(REPORT, CONNECTION));
        for (String name : List.of("Báo cáo", "Từng mục", "Hướng dẫn")) {
            assertThat(form.getSheet(name).getProtect()).as(name).isTrue();
            assertThat(form.getSheet(name).getCTWorksheet().getSheetProtection().isSetPassword())
                    .isFalse();
        }
        XSSFSheet sheet = form.getSheet("Báo cáo");
        assertThat(sheet.isFormatColumnsLocked()).isFalse();
        assertThat(sheet.isDeleteColumnsLocked()).isTrue();
        sheet.getRow(0).forEach(cell -> assertThat(isLocked(cell)).isTrue());
        sheet.getRow(1)
                .forEach(cell -> assertThat(isLocked(cell))
                        .as(cell.getAddress().formatAsString())
                        .isEqualTo(cell.getColumnIndex() < 3 || cell.getColumnIndex() >= 12));
        sheet.getRow(4).forEach(cell -> assertThat(isLocked(cell)).isFalse());
    }

    private static boolean isLocked(Cell cell) {
        return cell.getCellStyle().getLocked();
    }

    @Test
    void dates_and_numbers_are_real_ones() throws Exception {
        Row row = open(List.of(CONNECTION)).getSheet("Báo cáo").getRow(1);
        for (int dated : List.of(4, 6, 14)) {
            assertThat(DateUtil.isCellDateFormatted(row.getCell(dated))).isTrue();
            assertThat(row.getCell(dated).getCellStyle().getDataFormatString()).isEqualTo("dd/mm/yyyy");
        }
        assertThat(row.getCell(4).getLocalDateTimeCellValue().toLocalDate()).isEqualTo(LocalDate.of(2017, 12, 10));
        assertThat(row.getCell(8).getNumericCellValue()).isEqualTo(8);
        assertThat(row.getCell(9).getNumericCellValue()).isEqualTo(13.125);
        assertThat(row.getCell(1).getCellType()).isEqualTo(CellType.STRING);
    }

    @Test
    void the_status_is_chosen_from_a_list_and_the_heading_stays_in_sight() throws Exception {
        XSSFSheet sheet = open(List.of(REPORT)).getSheet("Báo cáo");
        assertThat(sheet.getDataValidations()).hasSize(1);
        DataValidation choice = sheet.getDataValidations().get(0);
        assertThat(choice.getValidationConstraint().getExplicitListValues())
                .containsExactly("chưa thực hiện", "đang thực hiện", "đã trình", "hoàn thành", "không áp dụng");
        assertThat(choice.getSuppressDropDownArrow()).isTrue();
        assertThat(choice.getRegions().getCellRangeAddresses()[0].formatAsString())
                .isEqualTo("D2:D202");
        assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
        assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
        assertThat(sheet.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 3);
        assertThat(sheet.getColumnWidth(12)).isGreaterThan(sheet.getColumnWidth(1));
    }

    @Test
    void a_last_sheet_says_how_to_fill_it_in() throws Exception {
        XSSFSheet guide = open(List.of(REPORT)).getSheet("Hướng dẫn");
        assertThat(guide.getRow(2).getCell(1).getStringCellValue()).contains("đang thực hiện");
        assertThat(guide.getRow(4).getCell(1).getStringCellValue())
                .contains("giữ nguyên như in sẵn thì không tính là báo cáo mới", "ghi “không đổi”");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "=HYPERLINK(\"https://evil.example\")"})
    void words_from_outside_never_compute(String attack) throws Exception {
        Finding finding = finding("III.1-04", attack, DAY, false, State.AT_RISK);
        Cell cell = open(List.of(finding)).getSheet("Báo cáo").getRow(1).getCell(12);
        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getStringCellValue()).isEqualTo(attack);
    }

    @Test
    void a_text_too_long_for_a_cell_or_with_letters_that_none_takes_still_opens() throws Exception {
        String letters = new java.util.Random(881)
                .ints(100_000, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        Finding finding = finding("III.1-04", "a\u0000\u000b<&\"ỗ" + letters, DAY, false, State.AT_RISK);
        String text =
                open(List.of(finding)).getSheet("Báo cáo").getRow(1).getCell(12).getStringCellValue();
        assertThat(text).startsWith("a  <&\"ỗ").hasSizeLessThan(32_767);
    }

    @Test
    void the_same_findings_and_day_give_the_same_bytes() throws Exception {
        Attachment form = StatusForm.of(UNIT, List.of(REPORT, CONNECTION), DAY);
        assertThat(StatusForm.of(UNIT, List.of(CONNECTION, REPORT), DAY)).isEqualTo(form);
        for (ZipEntry entry : entries(form)) {
            assertThat(entry.getTimeLocal()).isEqualTo(DAY.atStartOfDay());
        }
        assertThat(FileTime.from(new XSSFWorkbook(new ByteArrayInputStream(form.content()))
                                .getProperties()
                                .getCoreProperties()
                                .getCreated()
                                .toInstant())
                        .toString())
                .isEqualTo("2017-12-18T00:00:00Z");
    }

    @Test
    void the_fingerprint_follows_what_is_shown_and_not_the_day() {
        String fingerprint = StatusForm.fingerprint(List.of(REPORT, CONNECTION));
        assertThat(fingerprint).hasSize(64).isEqualTo(StatusForm.fingerprint(List.of(CONNECTION, REPORT)));
        assertThat(StatusForm.fingerprint(List.of(REPORT))).isNotEqualTo(fingerprint);
        assertThat(StatusForm.fingerprint(List.of(finding("III.1-04", "Báo cáo năm", DAY, true, State.OVERDUE))))
                .isNotEqualTo(StatusForm.fingerprint(List.of(REPORT)));
        assertThat(StatusForm.fingerprint(
                        List.of(finding("III.1-04", "Báo cáo năm", DAY.plusDays(1), true, State.AT_RISK))))
                .isNotEqualTo(StatusForm.fingerprint(List.of(REPORT)));
    }

    private static XSSFWorkbook open(List<Finding> findings) throws Exception {
        return new XSSFWorkbook(
                new ByteArrayInputStream(StatusForm.of(UNIT, findings, DAY).content()));
    }

    private static List<ZipEntry> entries(Attachment form) throws Exception {
        List<ZipEntry> entries = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(form.content()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private static List<String> words(XSSFSheet sheet, int line) {
        DataFormatter formatter = new DataFormatter(java.util.Locale.ROOT);
        List<String> words = new ArrayList<>();
        sheet.getRow(line).forEach(cell -> words.add(formatter.formatCellValue(cell)));
        return words;
    }
}
