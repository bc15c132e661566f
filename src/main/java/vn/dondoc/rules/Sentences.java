package vn.dondoc.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dondoc.reading.Nearest;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseText;
import vn.dondoc.rules.SentenceLine.Kind;

/**
 * Turns Vietnamese sentences into DRL. The four keywords stand alone on their line (quy tắc "…", khi, thì, kết thúc) and are
 * translated here, line by line: a keyword mapping of the DSL would also hit "khi" inside "khiếu nại". Everything
 * between them must be a sentence of {@code vietnamese.dsl}, else it is refused with its line.
 */
final class Sentences {
    static final String FILE = ".dslr";

    private static final String DRL = ".drl";
    private static final Pattern DUTY = Pattern.compile("Chỉ tiêu \"([^\"]*)\"");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    /** A file of sentences without one. */
    static final String HEADER = """
            package vn.dondoc.plan;
            import vn.dondoc.facts.Duty;
            global vn.dondoc.rules.RequirementCollector requirements;
            """;

    private static final int HEADER_LINES = 3;
    private static final int MOST_LINES = 5_000;
    private static final int LONGEST_LINE = 500;
    private static final int MOST_PROBLEMS = 100;

    private final List<SentenceForm> forms;
    private final Problems problems;
    private final Map<String, String> rules = new HashMap<>();
    private final SentencePlaces places = new SentencePlaces();
    /** The target of the rule that is being read; empty before it is named. */
    private String target = "";

    private Sentences(String dsl, Problems problems) {
        this.problems = problems;
        this.forms = SentenceForm.allOf(dsl);
    }

    /** The language of the program. */
    static Sentences of(Problems problems) {
        return new Sentences(shipped(), problems);
    }

    /**
     * The copy of the language in the administrators' folder is there to be read and never counts. One that was edited, or
     * is left from an earlier version of the program, is named, so that nobody waits for it to count.
     */
    static void noteOtherLanguage(RuleFiles files, Problems problems) {
        int before = problems.size();
        if (!files.text(RuleFiles.LANGUAGE, problems).replace("\r\n", "\n").equals(shipped())
                && problems.size() == before) {
            problems.add(
                    RuleFiles.LANGUAGE,
                    "khác với bản đi kèm chương trình; chương trình chỉ dùng bản của mình",
                    "chép lại tệp vietnamese.dsl của bản cài đặt; người quản trị chỉ dùng các câu, không sửa tệp này");
        }
    }

    static String shipped() {
        try (InputStream in = Sentences.class.getResourceAsStream(RuleFiles.LANGUAGE)) {
            return VietnameseText.decode(
                    Objects.requireNonNull(in, "vietnamese.dsl").readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The file that a source of DRL was made from. */
    static String fileOf(String source) {
        return source.endsWith(FILE + DRL) || source.endsWith(".csv" + DRL)
                ? source.substring(0, source.length() - DRL.length())
                : source;
    }

    /** "targets.dslr, dòng 12": where a line of DRL came from; of a table, the file alone. */
    static String placeOf(String source, int line) {
        return source.endsWith(FILE + DRL) && line > HEADER_LINES
                ? fileOf(source) + ", dòng " + (line - HEADER_LINES)
                : fileOf(source);
    }

    /** The sentences of the language, each with … where a value stands. */
    List<SentenceForm> forms() {
        return forms;
    }

    /** Where each target is spoken of. */
    SentencePlaces places() {
        return places;
    }

    /**
     * DRL of a file of sentences. A rule in which something was refused stays out of it, so that the others can be looked at
     * further.
     *
     * @param duties the ids of the duties; empty when they could not be read, then no target is missed
     */
    String drlOf(String name, String text, Set<String> duties) {
        List<String> lines = text.lines().limit(MOST_LINES + 1L).toList();
        if (text.isBlank()) {
            problems.add(name, "tệp trống, không có quy tắc nào", "chép lại tệp, hoặc xóa tệp");
        }
        if (lines.size() > MOST_LINES) {
            problems.add(name, "có hơn " + MOST_LINES + " dòng", "kiểm tra có chép nhầm tệp khác không");
            return "";
        }
        int before = problems.size();
        RuleOutline outline = new RuleOutline(name, problems);
        List<String> drl = new ArrayList<>();
        List<String> rule = new ArrayList<>();
        int clean = before;
        for (int i = 0; i < lines.size() && problems.size() < before + MOST_PROBLEMS; i++) {
            Kind kind = SentenceLine.of(i + 1, lines.get(i)).kind();
            if (kind == Kind.RULE) {
                leaveOut(rule, drl);
                clean = problems.size();
            }
            rule.add(translate(name, i + 1, lines.get(i), outline, duties));
            if (kind == Kind.END) {
                if (problems.size() > clean) {
                    leaveOut(rule, drl);
                }
                drl.addAll(rule);
                rule.clear();
            }
        }
        outline.finish();
        return HEADER + String.join("\n", drl) + "\n";
    }

    /** Its lines are kept empty: those below keep their numbers. */
    private static void leaveOut(List<String> rule, List<String> drl) {
        drl.addAll(Collections.nCopies(rule.size(), ""));
        rule.clear();
    }

    private String translate(String file, int number, String written, RuleOutline outline, Set<String> duties) {
        String place = file + ", dòng " + number;
        if (written.length() > LONGEST_LINE && !written.strip().startsWith("#")) {
            problems.add(place, "dòng dài quá " + LONGEST_LINE + " ký tự", "viết mỗi câu một dòng");
            return "";
        }
        SentenceLine line = SentenceLine.of(number, written);
        String sentence = line.kind() == Kind.SENTENCE
                ? line.spellings()
                        .filter(each -> formOf(each).isPresent())
                        .findFirst()
                        .orElse(line.text())
                : "";
        outline.take(line, formOf(sentence).orElse(null));
        return switch (line.kind()) {
            case RULE -> {
                target = "";
                yield "rule \"" + nameOf(line, place) + "\"";
            }
            case WHEN -> "when";
            case THEN -> "then";
            case END -> "end";
            case SENTENCE -> drlOfSentence(sentence, place, duties);
            case NOTHING -> "";
        };
    }

    private Optional<SentenceForm> formOf(String sentence) {
        return forms.stream().filter(form -> form.isSaidBy(sentence)).findFirst();
    }

    private String nameOf(SentenceLine line, String place) {
        String name = line.ruleName();
        if (name.isEmpty()) {
            problems.add(
                    place,
                    "quy tắc không có tên, hoặc tên có ký tự lạ",
                    "ghi quy tắc \"tên\"; tên chỉ dùng chữ, số, dấu cách và các dấu , . ; : / ( ) -");
            return name;
        }
        String other = rules.putIfAbsent(VietnameseText.key(name), place);
        if (other != null) {
            problems.add(place, "tên quy tắc “" + name + "” đã có ở " + other, "mỗi quy tắc một tên");
        }
        return name;
    }

    private String drlOfSentence(String sentence, String place, Set<String> duties) {
        Optional<SentenceForm> form = formOf(sentence);
        if (form.isEmpty()) {
            UnknownWords unknown = UnknownWords.of(sentence, forms);
            problems.add(place, "không hiểu câu “" + sentence + "”, " + unknown.inWords(), unknown.hint());
            return "";
        }
        Matcher quoted = QUOTED.matcher(sentence);
        while (quoted.find()) {
            if (!VietnameseText.isPlainText(quoted.group(1))) {
                problems.add(
                        place,
                        "trong ngoặc kép có ký tự lạ: “" + quoted.group(1) + "”",
                        "chỉ dùng chữ, số, dấu cách và các dấu , . ; : / ( ) - % “ ”");
            }
        }
        checkDuty(sentence, place, duties);
        if (!target.isEmpty()) {
            places.add(target, place, sentence);
        }
        return form.get().drlOf(sentence);
    }

    private void checkDuty(String sentence, String place, Set<String> duties) {
        Matcher named = DUTY.matcher(sentence);
        if (!named.matches()) {
            return;
        }
        String id = named.group(1);
        if (!duties.isEmpty() && !duties.contains(id)) {
            problems.add(place, "không có nhiệm vụ “" + id + "” trong duties.csv", Nearest.hint(id, duties));
        }
        target = id;
    }
}
