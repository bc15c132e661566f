package vn.dondoc.web.console.rules;

import java.util.List;
import vn.dondoc.reading.Problem;
import vn.dondoc.rules.Publication;

/**
 * Every publication, the last one first.
 *
 * @param chosen the one to go back to, when that was refused; else 0
 */
public record HistoryView(
        List<Publication> publications, boolean edits, int chosen, String reason, List<Problem> refused) {
    public HistoryView {
        publications = List.copyOf(publications);
        refused = List.copyOf(refused);
    }
}
