package vn.dondoc.mail;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The words of a page and nothing else of it; what is quoted in it stands behind ">". */
final class HtmlText {
    private static final String QUOTED =
            "blockquote, .gmail_quote, .gmail_attr, .moz-cite-prefix, #divRplyFwdMsg, #appendonsend ~ *, #mail-editor-reference-message-container";
    private static final String UNSEEN = "script, style, head, title, noscript, template, object, iframe, svg, math";

    private HtmlText() {}

    static String of(String html) {
        Document page = Jsoup.parse(html);
        page.select(UNSEEN).remove();
        StringBuilder words = new StringBuilder();
        page.select(QUOTED).forEach(quoted -> quoted.attr("data-quoted", "1"));
        NodeTraversor.traverse(new Writer(words), page.body());
        return words.toString()
                .replaceAll("[ \\u00A0]+\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private static final class Writer implements NodeVisitor {
        private final StringBuilder words;
        private int quoted;

        Writer(StringBuilder words) {
            this.words = words;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element element) {
                quoted += isQuoted(element) ? 1 : 0;
                if (element.isBlock() || element.tagName().equals("br")) {
                    newLine();
                }
            } else if (node instanceof TextNode text && !text.isBlank()) {
                words.append(text.text());
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                quoted -= isQuoted(element) ? 1 : 0;
                if (element.isBlock()) {
                    newLine();
                }
            }
        }

        private void newLine() {
            words.append('\n').append(quoted > 0 ? "> " : "");
        }

        private static boolean isQuoted(Element element) {
            return element.hasAttr("data-quoted");
        }
    }
}
