package vn.dondoc.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;

class SentencesTest {
    private static final int HEADER_LINES = 3;
    private static final Pattern LINE = Pattern.compile("^a\\.dslr, dòng (\\d+)");

    private static final RuleFiles FILES = new RuleFolder(Path.of("rules"), "plan-881").files();
    private static final Set<String> DUTIES = Set.of("A-01", "A-02");
    private static final String RULE = """
            quy tắc "Một"
            khi
                Chỉ tiêu "A-01"
            thì
                Phải đạt ít nhất 70% số "hồ sơ"
            kết thúc
            """;

    private final Problems problems = new Problems();
    private final Sentences sentences = Sentences.of(problems);

    static Stream<Arguments> misshapen() {
        return Stream.of(
                shape("quy tắc \"Một\"", "quy tắc", "dòng 1: quy tắc không có tên"),
                shape("quy tắc \"Một\"", "quy tắc \"\"", "dòng 1: quy tắc không có tên"),
                shape("quy tắc \"Một\"", "quy tắc \"a; end } {\"", "dòng 1: quy tắc không có tên"),
                shape("quy tắc \"Một\"\n", "", "dòng 1: “khi” nằm ngoài quy tắc"),
                shape("khi\n", "", "dòng 2: câu đứng trước “khi”"),
                shape("khi\n", "khi\nkhi\n", "dòng 3: quy tắc mở ở dòng 1 có hai dòng “khi”"),
                shape("thì\n", "", "dòng 4: câu “Phải đạt ít nhất …% số \"…\"” đứng sau “khi”"),
                shape("thì\n", "", "dòng 5: quy tắc mở ở dòng 1 thiếu dòng “thì”"),
                shape("thì\n", "thì\nthì\n", "dòng 5: quy tắc mở ở dòng 1 có hai dòng “thì”"),
                shape("kết thúc\n", "", "dòng 1: quy tắc thiếu “kết thúc”"),
                shape("kết thúc\n", "kết thúc\nkết thúc\n", "dòng 7: “kết thúc” nằm ngoài quy tắc"),
                shape(
                        "quy tắc \"Một\"",
                        "Có nguy cơ khi chưa đạt\nquy tắc \"Một\"",
                        "dòng 1: “Có nguy cơ khi chưa đạt” nằm"),
                shape("    Chỉ tiêu \"A-01\"\n", "", "dòng 1: quy tắc không có câu nào sau “khi”"),
                shape("    Phải đạt ít nhất 70% số \"hồ sơ\"\n", "", "dòng 1: quy tắc không có câu nào sau “thì”"),
                shape("thì\n", "thì\n    Chỉ tiêu \"A-02\"\n", "dòng 5: câu “Chỉ tiêu \"…\"” đứng sau “thì”"),
                shape("thì\n", "    Chỉ tiêu \"A-02\"\nthì\n", "dòng 4: quy tắc có hai câu điều kiện"),
                shape("A-01", "A-99", "dòng 3: không có nhiệm vụ “A-99” trong duties.csv"),
                shape("kết thúc\n", "kết thúc\n" + RULE.replace("A-01", "A-02"), "dòng 7: tên quy tắc “Một” đã có ở"),
                shape("\"hồ sơ\"", "\"hồ sơ {x} @{y}\"", "dòng 5: trong ngoặc kép có ký tự lạ"),
                shape("thì\n", "thì" + " x".repeat(300) + "\n", "dòng 4: dòng dài quá"));
    }

    @ParameterizedTest
    @MethodSource("misshapen")
    void a_misshapen_rule_is_refused_with_its_line(String before, String after, String expected) {
        assertThat(RULE).contains(before);

        assertThat(refused(RULE.replace(before, after)))
                .anySatisfy(problem -> assertThat(problem).startsWith("a.dslr, " + expected));
    }

    static Stream<Arguments> misspelt() {
        return Stream.of(
                Arguments.of("Phải đạt tối thiểu 70% số \"hồ sơ\"", "ở chữ “tối thiểu”"),
                Arguments.of("Phải đạt ít nhất 70% \"hồ sơ\"", "thiếu chữ “số”"),
                Arguments.of("Phải đạt ít nhất 70 % số \"hồ sơ\"", "ở chữ “70 %”"),
                Arguments.of("Phải đạt ít nhất bảy mươi phần trăm số \"hồ sơ\"", "ở chữ “bảy mươi phần trăm”"),
                Arguments.of("Phải đạt ít nhất 70% số \"hồ \\ sơ\"", "giá trị ghi không đúng dạng"));
    }

    @ParameterizedTest
    @MethodSource("misspelt")
    void the_words_not_understood_are_named_with_the_nearest_sentence_and_its_example(String sentence, String words) {
        assertThat(refused(RULE.replace("Phải đạt ít nhất 70% số \"hồ sơ\"", sentence)))
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .contains("a.dslr, dòng 5: không hiểu câu “" + sentence + "”, " + words)
                        .contains("câu gần nhất: Phải đạt ít nhất …% số \"…\"; ví dụ: Phải đạt ít nhất 70% số \"xã"));
    }

    @Test
    void words_far_from_any_sentence_get_no_nearest_one() {
        assertThat(refused(RULE.replace("thì\n", "thì\nXin chào\n")))
                .singleElement()
                .satisfies(problem -> assertThat(problem).contains("ở chữ “Xin chào”", "rules/README.md"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Quy tắc “Một”\nKhi:\nchỉ tiêu “A-01”\nThì:\nphải đạt ít nhất 70% số “hồ sơ”.\nKết thúc.",
                "QUY TẮC \"Một\"\r\nKHI\r\nChỉ  tiêu \"A-01\"\r\nTHÌ\r\nPhải đạt   ít nhất\t70% số \"hồ  sơ\"\r\nKẾT THÚC",
                "\ufeffquy tắc\u00a0\"Một\"\nkhi\n\u00a0Chỉ\u00a0tiêu \"A-01\"\nthì\nPhải đạt\u200b ít nhất 70% số \"hồ\u00a0sơ\"\nkết\u00a0thúc"
            })
    void what_word_and_phones_make_of_a_rule_is_read_all_the_same(String written) {
        String drl = sentences.drlOf("a.dslr", written, DUTIES);

        assertThat(problems.list()).isEmpty();
        assertThat(drl.replaceAll("\\s+", " "))
                .isEqualTo(new OtherLanguage().drlOf(RULE).replaceAll("\\s+", " "));
    }

    @Test
    void decomposed_letters_are_read_all_the_same() {
        String drl = sentences.drlOf("a.dslr", Normalizer.normalize(RULE, Normalizer.Form.NFD), DUTIES);

        assertThat(problems.list()).isEmpty();
        assertThat(drl).isEqualTo(new OtherLanguage().drlOf(RULE));
    }

    @Test
    void a_sentence_within_a_reason_is_not_translated() {
        String drl = sentences.drlOf(
                "a.dslr",
                RULE.replace(
                                "kết thúc",
                                "Từ ngày \"01/02/2020\" cần người xem vì \"Có nguy cơ khi chưa đạt $1\"\nkết thúc")
                        .replace(" $1", ""),
                DUTIES);

        assertThat(problems.list()).isEmpty();
        assertThat(drl)
                .contains("requirements.reviewFrom(kcontext, $duty, \"01/02/2020\", \"Có nguy cơ khi chưa đạt\");");
    }

    @Test
    void a_name_is_given_once_in_all_files() {
        sentences.drlOf("a.dslr", RULE, DUTIES);
        sentences.drlOf("b.dslr", RULE, DUTIES);

        assertThat(problems.list())
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .startsWith("b.dslr, dòng 1: tên quy tắc “Một” đã có ở a.dslr, dòng 1");
    }

    @Test
    void a_file_of_too_many_lines_is_not_read() {
        assertThat(refused("x\n".repeat(6_000)))
                .singleElement()
                .satisfies(problem -> assertThat(problem).startsWith("a.dslr: có hơn 5000 dòng"));
        assertThat(refused("x\n".repeat(4_000))).hasSizeLessThan(200);
    }

    @Test
    void a_rule_with_a_mistake_stays_out_and_the_others_keep_their_lines() {
        String rule =
                "quy tắc \"%s\"\nkhi\n    Chỉ tiêu \"A-01\"\nthì\n    Phải đạt ít nhất 70%% số \"hồ sơ\"\nkết thúc\n";
        String drl = sentences.drlOf(
                "a.dslr",
                rule.formatted("Một") + rule.formatted("Hai").replace("Phải", "Phả") + rule.formatted("Ba"),
                Set.of("A-01"));

        assertThat(problems.list())
                .singleElement()
                .satisfies(problem -> assertThat(problem.place()).isEqualTo("a.dslr, dòng 11"));
        assertThat(drl).contains("rule \"Một\"", "rule \"Ba\"").doesNotContain("Hai");
        assertThat(drl.lines().toList().indexOf("rule \"Ba\"")).isEqualTo(HEADER_LINES + 12);
    }

    /** What is wrong with a text; nothing of a line that is named comes into the DRL. */
    private List<String> refused(String text) {
        int before = problems.size();
        List<String> drl = sentences.drlOf("a.dslr", text, DUTIES).lines().toList();
        List<String> refused =
                problems.list().stream().skip(before).map(Problem::toString).toList();
        assertThat(refused).isNotEmpty();
        refused.stream().flatMap(problem -> LINE.matcher(problem).results()).forEach(line -> {
            int at = HEADER_LINES - 1 + Integer.parseInt(line.group(1));
            assertThat(at < drl.size() ? drl.get(at) : "").isEmpty();
        });
        return refused;
    }

    /** The language once more, so that names are not taken. */
    private static final class OtherLanguage {
        String drlOf(String text) {
            return Sentences.of(new Problems()).drlOf("a.dslr", text, DUTIES);
        }
    }

    private static Arguments shape(String before, String after, String expected) {
        return Arguments.of(before, after, expected);
    }
}
