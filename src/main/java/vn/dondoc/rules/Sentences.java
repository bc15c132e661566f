package vn.dondoc.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.lang.dsl.DSLMappingEntry;
import org.drools.drl.parser.lang.dsl.DSLTokenizedMappingFile;
import org.kie.internal.builder.conf.LanguageLevelOption;
import vn.dondoc.reading.Nearest;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseText;

/**
 * Turns Vietnamese sentences into DRL. The four keywords stand alone on their line (quy tắc "…", khi, thì, kết thúc) and are
 * translated here, line by line: a keyword mapping of the DSL would also hit "khi" inside "khiếu nại". Everything
 * between them must be a sentence of {@code vietnamese.dsl}, else it is refused with its line.
 */
final class Sentences {
    private static final Pattern RULE = Pattern.compile("quy tắc\\s+\"([\\p{L}\\p{N} ,.;:/\\-]+)\"");
    private static final Pattern DUTY = Pattern.compile("Chỉ tiêu \"([^\"]*)\"");
    private static final String HEADER = """
            package vn.dondoc.plan;
            import vn.dondoc.facts.Duty;
            global vn.dondoc.rules.RequirementCollector requirements;
            """;

    private final List<Pattern> grammar;
    private final List<String> forms;
    private final String dsl;
    private final Problems problems;

    private Sentences(String dsl, Problems problems) {
        this.dsl = dsl;
        this.problems = problems;
        List<DSLMappingEntry> entries = mappings(dsl);
        this.grammar = entries.stream().map(DSLMappingEntry::getKeyPattern).toList();
        this.forms =
                entries.stream().map(entry -> readable(entry.getMappingKey())).toList();
    }

    /**
     * The language of the program. The copy in the administrators' folder is there to be read: another one is refused,
     * since what its right-hand sides say is code.
     */
    static Sentences over(RuleFiles files, Problems problems) {
        String shipped = shipped();
        if (!files.text(RuleFiles.LANGUAGE, problems).replace("\r\n", "\n").equals(shipped)) {
            problems.add(
                    RuleFiles.LANGUAGE,
                    "khác với bản đi kèm chương trình",
                    "chép lại tệp vietnamese.dsl của bản cài đặt; người quản trị chỉ dùng các câu, không sửa tệp này");
        }
        return new Sentences(shipped, problems);
    }

    private static String shipped() {
        try (InputStream in = Sentences.class.getResourceAsStream("vietnamese.dsl")) {
            return VietnameseText.decode(
                    java.util.Objects.requireNonNull(in, "vietnamese.dsl").readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The sentences of the language, each with … where a value stands. */
    List<String> forms() {
        return forms;
    }

    /** DRL of a file of sentences about these duties; empty text when a line was refused. */
    String drlOf(String name, String text, Set<String> duties) {
        List<String> lines = text.lines().toList();
        List<String> drl = new ArrayList<>();
        int before = problems.list().size();
        for (int i = 0; i < lines.size(); i++) {
            String sentence = lines.get(i).strip();
            drl.add(translate(name, i + 1, sentence));
            refuseUnknownDuty(name, i + 1, sentence, duties);
        }
        if (problems.list().size() > before) {
            return "";
        }
        return expand(name, HEADER + String.join("\n", drl) + "\n");
    }

    private String translate(String file, int line, String sentence) {
        Matcher rule = RULE.matcher(sentence);
        if (sentence.isEmpty() || sentence.startsWith("#")) {
            return "";
        }
        if (rule.matches()) {
            return "rule \"" + rule.group(1) + "\"";
        }
        switch (sentence) {
            case "khi":
                return "when";
            case "thì":
                return "then";
            case "kết thúc":
                return "end";
            default:
                if (grammar.stream().noneMatch(form -> form.matcher(sentence).matches())) {
                    problems.add(file + ", dòng " + line, "không hiểu câu “" + sentence + "”", nearestForm(sentence));
                }
                return sentence;
        }
    }

    private void refuseUnknownDuty(String file, int line, String sentence, Set<String> duties) {
        Matcher named = DUTY.matcher(sentence);
        if (named.matches() && !duties.contains(named.group(1))) {
            problems.add(
                    file + ", dòng " + line,
                    "không có nhiệm vụ “" + named.group(1) + "” trong duties.csv",
                    Nearest.hint(named.group(1), duties));
        }
    }

    private String nearestForm(String sentence) {
        return Nearest.to(sentence.replaceAll("\"[^\"]*\"", "\"…\"").replaceAll("\\d+(,\\d+)?", "…"), Set.copyOf(forms))
                .map(form -> "câu gần nhất: " + form)
                .orElse("xem các câu được dùng trong rules/README.md");
    }

    private String expand(String file, String text) {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        try {
            String drl = parser.getExpandedDRL(text, new StringReader(dsl));
            parser.getErrors().forEach(error -> problems.add(file, error.getMessage(), ""));
            return drl;
        } catch (DroolsParserException faulty) {
            problems.add(file, "không dịch được các câu (" + faulty.getMessage() + ")", "");
            return "";
        }
    }

    private static List<DSLMappingEntry> mappings(String dsl) {
        DSLTokenizedMappingFile file = new DSLTokenizedMappingFile();
        try {
            if (!file.parseAndLoad(new StringReader(dsl)) && !dsl.isEmpty()) {
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
}
