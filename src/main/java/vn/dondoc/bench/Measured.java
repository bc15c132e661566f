package vn.dondoc.bench;

import java.util.EnumMap;
import java.util.Map;
import vn.dondoc.findings.State;

/**
 * What a run of the country came to. Times in seconds.
 *
 * @param entries reports read
 * @param changes what differs from yesterday
 * @param stages for each stage the time of all workers, divided by their number
 * @param total the time on the clock, without the share of the hand-written loop
 * @param loop the hand-written loop, as a stage
 * @param query the quickest of some runs of one query that only counts
 */
public record Measured(
        Country country,
        long entries,
        long changes,
        Map<Stage, Double> stages,
        double total,
        double loop,
        double query,
        Map<State, Long> byRules,
        Map<State, Long> byHand,
        Map<State, Long> byQuery,
        Memory memory) {
    private static final double NANOS = 1e9;

    static Measured of(
            Country country,
            CountryRun.Tally tally,
            Timing timing,
            long clock,
            long query,
            Map<State, Long> byQuery,
            Memory memory) {
        Map<Stage, Double> stages = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            stages.put(stage, timing.nanos(stage) / NANOS / CountryRun.WORKERS);
        }
        double loop = timing.loopNanos() / NANOS / CountryRun.WORKERS;
        return new Measured(
                country,
                tally.entries,
                tally.changes,
                stages,
                clock / NANOS - loop,
                loop,
                query / NANOS,
                tally.byRules,
                tally.byHand,
                byQuery,
                memory);
    }

    public long judged() {
        return byRules.values().stream().mapToLong(Long::longValue).sum();
    }

    public double seconds(Stage stage) {
        return stages.getOrDefault(stage, 0.0);
    }

    /** Whether rules, loop and query came to as many findings of each state. */
    public boolean agrees() {
        return byRules.equals(byHand) && byRules.equals(byQuery);
    }

    /** So many times the time of the hand-written loop. */
    public double timesTheLoop() {
        return seconds(Stage.EVALUATE) / loop;
    }

    /** So many times the time of the query. */
    public double timesTheQuery() {
        return seconds(Stage.EVALUATE) / query;
    }
}
