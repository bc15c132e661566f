package vn.dondoc.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.dondoc.reading.Problems;

/** To write the table anew: {@code mvn test -Dtest=SentenceTableTest -Drules.refresh=true}. */
class SentenceTableTest {
    private static final Path README = Path.of("rules/README.md");

    @Test
    void the_readme_shows_every_sentence_of_the_language() throws IOException {
        List<SentenceForm> forms = SentenceForm.allOf(Sentences.shipped());
        if (Boolean.getBoolean("rules.refresh")) {
            Files.writeString(README, SentenceTable.putInto(Files.readString(README), forms));
        }
        String page = Files.readString(README);

        assertThat(page).isEqualTo(SentenceTable.putInto(page, forms));
        assertThat(forms).isNotEmpty().allSatisfy(form -> assertThat(page).contains("`" + form.form() + "`"));
    }

    @Test
    void every_sentence_has_an_example_of_its_own_and_a_meaning() {
        List<SentenceForm> forms = SentenceForm.allOf(Sentences.shipped());

        assertThat(forms).allSatisfy(form -> {
            assertThat(form.isSaidBy(form.example())).as(form.form()).isTrue();
            assertThat(form.meaning()).as(form.form()).isNotBlank();
            assertThat(forms.stream().filter(other -> other.isSaidBy(form.example())))
                    .as(form.example())
                    .hasSize(1);
        });
    }

    @Test
    void every_example_compiles() {
        List<SentenceForm> forms = SentenceForm.allOf(Sentences.shipped());
        List<String> demands = examples(forms, false);
        String condition = examples(forms, true).get(0);
        Matcher target = Pattern.compile("\"(.*)\"").matcher(condition);
        assertThat(target.find()).isTrue();
        String file = IntStream.range(0, demands.size())
                .mapToObj(i -> "quy tắc \"Ví dụ " + i + "\"\nkhi\n" + condition.replace(target.group(1), "X-" + i)
                        + "\nthì\n" + demands.get(i) + "\nkết thúc\n")
                .collect(Collectors.joining());
        Problems problems = new Problems();
        String drl = Sentences.of(problems).drlOf("examples.dslr", file, Set.of());

        var compiled = RuleCompiler.inMemory().compile(Permitted.TARGETS, Map.of("examples.dslr.drl", drl), problems);

        assertThat(problems.list()).isEmpty();
        assertThat(compiled).isNotNull();
    }

    private static List<String> examples(List<SentenceForm> forms, boolean conditions) {
        return forms.stream()
                .filter(form -> form.isCondition() == conditions)
                .map(SentenceForm::example)
                .toList();
    }
}
