package vn.dondoc.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static vn.dondoc.enclosures.Findings.DAY;
import static vn.dondoc.enclosures.Findings.UNIT;
import static vn.dondoc.enclosures.Findings.finding;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.enclosures.StatusForm;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.ReportedStatus;
import vn.dondoc.findings.State;
import vn.dondoc.store.Outcome;

/** Reports in workbooks: the form that goes out with letters as it comes back, and what is refused. */
class WorkbookTest {
    private static final String NAME = "so-lieu.xlsx";
    private static final int STATUS = 3;
    private static final int COMPLETED_ON = 4;
    private static final int NUMERATOR = 8;
    private static final int DENOMINATOR = 9;

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

    @Test
    void a_form_that_is_filled_in_is_taken_and_its_untouched_rows_are_passed_over() throws Exception {
        Receipt receipt = send(filled(sheet -> {
            Row row = rowOf(sheet, Office.TARGET);
            row.getCell(STATUS).setCellValue("đang thực hiện");
            row.getCell(COMPLETED_ON).setCellValue(LocalDate.of(2017, 12, 10));
            row.getCell(NUMERATOR).setCellValue(8);
            row.getCell(DENOMINATOR).setCellValue(33.125);
        }));

        assertThat(receipt.refused()).isEmpty();
        assertThat(receipt.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(office.known()).hasSize(1);
        Entry entry = office.known().get(0);
        assertThat(entry.source()).isEqualTo("so-lieu.xlsx, Báo cáo, dòng 3");
        assertThat(entry.duty()).isEqualTo(Office.TARGET);
        assertThat(entry.period().id()).isEqualTo("2017");
        assertThat(entry.status()).isEqualTo(ReportedStatus.IN_PROGRESS);
        assertThat(entry.completedOn()).isEqualTo(LocalDate.of(2017, 12, 10));
        assertThat(entry.numerator()).isEqualByComparingTo("8");
        assertThat(entry.denominator()).isEqualByComparingTo("33.125");
    }

    @Test
    void a_date_may_be_typed_as_text_and_a_code_as_a_number() throws Exception {
        Receipt receipt = send(filled(sheet -> {
            Row row = rowOf(sheet, Office.TARGET);
            row.getCell(1).setCellValue(2017);
            row.getCell(STATUS).setCellValue("Hoàn thành ");
            row.getCell(COMPLETED_ON).setCellValue("10/12/2017");
        }));

        assertThat(receipt.refused()).isEmpty();
        assertThat(office.known().get(0).completedOn()).isEqualTo(LocalDate.of(2017, 12, 10));
    }

    @Test
    void a_formula_counts_with_the_value_that_was_computed() throws Exception {
        Receipt receipt = send(filled(sheet -> {
            Row row = rowOf(sheet, Office.TARGET);
            row.getCell(STATUS).setCellValue("đã trình");
            row.getCell(NUMERATOR).setCellFormula("2+6");
            row.getCell(DENOMINATOR).setCellValue(33);
            sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
        }));

        assertThat(receipt.refused()).isEmpty();
        assertThat(office.known().get(0).numerator()).isEqualByComparingTo("8");
    }

    @Test
    void mistakes_name_sheet_and_cell() throws Exception {
        refused(
                send(filled(sheet -> {
                    Row row = rowOf(sheet, Office.TARGET);
                    row.getCell(STATUS).setCellValue("xong");
                    row.getCell(COMPLETED_ON).setCellValue("31/11/2017");
                    row.getCell(NUMERATOR).setCellValue("tám");
                })),
                "so-lieu.xlsx, Báo cáo!E3: “31/11/2017” không phải là ngày → ghi ngày có thật dạng 31/12/2017 hoặc"
                        + " 2017-12-31",
                "so-lieu.xlsx, Báo cáo!I3: “tám” không phải là số → chỉ ghi chữ số viết liền, ví dụ 8, 1234 hoặc 13,2",
                "so-lieu.xlsx, Báo cáo!D3: không có tình trạng “xong” → được dùng: chưa thực hiện, hoàn thành, không áp"
                        + " dụng, đang thực hiện, đã trình");
    }

    @Test
    void a_share_typed_as_a_percentage_is_refused_as_in_text() throws Exception {
        Receipt receipt = send(filled(sheet -> {
            Row row = rowOf(sheet, Office.TARGET);
            row.getCell(STATUS).setCellValue("đã trình");
            CellStyle percent = sheet.getWorkbook().createCellStyle();
            percent.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("0.0%"));
            row.getCell(NUMERATOR).setCellStyle(percent);
            row.getCell(NUMERATOR).setCellValue(0.245);
        }));
        refused(
                receipt,
                "so-lieu.xlsx, Báo cáo!I3: “24.5%” là tỷ lệ phần trăm"
                        + " → không ghi tỷ lệ phần trăm; ghi tử số và mẫu số, ví dụ 8 và 33");
    }

    @Test
    void a_row_with_a_paper_and_no_status_is_not_lost_in_silence() throws Exception {
        refused(
                send(filled(sheet -> rowOf(sheet, Office.TARGET).getCell(5).setCellValue("12/KH"))),
                "so-lieu.xlsx, Báo cáo!D3: để trống → ghi tình trạng, ví dụ hoàn thành");
    }

    @Test
    void a_form_that_nobody_filled_in_says_so() throws Exception {
        refused(
                send(filled(sheet -> {})),
                "so-lieu.xlsx, Báo cáo: chưa dòng nào được ghi → ghi tình trạng ở ít nhất một dòng");
    }

    @Test
    void headings_may_stand_lower_and_on_another_sheet() throws Exception {
        Receipt receipt = send(made(workbook -> {
            workbook.createSheet("Bìa").createRow(0).createCell(0).setCellValue("UBND tỉnh");
            XSSFSheet sheet = workbook.createSheet("Số liệu");
            sheet.createRow(0).createCell(0).setCellValue("BÁO CÁO");
            put(sheet.createRow(3), "agency", "period", "duty", "Tình trạng");
            put(sheet.createRow(4), "so-noi-vu", "2017-Q4", Office.TARGET, "đã trình");
        }));

        assertThat(receipt.refused()).isEmpty();
        assertThat(office.known().get(0).source()).isEqualTo("so-lieu.xlsx, Số liệu, dòng 5");
    }

    @Test
    void a_missing_and_an_unknown_heading_are_named() throws Exception {
        refused(
                send(made(workbook -> {
                    XSSFSheet sheet = workbook.createSheet("Số liệu");
                    put(sheet.createRow(0), "Mã đơn vị", "Kỳ", "Mã nhiệm vụ", "Tình trang");
                    put(sheet.createRow(1), "so-noi-vu", "2017-Q4", Office.TARGET, "đã trình");
                })),
                "so-lieu.xlsx, Số liệu, dòng 1: không có cột “Tình trang” → có phải là “Tình trạng”?",
                "so-lieu.xlsx, Số liệu, dòng 1: thiếu cột “Tình trạng” → thêm cột này vào dòng tiêu đề");
    }

    @Test
    void a_workbook_without_a_report() throws Exception {
        refused(
                send(made(workbook -> put(workbook.createSheet("A").createRow(0), "Xin chào"))),
                "so-lieu.xlsx: không trang tính nào có dòng tiêu đề của báo cáo → dùng mẫu báo cáo kèm thư, hoặc ghi"
                        + " tiêu đề “Mã đơn vị”, “Kỳ”, “Mã nhiệm vụ”, “Tình trạng”");
    }

    @Test
    void another_file_in_a_zip() throws Exception {
        byte[] zip = zip("word/document.xml", "<w/>".getBytes(StandardCharsets.UTF_8));
        refused(
                send(zip),
                "so-lieu.xlsx: không nhận tệp nén không phải bảng tính XLSX → gửi tệp XLSX, JSON hoặc CSV (UTF-8)");
    }

    @Test
    void a_bomb_is_refused_before_it_goes_off() throws Exception {
        byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        byte[] bomb = with(form(), "xl/media/bomb.xml", out -> {
            for (int i = 0; i < 60; i++) {
                out.write(blanks);
            }
        });

        assertThat(bomb).hasSizeLessThan(1 << 20);
        Receipt receipt = assertTimeout(Duration.ofSeconds(20), () -> send(bomb));
        refused(
                receipt,
                "so-lieu.xlsx: bảng tính giải nén ra hơn 50 MB → chỉ gửi trang báo cáo, chia thành nhiều tệp nhỏ hơn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZZZZZ1", "Ữ1", "A99999999999"})
    void a_cell_beyond_the_sheet_is_refused(String address) throws Exception {
        String row = "<row r=\"1\"><c r=\"" + address + "\"><v>1</v></c></row>";
        Receipt receipt = send(withSheet(row));
        assertThat(receipt.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(receipt.refused())
                .singleElement()
                .asString()
                .startsWith("so-lieu.xlsx: ")
                .doesNotContain("không đọc được bảng tính");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><x>&b;</x>",
                "<worksheet><sheetData><row r=\"-5\"><c t=\"s\"><v>99999</v></c></row></sheetData></worksheet>",
                "<worksheet><sheetData><row r=\"x\"/></sheetData></worksheet>",
                "no xml at all",
                "<worksheet><sheetData><row><c><v>1e999999999</v></c></row></sheetData></worksheet>"
            })
    void a_sheet_made_to_trip_the_reader_is_answered(String sheet) throws Exception {
        Receipt receipt = assertTimeout(Duration.ofSeconds(10), () -> send(replaced(sheet)));
        assertThat(receipt.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(receipt.refused()).hasSize(1);
    }

    @Test
    void more_rows_than_a_report_has_are_refused() throws Exception {
        StringBuilder rows = new StringBuilder("<row r=\"1\">");
        for (String heading : List.of("agency", "period", "duty", "status")) {
            rows.append("<c t=\"inlineStr\"><is><t>").append(heading).append("</t></is></c>");
        }
        rows.append("</row>");
        for (int line = 2; line <= 100_002; line++) {
            rows.append("<row r=\"").append(line).append("\"/>");
        }
        refused(
                send(withSheet(rows.toString())),
                "so-lieu.xlsx, Báo cáo: bảng có hơn 100000 dòng → chia thành nhiều tệp");
    }

    private Receipt send(byte[] workbook) {
        return office.intake.receive(NAME, workbook, Intake.Options.STRICT, Office.NOW);
    }

    private static void refused(Receipt receipt, String... problems) {
        assertThat(receipt.refused()).extracting(Object::toString).containsExactly(problems);
        assertThat(receipt.outcome()).isEqualTo(Outcome.REFUSED);
    }

    // ---- workbooks

    /** The form for the target and a report of Sở Nội vụ. */
    private static byte[] form() {
        return StatusForm.of(
                        UNIT,
                        List.of(
                                finding(Office.TARGET, "Kết nối văn bản", DAY, false, State.AT_RISK),
                                finding(Office.NEXT_YEARS_PLAN, "Kế hoạch năm", DAY, true, State.OVERDUE)),
                        DAY)
                .content();
    }

    private static byte[] filled(Consumer<XSSFSheet> edit) throws Exception {
        return edited(form(), edit);
    }

    private static byte[] edited(byte[] form, Consumer<XSSFSheet> edit) throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(form))) {
            edit.accept(workbook.getSheet("Báo cáo"));
            return bytes(workbook);
        }
    }

    private static byte[] made(Consumer<XSSFWorkbook> make) throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            make.accept(workbook);
            return bytes(workbook);
        }
    }

    private static byte[] bytes(XSSFWorkbook workbook) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.write(out);
        return out.toByteArray();
    }

    private static Row rowOf(XSSFSheet sheet, String duty) {
        for (Row row : sheet) {
            if (row.getCell(2).getStringCellValue().equals(duty)) {
                return row;
            }
        }
        throw new AssertionError("no row for " + duty);
    }

    private static void put(Row row, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            row.createCell(i).setCellValue(texts[i]);
        }
    }

    // ---- files by hand

    private interface Content {
        void writeTo(ZipOutputStream out) throws Exception;
    }

    private static byte[] withSheet(String rows) throws Exception {
        return replaced("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + rows + "</sheetData></worksheet>");
    }

    /** The form with another text as its first sheet. */
    private static byte[] replaced(String sheet) throws Exception {
        return with(form(), "xl/worksheets/sheet1.xml", out -> out.write(sheet.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] with(byte[] workbook, String name, Content content) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().equals(name)) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(out);
                }
            }
            out.putNextEntry(new ZipEntry(name));
            content.writeTo(out);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String name, byte[] content) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(name));
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
