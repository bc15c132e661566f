package vn.dondoc.rules;

import java.util.List;

/** The table of all sentences, as the administrators' README shows it, made from the grammar. */
final class SentenceTable {
    private static final String BEGIN = "<!-- bảng câu: sinh từ vietnamese.dsl -->\n";
    private static final String END = "<!-- hết bảng câu -->";

    private SentenceTable() {}

    static String of(List<SentenceForm> forms) {
        StringBuilder table = new StringBuilder("| Sau | Câu | Ví dụ | Nghĩa |\n|---|---|---|---|\n");
        forms.forEach(form -> table.append("| `")
                .append(form.half())
                .append("` | `")
                .append(form.form())
                .append("` | `")
                .append(form.example())
                .append("` | ")
                .append(form.meaning())
                .append(" |\n"));
        return table.toString();
    }

    /**
     * A page with the table between its two marks.
     *
     * @throws IllegalArgumentException when the page has no marks
     */
    static String putInto(String page, List<SentenceForm> forms) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("no marks for the table of sentences");
        }
        return page.substring(0, begin + BEGIN.length()) + of(forms) + page.substring(end);
    }
}
