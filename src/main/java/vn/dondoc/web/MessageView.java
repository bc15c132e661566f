package vn.dondoc.web;

import java.util.List;

/**
 * A page that only says something.
 *
 * @param style address of the style sheet, relative to the page
 * @param lines paragraphs
 * @param list what the paragraphs introduce; may be empty
 */
public record MessageView(String style, String heading, List<String> lines, List<String> list) {
    public MessageView {
        lines = List.copyOf(lines);
        list = List.copyOf(list);
    }
}
