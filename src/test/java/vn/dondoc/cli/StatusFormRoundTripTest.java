package vn.dondoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.acceptance.TemporaryHome;
import vn.dondoc.cli.CommandLine.Answer;

/** A clerk asks for the form of a quarter, makes mistakes in it, gets it back with each of them marked, and corrects it. */
class StatusFormRoundTripTest {
    private static final String UNIT = "so-noi-vu";
    /** Inspections, of which the inspected are counted one by one. */
    private static final String TARGET = "II.2.1.a-10";

    private static final int DUTY = 2;
    private static final int STATUS = 3;
    private static final int COMPLETED_ON = 4;
    private static final int NUMERATOR = 8;
    private static final int NOTE = 11;

    @TempDir
    private Path home;

    @TempDir
    private Path desk;

    private CommandLine dondoc;

    @BeforeEach
    void install() throws IOException {
        TemporaryHome.in(home);
        dondoc = new CommandLine(home);
    }

    @Test
    void the_form_of_a_period_holds_the_units_own_duties_under_that_period_and_no_other() throws IOException {
        Path form = template("mau.xlsx");
        Set<String> duties = new HashSet<>();
        try (XSSFWorkbook workbook = open(form)) {
            for (Row row : filledRows(workbook.getSheet("Báo cáo"))) {
                assertThat(text(row, 0)).isEqualTo(UNIT);
                assertThat(text(row, 1)).isEqualTo("2017-Q4");
                duties.add(text(row, DUTY));
            }
        }
        assertThat(duties).hasSizeGreaterThan(5);
        for (JsonNode finding : dondoc.type("check", "--agency", UNIT, "--format", "json")
                .json()
                .get("findings")) {
            boolean ofTheYear =
                    List.of("2017", "2017-Q4").contains(finding.get("period").asText());
            if (finding.get("state").asText().equals("NO_DATA") && ofTheYear) {
                assertThat(duties).contains(finding.get("duty").asText());
            }
        }
    }

    @Test
    void the_same_reports_on_the_same_day_give_the_same_bytes() throws IOException {
        assertThat(template("mot.xlsx")).hasSameBinaryContentAs(template("hai.xlsx"));
    }

    @Test
    void a_form_that_somebody_may_be_filling_in_is_not_written_over() throws IOException {
        Path form = edited(
                template("mau.xlsx"),
                desk.resolve("mau.xlsx"),
                sheet -> row(sheet, 1).getCell(STATUS).setCellValue("đã trình"));
        Answer again = dondoc.type("template", "--agency", UNIT, "--period", "2017-Q4", "--out", form.toString());
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err()).contains("có thể đang ghi dở");
    }

    @Test
    void an_unknown_unit_a_wrong_period_and_one_without_duties_are_refused_with_a_hint() {
        assertThat(refusal("so-noi-vụ", "2017")).contains("so-noi-vu");
        assertThat(refusal(UNIT, "Quý 4")).contains("2017-Q4");
        assertThat(refusal(UNIT, "2016")).contains("không có nhiệm vụ nào trong kỳ");
    }

    @Test
    void what_was_reported_is_filled_in_and_reported_again_only_where_the_clerk_writes_something() throws IOException {
        report("đang thực hiện", 3);
        Path form = template("mau.xlsx");
        try (XSSFWorkbook workbook = open(form)) {
            Row row = rowOf(workbook.getSheet("Báo cáo"), TARGET);
            assertThat(text(row, STATUS)).isEqualTo("đang thực hiện");
            assertThat(row.getCell(NUMERATOR).getNumericCellValue()).isEqualTo(3);
        }
        Answer asPrinted = dondoc.type("submit", form.toString());
        assertThat(asPrinted.exit()).isEqualTo(1);
        assertThat(asPrinted.out())
                .contains("mọi nội dung giữ nguyên như in sẵn (1 nhiệm vụ)", "“không đổi” và ngày vào cột “Ghi chú”");

        Path another = edited(form, desk.resolve("gui.xlsx"), sheet -> {
            Row row = row(sheet, 1);
            assertThat(text(row, DUTY)).isNotEqualTo(TARGET);
            row.getCell(STATUS).setCellValue("đang thực hiện");
        });
        Answer answer = dondoc.type("submit", another.toString());
        assertThat(answer.exit()).as(answer.out()).isZero();
        assertThat(answer.out())
                .contains("đã nhận, nhận 1 mục, 0 lỗi; giữ nguyên như in sẵn, không ghi lại: 1 nhiệm vụ")
                .doesNotContain(TARGET);

        Path unchanged = edited(
                form,
                desk.resolve("khong-doi.xlsx"),
                sheet -> rowOf(sheet, TARGET).getCell(NOTE).setCellValue("không đổi đến 18/12/2017"));
        JsonNode taken =
                dondoc.type("submit", unchanged.toString(), "--format", "json").json();
        assertThat(taken.get(0).get("accepted").get(0).get("duty").asText()).isEqualTo(TARGET);
        assertThat(taken.get(0).get("untouched").asInt()).isZero();
    }

    @Test
    void every_mistake_comes_back_in_its_cell_and_the_corrected_answer_is_taken() throws IOException {
        Path form = edited(template("mau.xlsx"), desk.resolve("gui.xlsx"), sheet -> {
            Row target = rowOf(sheet, TARGET);
            target.getCell(STATUS).setCellValue("xong");
            target.getCell(COMPLETED_ON).setCellValue("31/11/2017");
            target.getCell(NUMERATOR).setCellValue("tám");
        });
        byte[] before = Files.readAllBytes(form);
        Path answered = desk.resolve("tra-loi.xlsx");

        Answer answer = dondoc.type("submit", form.toString(), "--answer", answered.toString());

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.out()).contains("Bảng trả lời: " + answered);
        assertThat(Files.readAllBytes(form)).isEqualTo(before);
        try (XSSFWorkbook workbook = open(answered)) {
            XSSFSheet sheet = workbook.getSheet("Báo cáo");
            Row target = rowOf(sheet, TARGET);
            marked(target, STATUS, "xong", "không có tình trạng “xong”");
            marked(target, COMPLETED_ON, "31/11/2017", "không phải là ngày");
            marked(target, NUMERATOR, "tám", "không phải là số");
            assertThat(fill(target.getCell(STATUS + 3))).isNotEqualTo("FFFFC7CE");
            int last = sheet.getRow(0).getLastCellNum() - 1;
            assertThat(text(sheet.getRow(0), last)).isEqualTo("Lỗi");
            assertThat(text(target, last)).contains("D" + (target.getRowNum() + 1) + ": ", "31/12/2017");
            assertThat(workbook.getSheet("Kết quả").getRow(2).getCell(1).getStringCellValue())
                    .contains("từ chối", "3 lỗi");
        }

        Path corrected = edited(answered, desk.resolve("sua.xlsx"), sheet -> {
            Row target = rowOf(sheet, TARGET);
            target.getCell(STATUS).setCellValue("Đang thực hiện");
            target.getCell(COMPLETED_ON).setBlank();
            target.getCell(NUMERATOR).setCellValue(8);
            target.createCell(NUMERATOR + 1).setCellValue(33);
        });
        Answer taken = dondoc.type(
                "submit",
                corrected.toString(),
                "--format",
                "json",
                "--answer",
                desk.resolve("x").toString());
        assertThat(taken.exit()).as(taken.out()).isZero();
        assertThat(taken.json().get(0).get("answer").asText()).endsWith("sua-tra-loi.xlsx");
        assertThat(taken.json().get(0).get("accepted")).hasSize(1);
    }

    @Test
    void things_counted_one_by_one_are_taken_from_their_sheet() throws IOException {
        Path form = desk.resolve("gui.xlsx");
        try (XSSFWorkbook workbook = open(template("mau.xlsx"))) {
            rowOf(workbook.getSheet("Báo cáo"), TARGET).getCell(STATUS).setCellValue("đang thực hiện");
            XSSFSheet items = workbook.getSheet("Từng mục");
            Row first = rowOf(items, TARGET);
            first.getCell(3).setCellValue("so-tu-phap");
            first.getCell(4).setCellValue("10/11/2017");
            // in a row to add, whose unit and period the clerk leaves out
            Row second = items.getRow(first.getRowNum() + 1);
            second.getCell(DUTY).setCellValue(TARGET);
            second.getCell(3).setCellValue("so-y-te");
            second.getCell(4).setCellValue("31/02/2017");
            try (var out = Files.newOutputStream(form)) {
                workbook.write(out);
            }
        }
        Path answered = desk.resolve("tra-loi.xlsx");
        dondoc.type("submit", form.toString(), "--answer", answered.toString());
        try (XSSFWorkbook workbook = open(answered)) {
            XSSFSheet items = workbook.getSheet("Từng mục");
            Row first = rowOf(items, TARGET);
            Row second = items.getRow(first.getRowNum() + 1);
            marked(second, 4, "31/02/2017", "không phải là ngày");
            second.getCell(4).setCellValue("28/02/2017");
            try (var out = Files.newOutputStream(form)) {
                workbook.write(out);
            }
        }
        assertThat(dondoc.type("submit", form.toString()).exit()).isZero();
        JsonNode finding = dondoc.type("check", "--agency", UNIT, "--format", "json")
                .json()
                .get("findings");
        for (JsonNode one : finding) {
            if (one.get("duty").asText().equals(TARGET)) {
                assertThat(one.get("measured").get("numerator").asInt()).isEqualTo(2);
            }
        }
    }

    @Test
    void with_keep_good_the_good_rows_are_taken_and_the_answer_says_so() throws IOException {
        Path form = edited(template("mau.xlsx"), desk.resolve("gui.xlsx"), sheet -> {
            rowOf(sheet, TARGET).getCell(STATUS).setCellValue("xong");
            row(sheet, 1).getCell(STATUS).setCellValue("đang thực hiện");
        });
        Path answered = desk.resolve("tra-loi.xlsx");
        Answer answer = dondoc.type("submit", "--keep-good", form.toString(), "--answer", answered.toString());
        assertThat(answer.exit()).isEqualTo(1);
        try (XSSFWorkbook workbook = open(answered)) {
            assertThat(workbook.getSheet("Kết quả").getRow(2).getCell(1).getStringCellValue())
                    .contains("nhận một phần", "nhận 1 mục", "1 lỗi");
        }
    }

    @Test
    void the_answer_never_takes_the_place_of_what_was_sent() throws IOException {
        Path form = template("mau.xlsx");
        Answer answer = dondoc.type("submit", form.toString(), "--answer", form.toString());
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("không được ghi đè");
    }

    @Test
    void a_table_in_text_gets_an_answer_that_only_says_what_became_of_it() throws IOException {
        Path table = Files.writeString(
                desk.resolve("a.csv"), "agency,period,duty,status\nso-noi-vu,2017-Q4," + TARGET + ",xong\n");
        Path answers = desk.resolve("tra-loi");
        dondoc.type("submit", table.toString(), "--answer", answers.toString());
        try (XSSFWorkbook workbook = open(answers.resolve("a-tra-loi.xlsx"))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(1);
            assertThat(workbook.getSheet("Kết quả").getRow(5).getCell(1).getStringCellValue())
                    .isEqualTo("không có tình trạng “xong”");
        }
    }

    private void report(String status, int numerator) throws IOException {
        Path table = Files.writeString(
                desk.resolve("so-lieu.csv"),
                "agency,period,duty,status,numerator,denominator\nso-noi-vu,2017-Q4," + TARGET + "," + status + ","
                        + numerator + ",33\n");
        assertThat(dondoc.type("submit", table.toString()).exit()).isZero();
    }

    private Path template(String name) {
        Path form = desk.resolve(name);
        Answer answer = dondoc.type("template", "--agency", UNIT, "--period", "2017-Q4", "--out", form.toString());
        assertThat(answer.exit()).as(answer.err()).isZero();
        assertThat(answer.out().strip()).isEqualTo(form.toString());
        return form;
    }

    private String refusal(String agency, String period) {
        Answer answer = dondoc.type("template", "--agency", agency, "--period", period);
        assertThat(answer.exit()).isEqualTo(2);
        return answer.err();
    }

    private static void marked(Row row, int place, String written, String why) {
        Cell cell = row.getCell(place);
        assertThat(cell.getStringCellValue()).isEqualTo(written);
        assertThat(fill(cell)).isEqualTo("FFFFC7CE");
        assertThat(cell.getCellComment().getString().getString()).contains(why);
    }

    private static String fill(Cell cell) {
        var colour = ((org.apache.poi.xssf.usermodel.XSSFCellStyle) cell.getCellStyle()).getFillForegroundColorColor();
        return colour == null ? "" : colour.getARGBHex();
    }

    private static List<Row> filledRows(XSSFSheet sheet) {
        List<Row> rows = new ArrayList<>();
        for (Row row : sheet) {
            if (row.getRowNum() > 0 && !text(row, 0).isEmpty()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static Row rowOf(XSSFSheet sheet, String duty) {
        return filledRows(sheet).stream()
                .filter(row -> text(row, DUTY).equals(duty))
                .findFirst()
                .orElseThrow();
    }

    private static Row row(XSSFSheet sheet, int line) {
        return sheet.getRow(line);
    }

    private static String text(Row row, int place) {
        Cell cell = row.getCell(place);
        return cell == null ? "" : cell.getStringCellValue();
    }

    private static XSSFWorkbook open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    private static Path edited(Path form, Path to, Consumer<XSSFSheet> edit) throws IOException {
        try (XSSFWorkbook workbook = open(form)) {
            edit.accept(workbook.getSheet("Báo cáo"));
            try (var out = Files.newOutputStream(to)) {
                workbook.write(out);
            }
        }
        return to;
    }
}
