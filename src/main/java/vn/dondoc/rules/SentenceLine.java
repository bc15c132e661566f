package vn.dondoc.rules;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.dondoc.reading.VietnameseText;

/**
 * One line of a file of sentences, freed of what Word, Excel and Zalo make of a line: typographic quotation marks, hard
 * blanks, a full stop at the end.
 *
 * @param number 1 for the first line of the file
 * @param text the line; empty for a comment
 */
record SentenceLine(int number, String text) {
    private static final Pattern RULE_NAME = Pattern.compile("\"([\\p{L}\\p{N} ,.;:/()\\-]+)\"");
    private static final Pattern TYPOGRAPHIC = Pattern.compile("[“”„‟«»″＂]");

    /** What a line is for the structure of a file. */
    enum Kind {
        NOTHING,
        RULE,
        WHEN,
        THEN,
        END,
        SENTENCE
    }

    static SentenceLine of(int number, String written) {
        String line = VietnameseText.tidy(written);
        if (line.startsWith("#")) {
            return new SentenceLine(number, "");
        }
        if (line.chars().filter(c -> c == '"').count() % 2 == 1 || !line.contains("\"")) {
            line = TYPOGRAPHIC.matcher(line).replaceAll("\"");
        }
        return new SentenceLine(
                number,
                line.endsWith(".") ? line.substring(0, line.length() - 1).strip() : line);
    }

    Kind kind() {
        String word = keyword();
        if (word.equals("quy tắc") || word.startsWith("quy tắc ") || word.startsWith("quy tắc\"")) {
            return Kind.RULE;
        }
        return switch (word) {
            case "" -> Kind.NOTHING;
            case "khi" -> Kind.WHEN;
            case "thì" -> Kind.THEN;
            case "kết thúc" -> Kind.END;
            default -> Kind.SENTENCE;
        };
    }

    private String keyword() {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.endsWith(":") ? lower.substring(0, lower.length() - 1).strip() : lower;
    }

    /** What stands in the quotation marks of a rule's line; empty when there is no name that can be used. */
    String ruleName() {
        Matcher name = RULE_NAME.matcher(text.substring("quy tắc".length()).strip());
        return name.matches() ? name.group(1).strip() : "";
    }

    /** The line, and the line with its first letter in the other case: people write either. */
    Stream<String> spellings() {
        String first = text.substring(0, 1);
        String rest = text.substring(1);
        return Stream.of(text, first.toUpperCase(Locale.ROOT) + rest, first.toLowerCase(Locale.ROOT) + rest)
                .distinct();
    }
}
