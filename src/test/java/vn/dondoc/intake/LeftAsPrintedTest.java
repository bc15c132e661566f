package vn.dondoc.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.enclosures.Findings.DAY;
import static vn.dondoc.enclosures.Findings.UNIT;
import static vn.dondoc.enclosures.Findings.entry;
import static vn.dondoc.enclosures.Findings.finding;
import static vn.dondoc.enclosures.Findings.reported;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.calendar.Period;
import vn.dondoc.enclosures.AnswerWorkbook;
import vn.dondoc.enclosures.StatusForm;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.ReportedStatus;
import vn.dondoc.findings.State;
import vn.dondoc.store.Outcome;

/** The form shows what was reported before; only what a clerk wrote anew is a report of now. */
class LeftAsPrintedTest {
    private static final int PERIOD = 1;
    private static final int DUTY = 2;
    private static final int STATUS = 3;
    private static final int COMPLETED_ON = 4;
    private static final int NUMERATOR = 8;
    private static final int NOTE = 11;

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
    void what_a_clerk_did_not_touch_is_not_reported_again() throws Exception {
        Receipt receipt = send(edited(this::reportPlan));

        assertThat(receipt.refused()).isEmpty();
        assertThat(receipt.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(receipt.untouched()).isEqualTo(1);
        assertThat(office.known()).extracting(Entry::duty).containsExactly(Office.NEXT_YEARS_PLAN);
    }

    @Test
    void a_form_handed_back_as_it_was_printed_reports_nothing_and_says_how_to() throws Exception {
        Receipt receipt = send(form());

        assertThat(receipt.refused())
                .extracting(Object::toString)
                .containsExactly(
                        "so-lieu.xlsx, Báo cáo: mọi nội dung giữ nguyên như in sẵn (1 nhiệm vụ), không có gì để"
                                + " ghi lại → sửa hoặc ghi thêm; không thay đổi đến nay thì ghi “không đổi” và ngày vào cột"
                                + " “Ghi chú”");
        assertThat(office.known()).isEmpty();
    }

    @Test
    void unchanged_as_of_now_is_said_in_the_note() throws Exception {
        send(edited(workbook -> target(workbook).getCell(NOTE).setCellValue("không đổi đến 15/12/2017")));

        assertThat(office.known())
                .singleElement()
                .satisfies(entry -> assertThat(entry.numerator()).isEqualByComparingTo("8"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a number | Báo cáo | 2 | 8 | 9",
                "a day | Báo cáo | 2 | 4 | 11/12/2017",
                "a status | Báo cáo | 2 | 3 | hoàn thành",
                "a further paper | Báo cáo | 3 | 5 | 14/KH-SNV",
                "a thing counted | Từng mục | 2 | 4 | 01/12/2017",
                "the period | Báo cáo | 2 | 1 | 2017-Q3"
            })
    void one_cell_that_was_written_over_makes_it_a_report(
            String what, String sheet, int line, int column, String written) throws Exception {
        Receipt receipt = send(edited(workbook -> {
            Row row = workbook.getSheet(sheet).getRow(line);
            Cell cell = row.getCell(column) == null ? row.createCell(column) : row.getCell(column);
            cell.setCellValue(written);
            if (column == PERIOD) {
                // the rows of one duty go together
                row(workbook, 3).getCell(PERIOD).setCellValue(written);
                workbook.removeSheetAt(workbook.getSheetIndex("Từng mục"));
            }
        }));

        assertThat(receipt.refused()).as(what).isEmpty();
        assertThat(receipt.untouched()).isZero();
        assertThat(office.known()).extracting(Entry::duty).containsExactly(Office.TARGET);
    }

    @Test
    void a_thing_counted_that_was_taken_out_makes_it_a_report() throws Exception {
        send(edited(workbook -> {
            XSSFSheet items = workbook.getSheet("Từng mục");
            items.removeRow(items.getRow(3));
        }));

        assertThat(office.known())
                .singleElement()
                .satisfies(entry -> assertThat(entry.items()).hasSize(2));
    }

    @Test
    void typing_the_same_again_in_another_way_changes_nothing() throws Exception {
        Receipt receipt = send(edited(workbook -> {
            reportPlan(workbook);
            Row row = target(workbook);
            row.getCell(STATUS).setCellValue(" Đang  thực hiện ");
            row.getCell(COMPLETED_ON).setCellValue("2017-12-10");
            row.getCell(NUMERATOR).setCellValue("8,0");
            row.getCell(NUMERATOR + 1).setCellValue(13.125000000000002);
            row.getCell(NOTE).setCellValue("Đôn đốc ");
            row(workbook, 3).getCell(PERIOD).setCellValue(2017);
        }));

        assertThat(receipt.refused()).isEmpty();
        assertThat(receipt.untouched()).isEqualTo(1);
    }

    @Test
    void columns_moved_and_columns_added_change_nothing() throws Exception {
        Receipt receipt = send(edited(workbook -> {
            reportPlan(workbook);
            XSSFSheet sheet = workbook.getSheet("Báo cáo");
            sheet.getRow(0).createCell(30).setCellValue("Người lập biểu");
            row(workbook, 2).createCell(30).setCellValue("Phòng Cải cách hành chính");
            int printed = place(sheet, "Dấu in sẵn");
            for (int line = 0; line < 4; line++) {
                move(sheet.getRow(line), printed, 25);
                move(sheet.getRow(line), NOTE, 26);
            }
        }));

        assertThat(receipt.refused()).isEmpty();
        assertThat(receipt.untouched()).isEqualTo(1);
        assertThat(office.known()).hasSize(1);
    }

    @Test
    void a_row_copied_to_another_duty_is_a_report_on_that_one() throws Exception {
        send(edited(workbook -> {
            Row plan = row(workbook, 1);
            plan.getCell(STATUS).setCellValue("đang thực hiện");
            for (int column : List.of(COMPLETED_ON, 5, 6, 7, NUMERATOR, NUMERATOR + 1, NOTE)) {
                copy(target(workbook).getCell(column), plan);
            }
            copy(target(workbook).getCell(place(workbook.getSheet("Báo cáo"), "Dấu in sẵn")), plan);
        }));

        assertThat(office.known()).extracting(Entry::duty).containsExactly(Office.NEXT_YEARS_PLAN);
    }

    @Test
    void a_form_without_the_mark_is_taken_as_it_is_and_says_what_was_known() throws Exception {
        Receipt receipt = send(edited(workbook -> {
            XSSFSheet sheet = workbook.getSheet("Báo cáo");
            int printed = place(sheet, "Dấu in sẵn");
            sheet.getRow(0).getCell(printed).setBlank();
            target(workbook).getCell(printed).setBlank();
        }));

        assertThat(receipt.refused()).isEmpty();
        assertThat(receipt.untouched()).isZero();
        assertThat(office.known())
                .singleElement()
                .usingRecursiveComparison()
                .ignoringFields("sequence", "source", "receivedAt")
                .withComparatorForType(java.math.BigDecimal::compareTo, java.math.BigDecimal.class)
                .isEqualTo(known());
    }

    @Test
    void a_row_that_was_emptied_reports_nothing() throws Exception {
        Receipt receipt = send(edited(workbook -> {
            reportPlan(workbook);
            for (int line : List.of(2, 3)) {
                for (int column = STATUS; column <= NOTE; column++) {
                    if (row(workbook, line).getCell(column) != null) {
                        row(workbook, line).getCell(column).setBlank();
                    }
                }
            }
            workbook.removeSheetAt(workbook.getSheetIndex("Từng mục"));
        }));

        assertThat(receipt.refused()).isEmpty();
        assertThat(receipt.untouched()).isZero();
        assertThat(office.known()).hasSize(1);
    }

    @Test
    void a_mistake_in_a_printed_row_is_told_and_its_correction_in_the_answer_counts() throws Exception {
        byte[] wrong = edited(workbook -> {
            reportPlan(workbook);
            target(workbook).getCell(NUMERATOR).setCellValue("chín");
        });
        Receipt refused = send(wrong);
        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        byte[] answer = AnswerWorkbook.of(refused, wrong, DAY).content();

        Receipt taken = send(edited(answer, workbook -> {
            assertThat(workbook.getSheet("Báo cáo").isColumnHidden(place(workbook.getSheet("Báo cáo"), "Dấu in sẵn")))
                    .isTrue();
            target(workbook).getCell(NUMERATOR).setCellValue(9);
        }));

        assertThat(taken.refused()).isEmpty();
        assertThat(office.known())
                .extracting(Entry::duty)
                .containsExactlyInAnyOrder(Office.TARGET, Office.NEXT_YEARS_PLAN);
    }

    @Test
    void the_answer_sent_back_leaves_alone_what_was_left_alone_before() throws Exception {
        byte[] wrong = edited(workbook -> row(workbook, 1).getCell(STATUS).setCellValue("xong"));
        Receipt refused = send(wrong);
        assertThat(refused.untouched()).isEqualTo(1);

        Receipt taken = send(edited(AnswerWorkbook.of(refused, wrong, DAY).content(), this::reportPlan));

        assertThat(taken.untouched()).isEqualTo(1);
        assertThat(office.known()).extracting(Entry::duty).containsExactly(Office.NEXT_YEARS_PLAN);
    }

    @Test
    void the_answer_says_how_much_was_left_alone() throws Exception {
        byte[] sent = edited(this::reportPlan);
        byte[] answer = AnswerWorkbook.of(send(sent), sent, DAY).content();

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(answer))) {
            assertThat(workbook.getSheet("Kết quả").getRow(2).getCell(1).getStringCellValue())
                    .isEqualTo("đã nhận, nhận 1 mục, 0 lỗi; giữ nguyên như in sẵn, không ghi lại: 1 nhiệm vụ");
        }
    }

    @Test
    void a_form_for_another_period_does_not_make_old_numbers_new_ones() throws Exception {
        Period quarter = Period.read("2017-Q4").orElseThrow();
        byte[] form = StatusForm.of(UNIT, quarter, List.of(reported(Office.TARGET, "Kết nối", known()), plan()), DAY)
                .content();

        Receipt receipt = send(edited(form, this::reportPlan));

        assertThat(receipt.untouched()).isEqualTo(1);
        assertThat(office.known()).extracting(Entry::duty).containsExactly(Office.NEXT_YEARS_PLAN);
    }

    // ---- the form: a plan of which nothing is known on line 2, the target with what is known of it on lines 3 and 4

    private static Entry known() {
        return entry(Office.TARGET, ReportedStatus.IN_PROGRESS);
    }

    private static vn.dondoc.findings.Finding plan() {
        return finding(Office.NEXT_YEARS_PLAN, "Kế hoạch năm", DAY.plusDays(1), true, State.AT_RISK);
    }

    private static byte[] form() {
        return StatusForm.of(UNIT, List.of(reported(Office.TARGET, "Kết nối văn bản", known()), plan()), DAY)
                .content();
    }

    private void reportPlan(XSSFWorkbook workbook) {
        row(workbook, 1).getCell(STATUS).setCellValue("đã trình");
        assertThat(row(workbook, 1).getCell(DUTY).getStringCellValue()).isEqualTo(Office.NEXT_YEARS_PLAN);
    }

    private static Row target(XSSFWorkbook workbook) {
        return row(workbook, 2);
    }

    private static Row row(XSSFWorkbook workbook, int line) {
        return workbook.getSheet("Báo cáo").getRow(line);
    }

    private static int place(XSSFSheet sheet, String heading) {
        for (Cell cell : sheet.getRow(0)) {
            if (cell.getStringCellValue().equals(heading)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError("no column " + heading);
    }

    private static void move(Row row, int from, int to) {
        Cell old = row.getCell(from);
        if (old != null && old.getCellType() != CellType.BLANK) {
            row.createCell(to).setCellValue(old.getStringCellValue());
            row.removeCell(old);
        }
    }

    private static void copy(Cell from, Row row) {
        Cell to = row.getCell(from.getColumnIndex()) == null
                ? row.createCell(from.getColumnIndex())
                : row.getCell(from.getColumnIndex());
        if (from.getCellType() == CellType.NUMERIC) {
            to.setCellValue(from.getNumericCellValue());
        } else {
            to.setCellValue(from.getStringCellValue());
        }
    }

    private byte[] edited(Consumer<XSSFWorkbook> edit) throws Exception {
        return edited(form(), edit);
    }

    private static byte[] edited(byte[] form, Consumer<XSSFWorkbook> edit) throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(form))) {
            edit.accept(workbook);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private Receipt send(byte[] workbook) {
        return office.intake.receive("so-lieu.xlsx", workbook, Intake.Options.STRICT, Office.NOW);
    }
}
