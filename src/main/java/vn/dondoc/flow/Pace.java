package vn.dondoc.flow;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets letters go evenly spaced, so that a minute never sees more than it may: there is one turn, and whoever took it, it
 * comes back after the interval. No clock is asked, so putting one back or forward changes nothing.
 */
final class Pace {
    private static final Duration MOMENT = Duration.ofMillis(250);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Semaphore turn = new Semaphore(1);
    private final Duration interval;
    private final @Nullable Timer timer;

    /** Calls back after a while. */
    interface Timer {
        void after(Duration wait, Runnable then);
    }

    private Pace(Duration interval, @Nullable Timer timer) {
        this.interval = interval;
        this.timer = timer;
    }

    /** @param lettersPerMinute 0 for no limit */
    static Pace of(int lettersPerMinute) {
        return lettersPerMinute == 0 ? new Pace(Duration.ZERO, null) : of(lettersPerMinute, machine());
    }

    static Pace of(int lettersPerMinute, Timer timer) {
        return new Pace(MINUTE.dividedBy(lettersPerMinute), timer);
    }

    /** Takes the turn, for which it waits a moment at most; false when it did not come up, so that one may look about. */
    boolean turn() {
        if (timer == null) {
            return true;
        }
        try {
            if (!turn.tryAcquire(MOMENT.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            return false;
        }
        timer.after(interval, turn::release);
        return true;
    }

    private static Timer machine() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "pace-of-letters");
            thread.setDaemon(true);
            return thread;
        });
        return (wait, then) -> {
            var unused = executor.schedule(then, wait.toNanos(), TimeUnit.NANOSECONDS);
        };
    }
}
