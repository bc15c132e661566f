package vn.dondoc.web.console.rules;

import java.util.List;
import vn.dondoc.rules.Publication;
import vn.dondoc.rules.RuleDiff;

/** What differs between two publications. */
public record DiffView(Publication before, Publication after, List<Publication> all, RuleDiff diff) {
    public DiffView {
        all = List.copyOf(all);
    }
}
