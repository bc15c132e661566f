package vn.dondoc.app;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees a clock go back between two looks, which come by a timer that knows no clock. */
final class ClockStep {
    private static final Logger LOG = LoggerFactory.getLogger(ClockStep.class);

    private final Clock clock;
    private final Runnable putBack;
    private Instant last;

    /** @param putBack what to do then; tried again at the next look when it fails */
    ClockStep(Clock clock, Runnable putBack) {
        this.clock = clock;
        this.putBack = putBack;
        this.last = clock.instant();
    }

    void look() {
        Instant now = clock.instant();
        try {
            if (ClockWatch.isAhead(last, now)) {
                putBack.run();
            }
            last = now;
        } catch (RuntimeException failure) {
            LOG.error("the clock was put back, and that could not be dealt with; will try again", failure);
        }
    }
}
