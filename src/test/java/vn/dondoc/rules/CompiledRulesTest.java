package vn.dondoc.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.reading.Problems;

/** Compiled rules on disk: whole, they are taken up; anything else is compiled anew and written over. */
class CompiledRulesTest {
    @TempDir
    private Path data;

    private Path folder;
    private CompiledRules kept;
    private String key;
    private Path file;

    @BeforeEach
    void rules_that_were_compiled_and_kept() throws IOException {
        folder = data.resolve("compiled-rules");
        kept = new CompiledRules(folder);
        Map<String, String> rules = rulesNamed("Giữ trên đĩa " + data.getFileName());
        key = CompiledRules.keyOf(Permitted.TARGETS.id(), rules);
        compile(rules);
        try (Stream<Path> files = Files.list(folder)) {
            file = files.findFirst().orElseThrow();
        }
    }

    @Test
    void what_is_whole_is_taken_up() {
        assertThat(kept.find(key)).isPresent();
    }

    @Test
    void what_was_cut_between_two_entries_is_not_taken_for_whole() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        List<Integer> cuts = beginningsOfEntries(whole);
        assertThat(cuts).hasSizeGreaterThan(5);
        for (int cut : cuts) {
            Files.write(file, Arrays.copyOf(whole, cut));
            assertThat(kept.find(key)).as("%d of %d bytes", cut, whole.length).isEmpty();
        }
    }

    @Test
    void a_byte_that_changed_on_disk_is_noticed_wherever_it_is() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int place = 0; place < whole.length; place += 997) {
            byte[] changed = whole.clone();
            changed[place] ^= 1;
            Files.write(file, changed);
            assertThat(kept.find(key)).as("byte %d", place).isEmpty();
        }
    }

    @Test
    void what_is_of_no_use_is_compiled_anew_and_written_over() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        List<byte[]> useless = List.of(
                new byte[0],
                Arrays.copyOf(whole, whole.length / 2),
                "cũ".repeat(50).getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < useless.size(); i++) {
            Map<String, String> rules = rulesNamed("Bản hỏng " + i + " " + data.getFileName());
            String damaged = CompiledRules.keyOf(Permitted.TARGETS.id(), rules);
            Files.write(folder.resolve(String.valueOf(file.getFileName()).replace(key, damaged)), useless.get(i));
            assertThat(kept.holds(damaged)).isTrue();

            compile(rules);

            assertThat(kept.find(damaged)).isPresent();
        }
    }

    @Test
    void what_was_kept_whole_and_is_no_module_is_compiled_anew() {
        Map<String, String> rules = rulesNamed("Không phải mô-đun " + data.getFileName());
        String other = CompiledRules.keyOf(Permitted.TARGETS.id(), rules);
        kept.keep(other, new byte[100]);
        assertThat(kept.find(other)).isEmpty();

        compile(rules);

        assertThat(kept.find(other)).isPresent();
    }

    private void compile(Map<String, String> rules) {
        Problems problems = new Problems();
        assertThat(RuleCompiler.keepingIn(folder).compile(Permitted.TARGETS, rules, problems))
                .as("%s", problems.list())
                .isNotNull();
    }

    private static Map<String, String> rulesNamed(String name) {
        Problems problems = new Problems();
        String rule = "quy tắc \"" + name + "\"\nkhi\n" + example(true) + "\nthì\n" + example(false) + "\nkết thúc\n";
        return Map.of("kept.dslr.drl", Sentences.of(problems).drlOf("kept.dslr", rule, Set.of()));
    }

    /** As a disk that filled up may leave them: each entry is whole, those behind are missing. */
    private static List<Integer> beginningsOfEntries(byte[] module) {
        List<Integer> beginnings = new ArrayList<>();
        for (int i = 1; i < module.length - 4; i++) {
            if (module[i] == 'P' && module[i + 1] == 'K' && module[i + 2] == 3 && module[i + 3] == 4) {
                beginnings.add(i);
            }
        }
        return beginnings;
    }

    private static String example(boolean condition) {
        return SentenceForm.allOf(Sentences.shipped()).stream()
                .filter(form -> form.isCondition() == condition)
                .findFirst()
                .orElseThrow()
                .example();
    }
}
