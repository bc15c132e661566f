package vn.dondoc.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.facts.RegistryFile;
import vn.dondoc.reading.CsvTable;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;

/** Tables of rules that somebody saved as a workbook, the form that Excel offers first. */
class TableWorkbookTest {
    private static final RuleReader READER = new RuleReader(
            RegistryFile.read(Path.of("config/agencies.csv"), new Problems()), null, RuleCompiler.inMemory());
    private static final RuleFolder SHIPPED = new RuleFolder(Path.of("rules"), "plan-881");

    @TempDir
    private Path rules;

    private Path table;
    private Path workbook;
    private RuleFolder folder;

    @BeforeEach
    void copyRules() throws IOException {
        folder = new RuleFolder(rules, "plan-881");
        Files.createDirectories(rules.resolve("plan-881"));
        Files.copy(Path.of("rules/vietnamese.dsl"), rules.resolve("vietnamese.dsl"));
        for (String name : SHIPPED.files().names()) {
            Files.copy(
                    Path.of("rules/plan-881").resolve(name),
                    rules.resolve("plan-881").resolve(name));
        }
        table = rules.resolve("plan-881/duties.csv");
        workbook = rules.resolve("plan-881/duties.xlsx");
    }

    @Test
    void saved_as_a_workbook_the_shipped_duties_are_the_same_rules() throws IOException {
        saveAsWorkbook(sheet -> {});

        assertThat(READER.check(folder)).isEmpty();
        assertThat(folder.files().version()).isEqualTo(SHIPPED.files().version());
    }

    @Test
    void days_that_excel_recognises_are_read_as_they_were_typed() throws IOException {
        saveAsWorkbook(sheet -> {
            int due = column(sheet, "Hạn");
            sheet.getRow(1).getCell(due).setCellValue(LocalDate.of(2026, 11, 5));
            sheet.getRow(1).getCell(due).setCellStyle(format(sheet, "d-mmm"));
            sheet.getRow(2).getCell(due).setCellValue(LocalDate.of(2021, 12, 31));
            sheet.getRow(2).getCell(due).setCellStyle(format(sheet, "dd/mm/yyyy"));
            sheet.getRow(3).getCell(column(sheet, "Nhắc trước")).setCellValue(15);
        });

        CsvTable read = folder.files().table("duties.csv", new Problems());
        assertThat(read.rows().get(0).cell("Hạn")).isEqualTo("05/11");
        assertThat(read.rows().get(1).cell("Hạn")).isEqualTo("31/12/2021");
        assertThat(read.rows().get(2).cell("Nhắc trước")).isEqualTo("15");
    }

    @Test
    void a_mistake_is_named_by_its_row_in_the_sheet() throws IOException {
        saveAsWorkbook(sheet -> {
            sheet.shiftRows(5, sheet.getLastRowNum(), 2);
            sheet.getRow(3).getCell(column(sheet, "Ghi chú")).setCellValue("hai\ndòng");
            sheet.getRow(9).getCell(column(sheet, "Loại")).setCellValue("chỉ tiu");
        });

        assertThat(READER.check(folder))
                .anySatisfy(problem -> assertThat(problem.place()).isEqualTo("duties.csv, dòng 10, cột “Loại”"));
    }

    @Test
    void of_two_files_for_one_table_neither_is_guessed_at() throws IOException {
        byte[] before = Files.readAllBytes(table);
        saveAsWorkbook(sheet -> {});
        Files.write(table, before);

        assertThat(READER.check(folder))
                .containsExactly(new Problem(
                        "duties.csv", "có cả duties.xlsx, không rõ dùng tệp nào", "giữ tệp mới, xóa tệp cũ"));
    }

    @Test
    void what_is_no_workbook_is_one_mistake() throws IOException {
        Files.write(workbook, Files.readAllBytes(table));
        Files.delete(table);

        assertThat(READER.check(folder)).singleElement().satisfies(problem -> {
            assertThat(problem.place()).isEqualTo("duties.csv (duties.xlsx)");
            assertThat(problem.hint()).contains("CSV UTF-8");
        });
    }

    @Test
    void rules_put_in_the_folder_later_leave_no_workbook_beside_them() throws IOException {
        saveAsWorkbook(sheet -> {});

        Path aside = folder.replaceWith(SHIPPED.files(), Instant.parse("2018-01-02T00:00:00Z"));

        assertThat(workbook).doesNotExist();
        assertThat(aside.resolve("duties.xlsx")).exists();
        assertThat(folder.holds(SHIPPED.files())).isTrue();
    }

    /** In the place of the table. */
    private void saveAsWorkbook(Consumer<Sheet> edit) throws IOException {
        CsvTable duties = CsvTable.read(table, new Problems());
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            Sheet sheet = book.createSheet("duties");
            Row headings = sheet.createRow(0);
            for (int column = 0; column < duties.headings().size(); column++) {
                headings.createCell(column).setCellValue(duties.headings().get(column));
            }
            for (CsvTable.Row written : duties.rows()) {
                Row row = sheet.createRow(sheet.getLastRowNum() + 1);
                for (int column = 0; column < duties.headings().size(); column++) {
                    row.createCell(column)
                            .setCellValue(written.cell(duties.headings().get(column)));
                }
            }
            edit.accept(sheet);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.write(bytes);
            Files.write(workbook, bytes.toByteArray());
        }
        Files.delete(table);
    }

    private static int column(Sheet sheet, String heading) {
        for (Cell cell : sheet.getRow(0)) {
            if (cell.getStringCellValue().equals(heading)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError("no column " + heading);
    }

    private static CellStyle format(Sheet sheet, String format) {
        CellStyle style = sheet.getWorkbook().createCellStyle();
        style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
        return style;
    }
}
