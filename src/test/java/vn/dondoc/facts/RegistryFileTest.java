package vn.dondoc.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;

/** Each mistake of the table of units is named once, at its cell. */
class RegistryFileTest {
    private static final String HEADING = "Mã,Tên,Cấp,Trực thuộc,Nhóm,Từ ngày,Đến ngày,Kế thừa,Căn cứ kế thừa,"
            + "Chức danh người đứng đầu,Thư điện tử,Thư đầu mối\n";
    private static final String PROVINCE = "tinh,UBND tỉnh,tỉnh,,,01/01/2017,,,,Chủ tịch,tinh@x.example,\n";

    @TempDir
    private Path folder;

    private List<Problem> problemsOf(String table) throws IOException {
        Problems problems = new Problems();
        RegistryFile.read(Files.writeString(folder.resolve("agencies.csv"), table), problems);
        return problems.list();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            so-a,Sở A,sở,tinh,,01/01/2018,31/12/2017,,,Giám đốc,a@x.example, | Đến ngày   | 31/12/2017 trước ngày đầu 01/01/2018
            so-a,Sở A,sở,so-a,,01/01/2018,,,,Giám đốc,a@x.example,           | Trực thuộc | trực thuộc chính nó
            so-a,"Sở\\nA",sở,tinh,,01/01/2018,,,,Giám đốc,a@x.example,      | Tên        | dấu xuống dòng
            so-a,Sở A,sở,tinh,,01/01/2018,,,,"Giám đốc\\nSở A",a@x.example, | Chức danh người đứng đầu | dấu xuống dòng
            so-a,UBND Tỉnh,sở,tinh,,01/01/2018,,,,Giám đốc,a@x.example,      | Tên        | đã dùng cho đơn vị mã “tinh” ở dòng 2
            so-a,Sở A,sở,huyen-b,,01/01/2018,,,,Giám đốc,a@x.example,        | Trực thuộc | không có đơn vị mã “huyen-b”
            """)
    void a_mistake_is_named_at_its_cell(String row, String heading, String message) throws IOException {
        assertThat(problemsOf(HEADING + PROVINCE + row.replace("\\n", "\n") + "\n"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.place()).isEqualTo("agencies.csv, dòng 3, cột “" + heading + "”");
                    assertThat(problem.message()).contains(message);
                    assertThat(problem.hint()).isNotEmpty();
                });
    }

    @Test
    void a_name_may_be_taken_over_once_its_unit_has_ended() throws IOException {
        assertThat(problemsOf(HEADING
                        + PROVINCE
                        + "so-a,Sở A,sở,tinh,,01/01/2017,31/12/2018,,,Giám đốc,a@x.example,\n"
                        + "so-b,Sở A,sở,tinh,,01/01/2019,,so-a,QĐ 1,Giám đốc,b@x.example,\n"))
                .isEmpty();
    }

    @Test
    void a_table_without_units_is_refused() throws IOException {
        assertThat(problemsOf(HEADING))
                .extracting(Problem::message)
                .containsExactly("chỉ có dòng tiêu đề, không có đơn vị nào");
    }

    @Test
    void nothing_follows_from_a_missing_column_or_a_faulty_row() throws IOException {
        assertThat(problemsOf(HEADING.replace("Từ ngày,", "Ngày đầu,") + PROVINCE))
                .allSatisfy(problem -> assertThat(problem.place()).isEqualTo("agencies.csv, dòng 1"));
        assertThat(problemsOf(HEADING
                        + PROVINCE.replace(",tỉnh,", ",tinh,")
                        + "so-a,Sở A,sở,tinh,,01/01/2017,,,,Giám đốc,a@x.example,\n"))
                .extracting(Problem::place)
                .containsExactly("agencies.csv, dòng 2, cột “Cấp”");
    }
}
