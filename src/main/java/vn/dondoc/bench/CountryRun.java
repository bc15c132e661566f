package vn.dondoc.bench;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.Obligation;
import vn.dondoc.facts.Registry;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.FindingChange;
import vn.dondoc.findings.State;

/**
 * A morning of the whole country: two workers, each a province at a time, of it a hundred units at a time, so that memory
 * grows with these and not with the country. The hand-written loop judges each hundred right after the rules.
 */
final class CountryRun {
    static final int WORKERS = 2;
    private static final int UNITS_AT_ONCE = 100;

    private final CountryStore store;
    private final MorningQueue queue;
    private final Timing timing;

    CountryRun(CountryStore store, MorningQueue queue, Timing timing) {
        this.store = store;
        this.queue = queue;
        this.timing = timing;
    }

    /** What came of some units; sums of these are all that is kept. */
    static final class Tally {
        final Map<State, Long> byRules = new EnumMap<>(State.class);
        final Map<State, Long> byHand = new EnumMap<>(State.class);
        long units;
        long entries;
        long changes;
        long letters;

        void add(Tally other) {
            other.byRules.forEach((state, count) -> byRules.merge(state, count, Long::sum));
            other.byHand.forEach((state, count) -> byHand.merge(state, count, Long::sum));
            units += other.units;
            entries += other.entries;
            changes += other.changes;
            letters += other.letters;
        }
    }

    /** Goes through the first provinces, so many. */
    Tally through(int provinces) {
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Future<Tally>> parts = IntStream.range(0, provinces)
                    .mapToObj(province -> workers.submit(() -> province(province)))
                    .toList();
            Tally sum = new Tally();
            for (Future<Tally> part : parts) {
                sum.add(part.get());
            }
            return sum;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } finally {
            workers.shutdownNow();
        }
    }

    private Tally province(int province) {
        Registry registry = timing.of(Stage.LOAD, () -> store.units(province));
        List<Agency> units = registry.forms();
        Tally tally = new Tally();
        for (int from = 0; from < units.size(); from += UNITS_AT_ONCE) {
            someUnits(registry, units.subList(from, Math.min(units.size(), from + UNITS_AT_ONCE)), tally);
        }
        return tally;
    }

    private void someUnits(Registry registry, List<Agency> units, Tally tally) {
        List<String> ids = units.stream().map(Agency::id).toList();
        List<Entry> entries = timing.of(Stage.LOAD, () -> store.reports().entriesOf(ids, CountryStore.MORNING));
        List<Obligation> obligations = timing.of(Stage.LOAD, () -> store.obligations(units, entries, CountryStore.DAY));
        List<Finding> findings = timing.of(Stage.EVALUATE, () -> store.book().judge(obligations));
        count(timing.ofLoop(() -> HandWrittenVerdicts.findings(obligations)), tally.byHand);
        count(findings, tally.byRules);
        Map<Finding.Key, State> remembered =
                timing.of(Stage.COMPARE, () -> store.checks().statesOf(ids));
        List<FindingChange> changes = timing.of(Stage.COMPARE, () -> FindingChange.between(remembered, findings));
        tally.letters += timing.of(
                Stage.QUEUE,
                () -> queue.queue(new MorningQueue.Known(registry, units, entries, remembered, findings, changes)));
        tally.units += units.size();
        tally.entries += entries.size();
        tally.changes += changes.size();
    }

    private static void count(List<Finding> findings, Map<State, Long> counts) {
        findings.forEach(finding -> counts.merge(finding.state(), 1L, Long::sum));
    }
}
