package vn.dondoc.letters;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import vn.dondoc.reading.VietnameseText;

/**
 * The texts of letters that came with a later version of the program. An installation that was unpacked before has none of
 * them, and its other texts may have been edited: what is missing is taken from the program.
 */
final class AddedTemplates {
    private static final List<String> NAMES = List.of(
            "faulty-rules.txt.peb",
            "faulty-rules.html.peb",
            "words/faulty-rules-opening.peb",
            "words/faulty-rules-request.peb",
            "trouble.txt.peb",
            "trouble.html.peb",
            "words/trouble-opening.peb",
            "returned.txt.peb",
            "returned.html.peb",
            "words/returned-opening.peb",
            "answer.txt.peb",
            "answer.html.peb",
            "words/answer-opening.peb");

    private AddedTemplates() {}

    static void completing(Map<String, String> templates, Language language) {
        String folder = language == Language.VI ? "added/" : "added/" + language.code() + "/";
        NAMES.forEach(name -> templates.computeIfAbsent(name, missing -> shipped(folder + missing)));
    }

    private static String shipped(String name) {
        try (InputStream in = AddedTemplates.class.getResourceAsStream(name)) {
            return VietnameseText.decode(
                    java.util.Objects.requireNonNull(in, name).readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
