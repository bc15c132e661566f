package vn.dondoc.enclosures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.enclosures.OfficialDrafts.Form;
import vn.dondoc.reading.Problems;

/** Word templates as an administrator may leave them. */
class OfficialDraftsTest {
    private static final Path SHIPPED = Path.of("config/cong-van");
    private static final String CIRCULAR = "don-doc-2011.docx";

    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    @BeforeEach
    void copyTheShippedTemplates() throws IOException {
        for (Form form : Form.values()) {
            Files.copy(SHIPPED.resolve(form.file()), folder.resolve(form.file()));
        }
    }

    @Test
    void the_shipped_templates_are_taken() {
        OfficialDrafts.load(folder, sample(), problems);
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void the_decree_rules_from_its_day_on() {
        assertThat(Form.inForceOn(LocalDate.of(2020, 3, 4))).isEqualTo(Form.CIRCULAR_2011);
        assertThat(Form.inForceOn(LocalDate.of(2020, 3, 5))).isEqualTo(Form.DECREE_2020);
        assertThat(Form.inForceOn(LocalDate.of(2020, 3, 6))).isEqualTo(Form.DECREE_2020);
    }

    @Test
    void a_missing_template_is_refused_by_name() throws IOException {
        Files.delete(folder.resolve(CIRCULAR));
        assertRefused("thiếu mẫu công văn");
    }

    @Test
    void what_is_no_word_file_is_refused() throws IOException {
        Files.writeString(folder.resolve(CIRCULAR), "Kính gửi");
        assertRefused("không đọc được mẫu công văn");
    }

    @Test
    void a_field_that_is_not_known_is_refused_with_its_name() throws IOException {
        replaceField("${unit}", "${unti}");
        assertRefused("unti");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
                "${\"freemarker.template.utility.ObjectConstructor\"?new()(\"java.io.File\", \"x\")}",
                "${unit?api.getClass().getName()}",
                "${unit.class.name}"
            })
    void a_template_reaches_no_class_of_java(String attempt) throws IOException {
        replaceField("${unit}", attempt.replace("\"", "&quot;"));
        assertRefused("");
    }

    @Test
    void what_a_field_holds_is_text_and_never_markup_or_a_field() throws IOException {
        Map<String, Object> words = sample();
        words.put("unit", "A & B <w:p/> ${citation}");
        byte[] draft = OfficialDrafts.load(folder, sample(), problems).fill(LocalDate.of(2018, 1, 8), words);
        assertThat(document(draft)).contains("A &amp; B &lt;w:p/&gt; ${citation}");
    }

    private void assertRefused(String reason) {
        OfficialDrafts.load(folder, sample(), problems);
        assertThat(problems.list()).as(problems.list().toString()).hasSize(1);
        assertThat(problems.list().get(0).place()).isEqualTo(CIRCULAR);
        assertThat(problems.list().get(0).message()).contains(reason);
        assertThat(problems.list().get(0).hint()).isNotEmpty();
    }

    private static Map<String, Object> sample() {
        Map<String, Object> words = new LinkedHashMap<>();
        for (String name : List.of(
                "office",
                "officeInCapitals",
                "aboveInCapitals",
                "symbol",
                "place",
                "citation",
                "planName",
                "updated",
                "unit",
                "year",
                "summary",
                "notes")) {
            words.put(name, "mẫu");
        }
        Map<String, Object> duty = new LinkedHashMap<>();
        for (String name : List.of("number", "code", "task", "clause", "period", "due", "state", "lacking")) {
            duty.put(name, "mẫu");
        }
        words.put("duties", List.of(duty));
        return words;
    }

    private void replaceField(String from, String to) throws IOException {
        Path file = folder.resolve(CIRCULAR);
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file));
                ZipOutputStream out = new ZipOutputStream(changed)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                out.write(text.replace(from, to).getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        Files.write(file, changed.toByteArray());
    }

    private static String document(byte[] docx) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(docx))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new IllegalStateException("no document");
    }
}
