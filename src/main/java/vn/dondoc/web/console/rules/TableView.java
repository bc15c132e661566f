package vn.dondoc.web.console.rules;

import java.util.List;

/**
 * A rule table, page by page.
 *
 * @param headings the columns that fit; all of them stand on a row's own page
 */
public record TableView(
        String file, String path, boolean draft, boolean edits, List<String> headings, PagedLines<Line> lines) {
    public TableView {
        headings = List.copyOf(headings);
    }

    /** @param faulty whether something is wrong with the row */
    public record Line(int number, String address, List<String> cells, boolean faulty, String searched) {}
}
