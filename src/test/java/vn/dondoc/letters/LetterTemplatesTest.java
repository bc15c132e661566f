package vn.dondoc.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.outbox.Letter;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;

/** What an administrator may do to a template, and what is refused with file and line. */
class LetterTemplatesTest {
    private static final String FIRST_LINE = "CẦN LÀM: {{ counts }}.";

    @TempDir
    Path folder;

    @BeforeEach
    void copyTheShippedTemplates() throws IOException {
        try (Stream<Path> files = Files.walk(LetterCast.TEMPLATES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(LetterCast.TEMPLATES.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void a_changed_word_stands_in_the_letter() throws IOException {
        edit("words/automatic.peb", "Thư tự động", "Thư do máy gửi");

        Letter letter = new LetterWriter(folder, LetterCast.DRAFTS, LetterCast.SETTINGS, LetterCast.REGISTRY)
                .write(
                        LetterCast.alert(),
                        LetterCast.PLAN,
                        LetterCast.sevenOClock(LetterCast.NEW_YEAR),
                        LetterCast.RULES);

        assertThat(letter.text()).contains("Thư do máy gửi, không thay thế");
        assertThat(letter.html()).contains("Thư do máy gửi, không thay thế");
    }

    @Test
    void what_was_loaded_stays_when_the_folder_changes() throws IOException {
        LetterTemplates loaded = LetterTemplates.load(folder);
        edit("reminder.txt.peb", FIRST_LINE, "{{ khongCo }}");

        LetterWriter writer = new LetterWriter(
                loaded, SampleDraft.tryOut(LetterCast.DRAFTS), LetterCast.SETTINGS, LetterCast.REGISTRY);

        assertThatCode(() -> writer.write(
                        LetterCast.mixedReminder(),
                        LetterCast.PLAN,
                        LetterCast.sevenOClock(LetterCast.DAY),
                        LetterCast.RULES))
                .doesNotThrowAnyException();
    }

    @Test
    void a_misspelt_name_is_refused_with_its_line_and_the_nearest_name() throws IOException {
        edit("reminder.txt.peb", FIRST_LINE, "CẦN LÀM: {{ count }}.");

        assertThat(refusals())
                .containsExactly(new Problem(
                        "reminder.txt.peb, dòng " + lineOf("reminder.txt.peb", "{{ count }}"),
                        "không có mục “count”",
                        "có phải là “counts”?"));
    }

    @Test
    void a_mistake_in_a_shared_part_names_the_part() throws IOException {
        edit("words/still-open.peb", "{{ stillOpen }}", "{{ stilOpen }}");

        assertThat(refusals()).extracting(Problem::place).containsExactly("words/still-open.peb, dòng 2");
    }

    @Test
    void english_templates_have_the_names_of_the_vietnamese_ones() {
        Problems problems = new Problems();
        assertThat(TemplateFolder.read(LetterCast.TEMPLATES.resolve("en"), problems)
                        .keySet())
                .isEqualTo(TemplateFolder.read(LetterCast.TEMPLATES, problems).keySet());
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void an_english_template_is_proved_when_english_is_asked_for() throws IOException {
        edit("en/words/automatic.peb", "automatic letter", "{{ rulesVersoin }}");

        assertThatCode(() -> new TemplatesInForce(folder, Language.VI)).doesNotThrowAnyException();
        FaultyFileException refused =
                catchThrowableOfType(FaultyFileException.class, () -> new TemplatesInForce(folder, Language.EN));
        assertThat(refused.problems()).extracting(Problem::hint).contains("có phải là “rulesVersion”?");
    }

    @Test
    void an_english_template_includes_no_vietnamese_one() throws IOException {
        edit("en/reminder.txt.peb", "TO DO: {{ counts }}.", "{% include \"../words/answer.peb\" %}");

        assertThat(catchThrowableOfType(
                        FaultyFileException.class, () -> LetterTemplates.load(folder.resolve("en"), Language.EN)))
                .isNotNull();
    }

    @Test
    void a_tag_that_is_not_closed_is_refused_with_its_line() throws IOException {
        edit("alert.html.peb", "{% include \"words/alert-request.peb\" %}", "{% if isTarget %}");

        assertThat(refusals()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).startsWith("alert.html.peb, dòng ");
            assertThat(problem.message()).startsWith("viết sai cú pháp mẫu");
        });
    }

    @Test
    void mistakes_in_several_files_are_told_at_once() throws IOException {
        edit("reminder.txt.peb", FIRST_LINE, "{{ mot }}");
        edit("digest.html.peb", "{{ opened }}", "{{ hai }}");

        assertThat(refusals()).extracting(Problem::message).contains("không có mục “mot”", "không có mục “hai”");
    }

    @Test
    void a_missing_file_is_refused() throws IOException {
        Files.delete(folder.resolve("withdrawal.txt.peb"));

        assertThat(refusals()).extracting(Problem::place).containsExactly("withdrawal.txt.peb");
    }

    @Test
    void a_missing_folder_is_refused() {
        assertThat(refusalsOf(folder.resolve("khong-co"))).isNotEmpty();
    }

    @Test
    void a_file_in_another_charset_is_refused() throws IOException {
        Files.write(folder.resolve("alert.txt.peb"), "Kính gửi".getBytes(StandardCharsets.UTF_16));

        assertThat(refusals())
                .contains(new Problem("alert.txt.peb", "tệp không phải UTF-8", "lưu lại tệp với bảng mã UTF-8"));
    }

    @Test
    void a_template_that_includes_itself_is_refused() throws IOException {
        edit("reminder.txt.peb", FIRST_LINE, "{% include \"parts/loop.peb\" %}");
        Files.writeString(folder.resolve("parts/loop.peb"), "x{% include \"parts/loop.peb\" %}");

        assertThat(refusals())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("không dừng"));
    }

    @Test
    void loops_within_loops_that_print_nothing_are_refused_before_they_run() throws IOException {
        edit(
                "reminder.txt.peb",
                FIRST_LINE,
                "{% for a in items %}{% for b in items %}{% include \"parts/deep.peb\" %}{% endfor %}{% endfor %}");
        Files.writeString(folder.resolve("parts/deep.peb"), "{% for c in items %}{% endfor %}");

        assertThat(refusals())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).contains("reminder.txt.peb", "for lồng nhau"));
    }

    @Test
    void a_template_that_grows_without_bound_is_refused() throws IOException {
        String loops = "{% for a in items %}".repeat(8);
        String ends = "{% endfor %}".repeat(8);
        edit("reminder.txt.peb", FIRST_LINE, loops + "mười chữ một lần" + ends);

        assertThat(refusals()).extracting(Problem::place).allMatch(place -> place.startsWith("reminder.txt.peb"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ agency.class }}",
                "{{ agency.getClass() }}",
                "{{ agency.bytes }}",
                "{{ items.size() }}",
                "{{ \"\".getClass().forName(\"java.lang.Runtime\") }}",
                "{{ template.engine }}",
                "{{ agency | raw }}",
                "{{ agency | base64encode }}",
                "{{ range(1, 1000000000) }}",
                "{% for i in 1..1000000000 %}x{% endfor %}",
                "{{ i18n(\"messages\", \"key\") }}",
                "{% autoescape false %}{{ agency }}{% endautoescape %}",
                "{% macro m() %}x{% endmacro %}",
                "{% import \"parts/item.txt.peb\" %}",
                "{% cache 'a' %}x{% endcache %}",
                "{% include \"../../dondoc.yaml\" %}",
                "{% include \"/etc/passwd\" %}",
                "{% include \"file:///etc/passwd\" %}"
            })
    void a_template_reaches_nothing_but_the_words_it_is_given(String attempt) throws IOException {
        edit("reminder.txt.peb", FIRST_LINE, attempt);
        String line = "reminder.txt.peb, dòng " + lineOf("reminder.txt.peb", attempt);

        assertThat(refusals())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.place()).isEqualTo(line));
    }

    @Test
    void a_link_out_of_the_folder_is_not_followed() throws IOException {
        Path outside = Files.writeString(folder.resolveSibling(folder.getFileName() + "-ngoai.txt"), "bí mật");
        Files.createSymbolicLink(folder.resolve("parts/link.peb"), outside);
        edit("reminder.txt.peb", FIRST_LINE, "{% include \"parts/link.peb\" %}");

        assertThat(refusals()).isNotEmpty();
        Files.delete(outside);
    }

    private void edit(String name, String old, String replacement) throws IOException {
        Path file = folder.resolve(name);
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, replacement));
    }

    private int lineOf(String name, String words) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(name));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(words)) {
                return i + 1;
            }
        }
        throw new AssertionError(words + " is not in " + name);
    }

    private List<Problem> refusals() {
        return refusalsOf(folder);
    }

    private static List<Problem> refusalsOf(Path templates) {
        FaultyFileException refused =
                catchThrowableOfType(FaultyFileException.class, () -> LetterTemplates.load(templates));
        assertThat(refused).isNotNull();
        return refused.problems();
    }
}
