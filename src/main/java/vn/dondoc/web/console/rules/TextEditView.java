package vn.dondoc.web.console.rules;

import java.util.List;
import vn.dondoc.rules.AllowedSentence;

/**
 * A file of a draft as text, to be edited.
 *
 * @param mark what the file was when it was opened
 * @param check where the text is checked while it is typed
 */
public record TextEditView(
        String file,
        String path,
        String check,
        String mark,
        String text,
        List<AllowedSentence> sentences,
        MistakesView mistakes,
        List<String> refused) {
    public TextEditView {
        sentences = List.copyOf(sentences);
        refused = List.copyOf(refused);
    }
}
