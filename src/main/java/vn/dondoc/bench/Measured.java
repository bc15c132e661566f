package vn.dondoc.bench;

import java.util.EnumMap;
import java.util.Map;
import vn.dondoc.findings.State;

/**
 * What a run of the country came to.
 *
 * @param reports entries read
 * @param changes what differs from yesterday
 * @param letters queued
 * @param stages what each stage took
 * @param total the time on the clock, without the share of the hand-written loop; of processors the sum of the stages
 * @param loop the hand-written loop
 * @param query one query that only counts, by one worker
 */
public record Measured(
        Country country,
        long reports,
        long changes,
        long letters,
        Map<Stage, Seconds> stages,
        Seconds total,
        Seconds loop,
        Seconds query,
        Map<State, Long> byRules,
        Map<State, Long> byHand,
        Map<State, Long> byQuery,
        Memory memory) {
    private static final double NANOS = 1e9;

    /**
     * @param clock the time on the clock of all workers, divided by their number
     * @param processor the time that they had a processor, summed: it compares where other work shares the machine
     */
    public record Seconds(double clock, double processor) {}

    static Measured of(
            Country country,
            CountryRun.Tally tally,
            Timing timing,
            long clock,
            Map<State, Long> byQuery,
            Memory memory) {
        Map<Stage, Seconds> stages = new EnumMap<>(Stage.class);
        double processor = 0;
        for (Stage stage : Stage.values()) {
            Seconds spent = seconds(timing.at(stage), CountryRun.WORKERS, 1);
            stages.put(stage, spent);
            processor += spent.processor();
        }
        Seconds loop = seconds(timing.loop(), CountryRun.WORKERS, 1);
        return new Measured(
                country,
                tally.entries,
                tally.changes,
                tally.letters,
                stages,
                new Seconds(clock / NANOS - loop.clock(), processor),
                loop,
                seconds(timing.query(), 1, CountryBench.QUERIES),
                tally.byRules,
                tally.byHand,
                byQuery,
                memory);
    }

    private static Seconds seconds(Timing.Spent spent, int workers, int times) {
        return new Seconds(spent.clock() / NANOS / workers / times, spent.processor() / NANOS / times);
    }

    public long judged() {
        return byRules.values().stream().mapToLong(Long::longValue).sum();
    }

    public Seconds at(Stage stage) {
        return java.util.Objects.requireNonNull(stages.get(stage));
    }

    /** Whether rules, loop and query came to as many findings of each state. */
    public boolean agrees() {
        return byRules.equals(byHand) && byRules.equals(byQuery);
    }

    /** So many times the processor time of the hand-written loop. */
    public double timesTheLoop() {
        return at(Stage.EVALUATE).processor() / loop.processor();
    }

    /** So many times the processor time of the query. */
    public double timesTheQuery() {
        return at(Stage.EVALUATE).processor() / query.processor();
    }
}
