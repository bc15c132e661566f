package vn.dondoc.reading;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known word that a misspelt one most likely stands for. */
public final class Nearest {
    private Nearest() {}

    /** The nearest known word, when at most a third of its letters differ. */
    public static Optional<String> to(String written, Collection<String> known) {
        return known.stream()
                .filter(word -> Math.abs(word.length() - written.length()) <= mostDifferent(word))
                .min(Comparator.comparingInt((String word) -> distance(written, word))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(word -> distance(written, word) <= mostDifferent(word));
    }

    private static int mostDifferent(String word) {
        return Math.max(2, word.length() / 3);
    }

    /** "ý là “x”?" for a hint; else the list of what may stand there, shortened. */
    public static String hint(String written, Collection<String> known) {
        return to(written, known)
                .map(word -> "có phải là “" + word + "”?")
                .orElseGet(() -> "được dùng: "
                        + String.join(", ", known.stream().sorted().limit(12).toList())
                        + (known.size() > 12 ? ", …" : ""));
    }

    private static int distance(String left, String right) {
        String a = VietnameseText.key(left);
        String b = VietnameseText.key(right);
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substituted, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
