package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTableTest {
    @Test
    void commas_semicolons_a_mark_crlf_and_decomposed_letters_all_give_the_same_table() {
        String plain = "Mã,Tên\na,\"Sở Văn hóa, Thể thao\"\n";
        String excel = "\ufeffMã;Tên\r\na;\"Sở Văn hóa, Thể thao\"\r\n";

        assertThat(rows(Normalizer.normalize(excel, Normalizer.Form.NFD))).isEqualTo(rows(plain));
    }

    @Test
    void a_row_keeps_its_line_even_after_cells_with_line_ends() {
        CsvTable table = read("Mã,Tên\na,\"hai\ndòng\"\n\nb,c\n", new Problems());

        assertThat(table.rows()).extracting(CsvTable.Row::line).containsExactly(2, 5);
        assertThat(table.rows().get(1).place("Tên")).isEqualTo("bảng.csv, dòng 5, cột “Tên”");
    }

    @Test
    void a_cell_too_many_is_refused_with_its_place() {
        Problems problems = new Problems();

        read("Mã,Tên\na,Sở Văn hóa, Thể thao\n", problems);

        assertThat(problems.list())
                .singleElement()
                .satisfies(problem -> assertThat(problem.place()).isEqualTo("bảng.csv, dòng 2, ô thứ 3"));
    }

    @Test
    void bytes_that_are_no_text_are_refused_with_the_first_of_them() {
        Problems problems = new Problems();

        CsvTable.read("bảng.csv", new byte[] {'a', ',', (byte) 0xC3, (byte) 0x28}, problems);

        assertThat(problems.list()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).isEqualTo("bảng.csv, byte thứ 3");
            assertThat(problem.hint()).contains("UTF-8");
        });
    }

    private static List<java.util.Map<String, String>> rows(String text) {
        return read(text, new Problems()).rows().stream()
                .map(CsvTable.Row::cells)
                .toList();
    }

    private static CsvTable read(String text, Problems problems) {
        return CsvTable.read("bảng.csv", text.getBytes(StandardCharsets.UTF_8), problems);
    }
}
