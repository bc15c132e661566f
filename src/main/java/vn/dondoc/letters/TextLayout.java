package vn.dondoc.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sets the plain text of a letter: long lines are broken so that continued lines hang under their beginning, and blank
 * lines never come in twos. A template can so keep each paragraph on one line.
 */
final class TextLayout {
    private static final int WIDTH = 76;
    private static final Pattern BEGINNING = Pattern.compile("( *)((?:\\d+\\.|-|\\+) )?");

    private TextLayout() {}

    static String of(String rendered) {
        List<String> lines = new ArrayList<>();
        for (String line : rendered.split("\\R", -1)) {
            if (!line.isBlank()) {
                lines.addAll(broken(line.stripTrailing()));
            } else if (!lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) {
                lines.add("");
            }
        }
        return String.join("\n", lines).stripTrailing() + "\n";
    }

    private static List<String> broken(String line) {
        Matcher beginning = BEGINNING.matcher(line);
        int indent = beginning.lookingAt() ? beginning.group(1).length() : 0;
        String mark = beginning.group(2) == null ? "" : beginning.group(2);
        String hang = " ".repeat(hang(indent, mark.length()));
        List<String> lines = new ArrayList<>();
        StringBuilder current = new StringBuilder(line.substring(0, indent));
        boolean fresh = true;
        for (String word : line.strip().split(" ")) {
            if (!fresh && current.length() + 1 + word.length() > WIDTH) {
                lines.add(current.toString());
                current = new StringBuilder(hang);
                fresh = true;
            }
            if (!word.isEmpty()) {
                current.append(fresh ? "" : " ").append(word);
                fresh = false;
            }
        }
        lines.add(current.toString());
        return lines;
    }

    /** Under the words after a list's mark; two columns in for other indented lines; not at all for paragraphs. */
    private static int hang(int indent, int mark) {
        if (mark > 0) {
            return indent + mark;
        }
        return indent == 0 ? 0 : indent + 2;
    }
}
