package vn.dondoc.rules;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.Match;

/**
 * The one way in which rules run: each at most once for every fact that was put in, all together at most until a deadline.
 * A rule that goes on is halted and named. Such a rule cannot pass {@link RuleGuard}; this stands behind it.
 */
final class BoundedFiring implements AgendaFilter {
    static final Duration MOST_TIME = Duration.ofSeconds(120);

    private final KieSession session;
    private final long mostFirings;
    private final LongSupplier nanoTime;
    private final long deadline;
    private final Map<String, Integer> firings = new HashMap<>();
    private @Nullable RunawayRule runaway;

    private BoundedFiring(KieSession session, Duration mostTime, LongSupplier nanoTime) {
        this.session = session;
        this.mostFirings = session.getFactCount();
        this.nanoTime = nanoTime;
        this.deadline = nanoTime.getAsLong() + mostTime.toNanos();
    }

    /**
     * Fires all rules of a session with its facts in it.
     *
     * @throws RunawayRule when one does not come to an end
     */
    static void fire(KieSession session) {
        fire(session, MOST_TIME, System::nanoTime);
    }

    /** @param nanoTime a time that never goes back, nanoseconds */
    static void fire(KieSession session, Duration mostTime, LongSupplier nanoTime) {
        BoundedFiring bounded = new BoundedFiring(session, mostTime, nanoTime);
        session.fireAllRules(bounded);
        if (bounded.runaway != null) {
            throw bounded.runaway;
        }
    }

    @Override
    public boolean accept(Match match) {
        if (runaway != null) {
            return false;
        }
        String rule = match.getRule().getName();
        int before = firings.merge(rule, 1, Integer::sum) - 1;
        if (before >= mostFirings) {
            halt(RunawayRule.afterFirings(rule, before));
        } else if (nanoTime.getAsLong() - deadline > 0) {
            halt(RunawayRule.pastDeadline(rule));
        }
        return runaway == null;
    }

    private void halt(RunawayRule found) {
        runaway = found;
        session.halt();
    }
}
