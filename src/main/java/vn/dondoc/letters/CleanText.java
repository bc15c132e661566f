package vn.dondoc.letters;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.dondoc.reading.VietnameseText;

/** Keeps what others wrote from changing a letter's lines, headers or direction of reading. */
final class CleanText {
    private CleanText() {}

    /** One line, composed, single blanks; no regular expressions, since every word of every letter passes here. */
    static String of(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        VietnameseText.compose(text).codePoints().forEach(character -> {
            if (!isBlankOrUnseen(character)) {
                clean.appendCodePoint(character);
            } else if (clean.length() > 0 && clean.charAt(clean.length() - 1) != ' ') {
                clean.append(' ');
            }
        });
        return clean.toString().strip();
    }

    /** Also controls, line ends, marks of direction, soft hyphens and others without a shape of their own. */
    private static boolean isBlankOrUnseen(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    /** The same view with every text in it clean; maps, lists, texts, truths and whole numbers only. */
    static Map<String, Object> of(Map<String, Object> view) {
        Map<String, Object> clean = new LinkedHashMap<>();
        view.forEach((key, value) -> clean.put(key, cleanValue(value)));
        return clean;
    }

    private static Object cleanValue(Object value) {
        if (value instanceof String text) {
            return of(text);
        }
        if (value instanceof List<?> list) {
            List<Object> clean = new ArrayList<>();
            list.forEach(element -> clean.add(cleanValue(element)));
            return clean;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> clean = new LinkedHashMap<>();
            map.forEach((key, element) -> clean.put(String.valueOf(key), cleanValue(element)));
            return clean;
        }
        if (value instanceof Boolean || value instanceof Integer || value instanceof Long) {
            return value;
        }
        throw new IllegalArgumentException("A template may not be given a " + value.getClass());
    }

    /** At most so many characters, cut between words and marked with "…" where something is left out. */
    static String shorten(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        int end = words.preceding(Math.max(1, length));
        return text.substring(0, Math.max(0, end)).strip() + "…";
    }

    static String capitalise(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
