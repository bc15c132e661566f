package vn.dondoc.flow;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Work that takes a core for a while, one at a time, so that serving goes on beside it. */
public final class Turn {
    private static final int SECONDS_TO_WAIT = 10;

    private final Semaphore turn = new Semaphore(1, true);

    /** Does the work when its turn comes; empty when others were in the way for too long. */
    public <T> Optional<T> take(Supplier<T> work) {
        try {
            if (!turn.tryAcquire(SECONDS_TO_WAIT, TimeUnit.SECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            turn.release();
        }
    }
}
