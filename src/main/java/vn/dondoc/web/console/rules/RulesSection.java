package vn.dondoc.web.console.rules;

import java.util.List;
import java.util.stream.Stream;
import vn.dondoc.flow.PublishFlow;
import vn.dondoc.flow.RuleEditing;
import vn.dondoc.rules.RulesInForce;
import vn.dondoc.web.console.Route;
import vn.dondoc.web.console.Section;

/** <em>Quy tắc</em>: whoever reads of every unit reads the rules; administrators edit, publish and take back. */
public final class RulesSection implements Section {
    private final RuleReadingPages reading;
    private final RuleDraftPages draft;
    private final RuleEditPages edit;

    public RulesSection(RulesInForce rules, RuleEditing editing, PublishFlow publishing) {
        this.reading = new RuleReadingPages(rules, editing);
        this.draft = new RuleDraftPages(rules, editing, publishing, reading);
        this.edit = new RuleEditPages(editing);
    }

    @Override
    public List<Route> routes() {
        return Stream.of(reading.routes(), draft.routes(), edit.routes())
                .flatMap(List::stream)
                .toList();
    }
}
