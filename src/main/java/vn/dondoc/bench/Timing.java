package vn.dondoc.bench;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** How long the workers were at each stage, all together. */
final class Timing {
    private final LongSupplier nanoTime;
    private final Map<Stage, LongAdder> stages = new EnumMap<>(Stage.class);
    private final LongAdder loop = new LongAdder();

    /** @param nanoTime a time that never goes back, nanoseconds */
    Timing(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        for (Stage stage : Stage.values()) {
            stages.put(stage, new LongAdder());
        }
    }

    <T> T of(Stage stage, Supplier<T> work) {
        return timed(java.util.Objects.requireNonNull(stages.get(stage)), work);
    }

    /** The hand-written loop, which is no stage. */
    <T> T ofLoop(Supplier<T> work) {
        return timed(loop, work);
    }

    long nanos(Stage stage) {
        return java.util.Objects.requireNonNull(stages.get(stage)).sum();
    }

    long loopNanos() {
        return loop.sum();
    }

    private <T> T timed(LongAdder sum, Supplier<T> work) {
        long start = nanoTime.getAsLong();
        T result = work.get();
        sum.add(nanoTime.getAsLong() - start);
        return result;
    }
}
