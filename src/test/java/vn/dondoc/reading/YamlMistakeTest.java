package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes of YAML as an official makes them with a plain editor. */
class YamlMistakeTest {
    private final Problems problems = new Problems();

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void a_mistake_names_its_line_its_reason_and_what_to_write(String text, int line, String reason, String hint) {
        YamlSection.read("plan.yaml", text, problems);

        assertThat(problems.list()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).isEqualTo("plan.yaml, dòng " + line);
            assertThat(problem.message())
                    .contains(reason)
                    .doesNotContainPattern("expected|found|scanning|allowed|token");
            assertThat(problem.hint()).contains(hint);
        });
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("a: 1\n\tb: 2\n", 2, "phím Tab", "dấu cách"),
                arguments("a: \"chưa đóng\nb: 2\n", 1, "ngoặc kép mở mà không đóng, ở “a: \"chưa đóng”", "thêm dấu"),
                arguments("a: 'chưa đóng\nb: 2\n", 1, "ngoặc kép mở mà không đóng", "thêm dấu"),
                arguments("a: \"x\" y\n", 1, "thừa chữ sau dấu ngoặc kép", "dòng trên"),
                arguments("a: b: c\n", 1, "dấu hai chấm", "ngoặc kép"),
                arguments("a:1\nb: 2\n", 2, "dấu hai chấm", "dòng trên có dấu cách"),
                arguments("a: 1\n  b: 2\n", 2, "dấu hai chấm", "thụt lề"),
                arguments("a:\n    b: 1\n  c: 2\n", 3, "không thẳng với", "thẳng hàng"),
                arguments("a: 1\nb\n", 2, "thiếu dấu hai chấm", "khóa"),
                arguments("a: [1, 2\nb: 3\n", 1, "dấu [ mở mà không đóng", "thêm ]"),
                arguments("a: {x: 1\nb: 2\n", 1, "dấu { mở mà không đóng", "bỏ {"),
                arguments("a: [1, 2]]\n", 1, "thừa dấu ]", "bỏ bớt"),
                arguments("a: }\n", 1, "thừa dấu }", "bỏ bớt"),
                arguments("- a\nb: 1\n", 2, "đứng lẫn", "thụt vào"),
                arguments("a: 1\n- b\n", 2, "đứng lẫn", "thụt vào"),
                arguments("a: - b\n", 1, "dấu - không ở đầu dòng", "xuống dòng"),
                arguments("a: @x\n", 1, "dấu riêng của YAML", "ngoặc kép"),
                arguments("a: ,\n", 1, "dấu riêng của YAML", "ngoặc kép"),
                arguments("a: \"x\\q\"\n", 1, "dấu \\ trong ngoặc kép", "'…'"),
                arguments("a: !!java x\n", 1, "& * ! | > %", "ngoặc kép"),
                arguments("a: &\n", 1, "& * ! | > %", "ngoặc kép"),
                arguments("a: >x\n", 1, "& * ! | > %", "ngoặc kép"),
                arguments("%YAML 9.9\n---\na: 1\n", 1, "& * ! | > %", "ngoặc kép"),
                arguments("a: 1\n---\nb: 2\n", 2, "dòng --- chia tệp", "bỏ dòng"),
                arguments("a: 1\nb: x\u0007y\n", 2, "ký tự điều khiển (mã 0007)", "xóa"),
                arguments("- a\n- b\n", 1, "phải là các dòng “khóa: giá trị”", "dấu cách"));
    }

    @Test
    void of_a_file_that_cannot_be_read_nothing_more_is_said() {
        YamlSection file = YamlSection.read("plan.yaml", "title: \"x\n", problems);
        file.requiredText("title");
        file.number("days", 0, 1, 5);
        file.section("ageing").requiredText("urgentDays");
        file.refuse("effective", "thiếu ngày hiệu lực", "");
        file.finish();

        assertThat(problems.list()).hasSize(1);
    }

    @Test
    void a_long_line_is_quoted_from_its_beginning() {
        YamlSection.read("plan.yaml", "a: 1\n\t" + "một câu dài ".repeat(20), problems);

        assertThat(problems.list().get(0).message()).endsWith("…”").hasSizeLessThan(130);
    }
}
