package vn.dondoc.app;

import java.time.Clock;
import java.util.Optional;
import vn.dondoc.flow.PublishFlow;
import vn.dondoc.rules.RulesInForce;

/** Takes an edit of the rules up once it has stood still from one look to the next: somebody may be saving file by file. */
final class RuleWatch {
    /** Ten minutes, at a look every ten seconds: while somebody still mends it, a faulty edit is no news. */
    private static final int LOOKS_BEFORE_A_LETTER = 60;

    private final RulesInForce rules;
    private final PublishFlow publishing;
    private final Clock clock;
    private Optional<String> seen = Optional.empty();
    private int looks;

    RuleWatch(RulesInForce rules, PublishFlow publishing, Clock clock) {
        this.rules = rules;
        this.publishing = publishing;
        this.clock = clock;
    }

    synchronized void look() {
        rules.catchUpWithOtherNodes(clock.instant());
        Optional<String> edit = rules.edit();
        looks = edit.isPresent() && edit.equals(seen) ? looks + 1 : 0;
        if (looks == 1) {
            publishing.tryOut(clock.instant());
        } else if (looks == LOOKS_BEFORE_A_LETTER) {
            publishing.takeUp(clock.instant());
        }
        seen = edit;
    }
}
