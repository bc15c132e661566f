package vn.dondoc.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import vn.dondoc.reading.Nearest;

/**
 * Says which words of a sentence are not understood: those between what it has in common with the nearest sentence of the
 * language at its beginning and at its end.
 *
 * @param words the words not understood; empty when words are missing instead, or a value cannot be used
 * @param missing the words of the nearest sentence that stand there instead
 * @param nearest the nearest sentence; empty when none is near
 */
record UnknownWords(String words, String missing, Optional<SentenceForm> nearest) {
    private static final Pattern WORD = Pattern.compile("[^\\s\"]*\"[^\"]*\"[^\\s\"]*|\\S+");
    /** A sentence that shares fewer words with the language is not taken for a misspelt one. */
    private static final int FEWEST_SHARED = 2;

    static UnknownWords of(String sentence, List<SentenceForm> forms) {
        Optional<SentenceForm> nearest = nearestTo(sentence, forms);
        return nearest.map(form -> between(words(sentence), words(form.form()), form))
                .orElseGet(() -> new UnknownWords(sentence, "", Optional.empty()));
    }

    private static Optional<SentenceForm> nearestTo(String sentence, List<SentenceForm> forms) {
        String skeleton = String.join(
                " ", words(sentence).stream().map(UnknownWords::skeleton).toList());
        Optional<String> spelt =
                Nearest.to(skeleton, forms.stream().map(SentenceForm::form).toList());
        return forms.stream()
                .filter(form -> spelt.filter(form.form()::equals).isPresent())
                .findFirst()
                .or(() -> mostShared(sentence, forms));
    }

    private static Optional<SentenceForm> mostShared(String sentence, List<SentenceForm> forms) {
        return forms.stream()
                .max(Comparator.comparingInt((SentenceForm form) -> shared(words(sentence), words(form.form())))
                        .thenComparing(SentenceForm::form))
                .filter(form -> shared(words(sentence), words(form.form())) >= FEWEST_SHARED);
    }

    private static int shared(List<String> written, List<String> form) {
        int head = head(written, form);
        return head + tail(written, form, head);
    }

    private static UnknownWords between(List<String> written, List<String> form, SentenceForm nearest) {
        int head = head(written, form);
        int tail = tail(written, form, head);
        return new UnknownWords(
                String.join(" ", written.subList(head, written.size() - tail)),
                String.join(" ", form.subList(head, form.size() - tail)),
                Optional.of(nearest));
    }

    private static int head(List<String> written, List<String> form) {
        int shortest = Math.min(written.size(), form.size());
        int head = 0;
        while (head < shortest && isSame(written.get(head), form.get(head))) {
            head++;
        }
        return head;
    }

    private static int tail(List<String> written, List<String> form, int head) {
        int shortest = Math.min(written.size(), form.size()) - head;
        int tail = 0;
        while (tail < shortest && isSame(written.get(written.size() - 1 - tail), form.get(form.size() - 1 - tail))) {
            tail++;
        }
        return tail;
    }

    private static boolean isSame(String written, String form) {
        return skeleton(written).equalsIgnoreCase(form);
    }

    private static String skeleton(String word) {
        return word.replaceAll("\"[^\"]*\"", "\"…\"").replaceAll("\\d+(,\\d+)?", "…");
    }

    private static List<String> words(String sentence) {
        return WORD.matcher(sentence).results().map(MatchResult::group).toList();
    }

    /** "ở chữ “tối thiểu”", "thiếu chữ “số”", or that a value cannot be used. */
    String inWords() {
        if (!words.isEmpty()) {
            return "ở chữ “" + words + "”";
        }
        return missing.isEmpty() ? "giá trị ghi không đúng dạng" : "thiếu chữ “" + missing + "”";
    }

    String hint() {
        return nearest.map(form -> "câu gần nhất: " + form.form() + "; ví dụ: " + form.example())
                .orElse("xem các câu được dùng trong rules/README.md");
    }
}
