package vn.dondoc.rules;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.parser.lang.dsl.DSLMappingEntry;
import org.drools.drl.parser.lang.dsl.DSLTokenizedMappingFile;

/**
 * One sentence of the language.
 *
 * @param form the sentence with … where a value stands
 * @param pattern what a line must match to be this sentence
 * @param drl what it means to the program, with {@code {name}} where a value stands
 * @param values the group of the pattern that holds each value
 * @param isCondition whether it stands after “khi”; else after “thì”
 * @param example a line as it may be written
 * @param meaning what it says, in a few words
 */
record SentenceForm(
        String form,
        Pattern pattern,
        String drl,
        Map<String, Integer> values,
        boolean isCondition,
        String example,
        String meaning) {
    private static final String EXAMPLE = "# Ví dụ:";
    private static final String MEANING = "# Nghĩa:";
    private static final Pattern VALUE = Pattern.compile("\\{(\\w+)}");

    /**
     * The sentences of a grammar, in its order. Above each stand its example ({@code # Ví dụ: …}) and its meaning
     * ({@code # Nghĩa: …}).
     *
     * @throws IllegalStateException when the grammar is faulty
     */
    static List<SentenceForm> allOf(String dsl) {
        List<DSLMappingEntry> entries = entriesOf(dsl);
        List<SentenceForm> forms = new ArrayList<>();
        String example = "";
        String meaning = "";
        for (String line : dsl.lines().toList()) {
            if (line.startsWith(EXAMPLE)) {
                example = line.substring(EXAMPLE.length()).strip();
            } else if (line.startsWith(MEANING)) {
                meaning = line.substring(MEANING.length()).strip();
            } else if (line.startsWith("[")) {
                forms.add(of(entries.get(forms.size()), example, meaning));
                example = "";
                meaning = "";
            }
        }
        return List.copyOf(forms);
    }

    private static SentenceForm of(DSLMappingEntry entry, String example, String meaning) {
        return new SentenceForm(
                readable(entry.getMappingKey()),
                entry.getKeyPattern(),
                entry.getMappingValue(),
                Map.copyOf(entry.getVariables()),
                entry.getSection() == DSLMappingEntry.CONDITION,
                example,
                meaning);
    }

    boolean isSaidBy(String line) {
        return pattern.matcher(line).matches();
    }

    /** The line in DRL. Values are put in as they are, and nothing in them is read as a sentence once more. */
    String drlOf(String line) {
        Matcher said = pattern.matcher(line);
        if (!said.matches()) {
            throw new IllegalArgumentException(line);
        }
        return VALUE.matcher(drl)
                .replaceAll(value -> Matcher.quoteReplacement(
                        said.group(Objects.requireNonNull(values.get(value.group(1)), value.group(1)))));
    }

    private static List<DSLMappingEntry> entriesOf(String dsl) {
        DSLTokenizedMappingFile file = new DSLTokenizedMappingFile();
        try {
            if (!file.parseAndLoad(new StringReader(dsl))) {
                throw new IllegalStateException("vietnamese.dsl is faulty: " + file.getErrors());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.getMapping().getEntries();
    }

    private static String readable(String key) {
        return key.replaceAll("\\{[^:{}]+:(?:[^{}]|\\{[^{}]*\\})*\\}", "…");
    }

    /** Where it stands, in the words of the language. */
    String half() {
        return isCondition ? "khi" : "thì";
    }
}
