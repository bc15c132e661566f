package vn.dondoc.rules;

import java.util.List;
import vn.dondoc.reading.Problems;

/**
 * One sentence that targets may be written in.
 *
 * @param half "khi" or "thì", after which it stands
 * @param form with … where a value stands
 */
public record AllowedSentence(String half, String form, String example, String meaning) {

    /** Every sentence of the language, in its order. */
    public static List<AllowedSentence> all() {
        return Sentences.of(new Problems()).forms().stream()
                .map(form -> new AllowedSentence(form.half(), form.form(), form.example(), form.meaning()))
                .toList();
    }
}
