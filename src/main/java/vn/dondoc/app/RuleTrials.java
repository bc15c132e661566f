package vn.dondoc.app;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import vn.dondoc.rules.CheckedRules;
import vn.dondoc.rules.RuleCompiler;
import vn.dondoc.rules.RuleReader;

/**
 * Checks what programs send as rules: in memory alone, so that trials do not push out what is kept of the rules in force, and
 * one at a time, so that the morning goes on.
 */
final class RuleTrials {
    private static final int SECONDS_TO_WAIT = 10;

    private final Settings settings;
    private final RuleReader aside;
    private final Semaphore turn = new Semaphore(1, true);

    RuleTrials(Settings settings) {
        this.settings = settings;
        this.aside = new RuleReader(
                settings.registry(), settings.configuration().plan().closed(), RuleCompiler.inMemory());
    }

    /** Empty when others were in the way for too long. */
    Optional<CheckedRules> check(Map<String, byte[]> edited) {
        try {
            if (!turn.tryAcquire(SECONDS_TO_WAIT, TimeUnit.SECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(aside.checkWithWarnings(settings.rules(), edited));
        } finally {
            turn.release();
        }
    }
}
