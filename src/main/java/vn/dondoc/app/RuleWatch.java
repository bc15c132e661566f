package vn.dondoc.app;

import java.time.Clock;
import java.util.Optional;
import vn.dondoc.flow.PublishFlow;
import vn.dondoc.rules.RulesInForce;

/** Takes an edit of the rules up once it has stood still from one look to the next: somebody may be saving file by file. */
final class RuleWatch {
    private final RulesInForce rules;
    private final PublishFlow publishing;
    private final Clock clock;
    private Optional<String> seen = Optional.empty();

    RuleWatch(RulesInForce rules, PublishFlow publishing, Clock clock) {
        this.rules = rules;
        this.publishing = publishing;
        this.clock = clock;
    }

    synchronized void look() {
        Optional<String> edit = rules.edit();
        if (edit.isPresent() && edit.equals(seen)) {
            publishing.takeUp(clock.instant());
        }
        seen = edit;
    }
}
