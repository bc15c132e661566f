package vn.dondoc.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.calendar.DateExpression;
import vn.dondoc.reading.CsvTable;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;

/** Tables of rules as spreadsheets leave them. */
class TableEditsTest {
    private final Problems problems = new Problems();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mã,Tên\na,\"Sở Văn hóa, Thể thao\"\n",
                "Mã;Tên\na;\"Sở Văn hóa, Thể thao\"\n",
                "Mã\tTên\r\na\tSở Văn hóa, Thể thao\r\n",
                "sep=;\r\nMã;Tên\r\na;Sở Văn hóa, Thể thao\r\n",
                "\"sep=;\"\nMã;Tên\na;Sở Văn hóa, Thể thao",
                "\ufeffsep=\t\nMã\tTên\na\tSở Văn hóa, Thể thao",
                "\ufeffMã;Tên;;\r\na;Sở\u00a0Văn hóa,  Thể thao;;\r\n;;;\r\n;;;\r\n",
                "Mã,\" Tên\u200b\"\n a ,\"Sở Văn hóa,\nThể thao\"\n,\n"
            })
    void one_table_in_many_ways_of_saving_it_is_one_table(String text) {
        CsvTable table = read(text.getBytes(StandardCharsets.UTF_8));

        assertThat(problems.list()).isEmpty();
        assertThat(table.rows()).singleElement().satisfies(row -> {
            assertThat(row.cell("Mã")).isEqualTo("a");
            assertThat(row.cell("Tên")).isEqualTo("Sở Văn hóa, Thể thao");
        });
    }

    @Test
    void a_line_is_counted_from_the_top_of_the_file_also_after_the_line_that_names_the_separator() {
        CsvTable table = read("sep=;\nMã;Tên\na;b\n".getBytes(StandardCharsets.UTF_8));

        assertThat(table.rows().get(0).place("Tên")).isEqualTo("duties.csv, dòng 3, cột “Tên”");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-16LE, tệp lưu dạng Unicode (UTF-16)",
        "UTF-16BE, tệp lưu dạng Unicode (UTF-16)",
        "UTF-16, tệp lưu dạng Unicode (UTF-16)",
        "windows-1258, không phải UTF-8",
        "windows-1252, không phải UTF-8"
    })
    void a_table_in_another_encoding_is_refused_with_what_to_choose_when_saving(String encoding, String message) {
        CsvTable table = read("Mã,Tên\na,Sở Giáo dục và Đào tạo, âê\n".getBytes(Charset.forName(encoding)));

        assertThat(table.rows()).isEmpty();
        assertThat(problems.list()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).startsWith("duties.csv");
            assertThat(problem.message()).startsWith(message);
            assertThat(problem.hint()).contains("“CSV UTF-8”");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Mã,Tên,Mã\\na,b,c              | duties.csv, dòng 1: cột “Mã” có hai lần
                    Mã,Tên,\\na,b,c                | duties.csv, dòng 2, ô thứ 3: ô “c” nằm dưới cột không có tiêu đề
                    Mã,Tên\\na,b,c                 | duties.csv, dòng 2, ô thứ 3: thừa ô “c”
                    Mã,Tên\\na,b\\nc,"d\\ne,f\\ng,h | duties.csv, dòng 3: ngoặc kép mở ở dòng này mà không đóng
                    Mã,Tên\\na,"b"c                | duties.csv, dòng 2: không đọc được bảng
                    Mã,Tên\\na,b\u0007c            | duties.csv, dòng 2, cột “Tên”: ô có ký tự điều khiển
                    Mã,Tên\\na,b\u202ec            | duties.csv, dòng 2, cột “Tên”: ô có ký tự điều khiển
                    Mã,Tên\\na,=cmd                | duties.csv, dòng 2, cột “Tên”: ô bắt đầu bằng “=”
                    Mã,Ten\\na,b                   | duties.csv, dòng 1: không có cột “Ten”
                    """)
    void what_is_wrong_with_a_table_is_said_with_its_place(String text, String expected) {
        read(text.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8));

        assertThat(problems.list())
                .extracting(Problem::toString)
                .anySatisfy(problem -> assertThat(problem).startsWith(expected));
    }

    @Test
    void a_cell_and_a_table_may_be_so_long_and_no_longer() {
        read(("Mã,Tên\na," + "x".repeat(2_000) + "\n" + "b,c\n".repeat(4_999)).getBytes(StandardCharsets.UTF_8));
        assertThat(problems.list()).isEmpty();

        CsvTable table = read(
                ("Mã,Tên\na," + "x".repeat(2_001) + "\n" + "b,c\n".repeat(5_000)).getBytes(StandardCharsets.UTF_8));

        assertThat(table.rows()).hasSize(5_000);
        assertThat(problems.list())
                .extracting(Problem::toString)
                .satisfiesExactly(
                        rows -> assertThat(rows).startsWith("duties.csv, dòng 5002: bảng có hơn 5000 dòng"),
                        cell -> assertThat(cell).startsWith("duties.csv, dòng 2, cột “Tên”: ô dài 2001 ký tự"));
    }

    @Test
    void an_empty_file_is_said_to_be_empty() {
        read(new byte[0]);

        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly("duties.csv: tệp trống, không có dòng tiêu đề → chép lại tệp");
    }

    @ParameterizedTest
    @CsvSource({
        "25-Nov, 25/11",
        "5-nov-17, 5/11/2017",
        "25-Nov-2017, 25/11/2017",
        "31/12/17, 31/12/2017",
        "31-12-17, 31/12/2017",
        "2017-12-31, 31/12/2017",
        "05-06-2017, 05/06/2017",
        "31/12/2017 0:00, 31/12/2017",
        "31/12/2017 00:00:00, 31/12/2017",
        "25/11, 25/11",
        "trước 01/01/2018, trước 01/01/2018"
    })
    void a_date_typed_anew_by_a_spreadsheet_is_read_where_one_day_is_meant(String cell, String meant) {
        assertThat(DateExpression.read(RetypedDate.undone(cell)))
                .isEqualTo(DateExpression.read(meant))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "43100, Excel đã đổi ngày thành số; ghi 31/12/2017",
        "05/06/17, có thể hiểu hai cách",
        "12-11-17, có thể hiểu hai cách",
        "Nov-25, có thể hiểu hai cách"
    })
    void a_date_that_could_mean_two_days_is_refused_with_what_to_write(String cell, String hint) {
        assertThat(DateExpression.read(RetypedDate.undone(cell))).isEmpty();
        assertThat(RetypedDate.hint(cell)).contains(hint);
    }

    private CsvTable read(byte[] bytes) {
        CsvTable table = TableCells.read("duties.csv", bytes, problems);
        table.requireHeadings(List.of("Mã", "Tên"), List.of("Mã", "Tên"), problems);
        return table;
    }
}
