package vn.dondoc.bench;

import java.lang.management.ManagementFactory;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** How long the workers were at each stage, all together, nanoseconds: on the clock, and of a processor. */
final class Timing {
    private final LongSupplier nanoTime;
    private final Map<Stage, Spent> stages = new EnumMap<>(Stage.class);
    private final Spent loop = new Spent();
    private final Spent query = new Spent();

    /** Time of one kind of work. */
    static final class Spent {
        private final LongAdder clock = new LongAdder();
        private final LongAdder processor = new LongAdder();

        long clock() {
            return clock.sum();
        }

        long processor() {
            return processor.sum();
        }
    }

    /** @param nanoTime a time that never goes back, nanoseconds */
    Timing(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        for (Stage stage : Stage.values()) {
            stages.put(stage, new Spent());
        }
    }

    <T> T of(Stage stage, Supplier<T> work) {
        return timed(at(stage), work);
    }

    /** The hand-written loop, which is no stage. */
    <T> T ofLoop(Supplier<T> work) {
        return timed(loop, work);
    }

    /** The query, which is none either. */
    <T> T ofQuery(Supplier<T> work) {
        return timed(query, work);
    }

    Spent at(Stage stage) {
        return java.util.Objects.requireNonNull(stages.get(stage));
    }

    Spent loop() {
        return loop;
    }

    Spent query() {
        return query;
    }

    private <T> T timed(Spent spent, Supplier<T> work) {
        long start = nanoTime.getAsLong();
        long before = processorTime();
        T result = work.get();
        spent.processor.add(processorTime() - before);
        spent.clock.add(nanoTime.getAsLong() - start);
        return result;
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
