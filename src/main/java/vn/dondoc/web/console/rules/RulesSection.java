package vn.dondoc.web.console.rules;

import java.util.List;
import java.util.stream.Stream;
import vn.dondoc.flow.PublishFlow;
import vn.dondoc.flow.RuleEditing;
import vn.dondoc.rules.RulesInForce;
import vn.dondoc.web.console.Route;
import vn.dondoc.web.console.Section;
import vn.dondoc.web.console.calendar.RehearsalPages;

/** <em>Quy tắc</em>: whoever reads of every unit reads the rules; administrators edit, publish and take back. */
public final class RulesSection implements Section {
    private final RuleReadingPages reading;
    private final RuleDraftPages draft;
    private final RuleEditPages edit;
    private final List<Route> previews;

    /** @param preview shows what a preview came to */
    public RulesSection(
            RulesInForce rules,
            RuleEditing editing,
            PublishFlow publishing,
            RehearsalPages previews,
            PreviewPages preview) {
        this.reading = new RuleReadingPages(rules, editing);
        this.draft = new RuleDraftPages(rules, editing, publishing, reading);
        this.edit = new RuleEditPages(editing);
        this.previews = Stream.concat(previews.routes(preview::show).stream(), preview.routes().stream())
                .toList();
    }

    @Override
    public List<Route> routes() {
        return Stream.of(reading.routes(), draft.routes(), edit.routes(), previews)
                .flatMap(List::stream)
                .toList();
    }
}
