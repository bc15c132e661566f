package vn.dondoc.web.reports;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The list of units, as its page shows it.
 *
 * @param search what was typed to find a unit
 * @param waiting how many entries wait for Sở Nội vụ; 0 for those who do not see to them
 */
public record ReportListView(
        List<Choice> periods, String search, List<Row> rows, int units, int page, int pages, int waiting) {

    public ReportListView {
        periods = List.copyOf(periods);
        rows = List.copyOf(rows);
    }

    /** A period that can be chosen. */
    public record Choice(String id, String words, boolean chosen) {}

    /**
     * A unit.
     *
     * @param asked how many duties the period asks about
     * @param reported on how many something came in under the period
     * @param last when it last did; empty when nothing came in
     */
    public record Row(String id, String name, long asked, int reported, String last, String form) {}

    public String chosen() {
        return periods.stream()
                .filter(Choice::chosen)
                .map(Choice::id)
                .findFirst()
                .orElse("");
    }

    /** The address of another page of the list. */
    public String at(int other) {
        return "/bao-cao?ky=" + chosen() + "&trang=" + other
                + (search.isEmpty() ? "" : "&tim=" + URLEncoder.encode(search, StandardCharsets.UTF_8));
    }
}
