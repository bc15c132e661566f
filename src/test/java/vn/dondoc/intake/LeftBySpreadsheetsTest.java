package vn.dondoc.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.ReportedStatus;

/** Workbooks as people and programs leave them. */
class LeftBySpreadsheetsTest {
    private static final String[] HEADINGS = {
        "Mã đơn vị",
        "Kỳ",
        "Mã nhiệm vụ",
        "Tình trạng",
        "Ngày hoàn thành",
        "Số minh chứng",
        "Tử số",
        "Mẫu số",
        "Giá trị",
        "Ghi chú"
    };
    private static final int DAY = 4;
    private static final int REF = 5;
    private static final int NUMERATOR = 6;
    private static final int DENOMINATOR = 7;
    private static final int VALUE = 8;
    private static final int NOTE = 9;

    @TempDir
    Path folder;

    private Office office;

    @BeforeEach
    void open() {
        office = new Office(folder);
    }

    @AfterEach
    void close() {
        office.database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10/12/2017",
                "9/12/2017",
                "2017-12-10",
                "43079",
                "2017-12-10T00:00:00",
                "10/12/2017 00:00:00",
                "\u00a010/12/2017 \u200b"
            })
    void a_day_in_text(String written) throws Exception {
        assertThat(taken(row -> row.createCell(DAY).setCellValue(written)).completedOn())
                .isBetween(LocalDate.of(2017, 12, 9), LocalDate.of(2017, 12, 10));
    }

    @Test
    void a_day_as_a_number_that_nobody_formatted() throws Exception {
        assertThat(taken(row -> row.createCell(DAY).setCellValue(43079)).completedOn())
                .isEqualTo(LocalDate.of(2017, 12, 10));
    }

    @Test
    void a_year_is_no_day() throws Exception {
        assertThat(refused(row -> row.createCell(DAY).setCellValue(2017)))
                .containsExactly(
                        "a.xlsx, Số liệu!E2: “2017” không phải là ngày → ghi ngày có thật dạng 31/12/2017 hoặc 2017-12-31");
    }

    @Test
    void a_workbook_that_counts_days_from_1904() throws Exception {
        byte[] bytes = made(workbook -> {
            workbook.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
            Row row = sheet(workbook).createRow(1);
            key(row, Office.TARGET, "hoàn thành");
            row.createCell(DAY).setCellValue(43079 - 1462);
        });
        assertThat(send(bytes).refused()).isEmpty();
        assertThat(office.known().get(0).completedOn()).isEqualTo(LocalDate.of(2017, 12, 10));
    }

    @ParameterizedTest
    @CsvSource({"'86,45%'", "'86.45 %'", "'86,45 %'"})
    void a_share_alone_is_so_many_out_of_a_hundred(String written) throws Exception {
        Entry entry = taken(row -> row.createCell(VALUE).setCellValue(written));
        assertThat(entry.numerator()).isEqualByComparingTo("86.45");
        assertThat(entry.denominator()).isEqualByComparingTo("100");
        assertThat(entry.value()).isNull();
    }

    @Test
    void a_share_that_its_two_numbers_do_not_give_is_refused() throws Exception {
        assertThat(refused(row -> {
                    row.createCell(NUMERATOR).setCellValue(8);
                    row.createCell(DENOMINATOR).setCellValue(33);
                    row.createCell(VALUE).setCellValue("86,45%");
                }))
                .containsExactly(
                        "a.xlsx, Số liệu!I2: “86,45%” không khớp với tử số và mẫu số → đã ghi tử số và mẫu số thì để trống ô này");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.234,5", "1,234.5"})
    void a_number_with_marks_of_both_kinds(String written) throws Exception {
        assertThat(taken(row -> {
                            row.createCell(NUMERATOR).setCellValue(written);
                            row.createCell(DENOMINATOR).setCellValue(2000);
                        })
                        .numerator())
                .isEqualByComparingTo("1234.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hoàn thành", "HOÀN THÀNH", " Hòan thành  ", "hoàn\u00a0thành", "done"})
    void a_status_in_any_spelling(String written) throws Exception {
        String decomposed = Normalizer.normalize(written, Normalizer.Form.NFD);
        byte[] bytes = made(workbook -> key(sheet(workbook).createRow(1), Office.TARGET, decomposed));
        assertThat(send(bytes).refused()).isEmpty();
        assertThat(office.known().get(0).status()).isEqualTo(ReportedStatus.DONE);
    }

    @Test
    void merged_cells_hold_for_each_of_their_lines_and_further_columns_are_passed_over() throws Exception {
        byte[] bytes = made(workbook -> {
            XSSFSheet sheet = sheet(workbook);
            sheet.getRow(0).createCell(12).setCellValue("Người lập biểu");
            Row first = sheet.createRow(1);
            key(first, Office.TARGET, "đang thực hiện");
            first.createCell(REF).setCellValue("1/KH");
            first.createCell(12).setCellValue("Phòng Cải cách hành chính");
            sheet.createRow(2).createCell(REF).setCellValue("2/KH");
            sheet.createRow(3);
            Row other = sheet.createRow(4);
            key(other, Office.NEXT_YEARS_PLAN, "đã trình");
            other.getCell(0).setBlank();
            other.setZeroHeight(true);
            for (int column = 0; column < 4; column++) {
                sheet.addMergedRegion(new CellRangeAddress(1, column == 0 ? 4 : 2, column, column));
            }
        });
        assertThat(send(bytes).refused()).isEmpty();
        assertThat(office.known()).hasSize(2);
        assertThat(office.known().get(0).evidence())
                .extracting(Entry.Evidence::ref)
                .containsExactly("1/KH", "2/KH");
        assertThat(office.known().get(1).agency()).isEqualTo("so-noi-vu");
    }

    @Test
    void a_formula_in_text_an_error_and_a_formula_that_nobody_computed_are_refused_together() throws Exception {
        assertThat(refused(row -> {
                    row.createCell(NOTE).setCellValue("=cmd|' /C calc'!A0");
                    row.createCell(NUMERATOR).setCellErrorValue((byte) 7);
                    row.createCell(DENOMINATOR).setCellFormula("1+1");
                }))
                .containsExactlyInAnyOrder(
                        "a.xlsx, Số liệu!J2: “=cmd|' /C calc'!A0” là công thức, không phải nội dung → ghi nội dung, không bắt đầu bằng dấu =",
                        "a.xlsx, Số liệu!G2: công thức báo lỗi “#DIV/0!” → ghi giá trị, không ghi công thức",
                        "a.xlsx, Số liệu!H2: công thức chưa được tính → ghi giá trị, không ghi công thức");
    }

    private Entry taken(Consumer<Row> fill) throws Exception {
        Receipt receipt = send(filled(fill));
        assertThat(receipt.refused()).isEmpty();
        return office.known().get(0);
    }

    private List<String> refused(Consumer<Row> fill) throws Exception {
        return send(filled(fill)).refused().stream().map(Object::toString).toList();
    }

    private Receipt send(byte[] bytes) {
        return office.intake.receive("a.xlsx", bytes, Intake.Options.STRICT, Office.NOW);
    }

    private static byte[] filled(Consumer<Row> fill) throws Exception {
        return made(workbook -> {
            Row row = sheet(workbook).createRow(1);
            key(row, Office.TARGET, "đang thực hiện");
            fill.accept(row);
        });
    }

    private static XSSFSheet sheet(XSSFWorkbook workbook) {
        XSSFSheet sheet = workbook.createSheet("Số liệu");
        Row headings = sheet.createRow(0);
        for (int i = 0; i < HEADINGS.length; i++) {
            headings.createCell(i).setCellValue(HEADINGS[i]);
        }
        return sheet;
    }

    private static void key(Row row, String duty, String status) {
        row.createCell(0).setCellValue("so-noi-vu");
        row.createCell(1).setCellValue("2017-Q4");
        row.createCell(2).setCellValue(duty);
        row.createCell(3).setCellValue(status);
    }

    private static byte[] made(Consumer<XSSFWorkbook> make) throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            make.accept(workbook);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }
}
