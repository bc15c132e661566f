package vn.dondoc.app;

import java.util.Map;
import java.util.Optional;
import vn.dondoc.flow.Turn;
import vn.dondoc.rules.CheckedRules;
import vn.dondoc.rules.RuleCompiler;
import vn.dondoc.rules.RuleReader;

/**
 * Checks what programs send as rules: in memory alone, so that trials do not push out what is kept of the rules in force, and
 * one at a time, so that the morning goes on.
 */
final class RuleTrials {
    private final Settings settings;
    private final RuleReader aside;
    private final Turn turn = new Turn();

    RuleTrials(Settings settings) {
        this.settings = settings;
        this.aside = new RuleReader(
                settings.registry(), settings.configuration().plan().closed(), RuleCompiler.inMemory());
    }

    /** Empty when others were in the way for too long. */
    Optional<CheckedRules> check(Map<String, byte[]> edited) {
        return turn.take(() -> aside.checkWithWarnings(settings.rules(), edited));
    }
}
