package vn.dondoc.web.console.rules;

import java.util.List;
import vn.dondoc.rules.AllowedSentence;

/** A rule file as text, to be read: numbered lines, page by page. */
public record TextView(
        String file, String path, boolean edits, PagedLines<Line> lines, List<AllowedSentence> sentences) {
    public TextView {
        sentences = List.copyOf(sentences);
    }

    public record Line(int number, String text) {}
}
