package vn.dondoc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.facts.Registry;
import vn.dondoc.findings.State;
import vn.dondoc.letters.LetterWriter;
import vn.dondoc.reading.Problems;
import vn.dondoc.rules.RuleBook;
import vn.dondoc.store.Database;

/** Generates a country, takes it through a morning, and says how long that took. */
public final class CountryBench {
    /** The mean of these counts: the first fills the cache. */
    static final int QUERIES = 4;

    private final RuleBook book;
    private final WorkingCalendar calendar;
    private final Function<Registry, LetterWriter> writers;
    private final LongSupplier nanoTime;
    private final Consumer<String> progress;

    /**
     * @param writers who words letters to the units of a province
     * @param nanoTime a time that never goes back, nanoseconds
     */
    public CountryBench(
            RuleBook book,
            WorkingCalendar calendar,
            Function<Registry, LetterWriter> writers,
            LongSupplier nanoTime,
            Consumer<String> progress) {
        this.book = book;
        this.calendar = calendar;
        this.writers = writers;
        this.nanoTime = nanoTime;
        this.progress = progress;
    }

    /**
     * Runs once, in a temporary folder that is gone afterwards.
     *
     * @param warmUp so many provinces are gone through before, untimed
     * @throws vn.dondoc.reading.FaultyFileException when a unit would owe more than the plan has
     */
    public Measured run(Country country, int warmUp) throws IOException {
        Assignment assignment = Assignment.of(country, book, calendar, CountryStore.DAY);
        refuseTooMany(country, assignment);
        Path folder = Files.createTempDirectory("dondoc-bench-");
        try (Database database = Database.openForRehearsal(folder.resolve("dondoc.db"))) {
            CountryStore store = new CountryStore(country, book, calendar, assignment, folder, database);
            progress.accept("Đang lập " + country.units() + " đơn vị, " + country.duties() + " nhiệm vụ …");
            store.fill();
            return measured(country, store, Math.min(warmUp, country.provinces()));
        } finally {
            delete(folder);
        }
    }

    private Measured measured(Country country, CountryStore store, int warmUp) {
        var unused = new CountryRun(store, queue(store, false), new Timing(nanoTime)).through(warmUp);
        progress.accept("Đang đo …");
        Memory.forgetPeak();
        Timing timing = new Timing(nanoTime);
        long start = nanoTime.getAsLong();
        CountryRun.Tally tally = new CountryRun(store, queue(store, true), timing).through(country.provinces());
        long clock = nanoTime.getAsLong() - start;
        Memory memory = Memory.now();
        Map<State, Long> byQuery = new EnumMap<>(State.class);
        for (int time = 0; time < QUERIES; time++) {
            byQuery = timing.ofQuery(() -> store.facts().countByState());
        }
        return Measured.of(country, tally, timing, clock, byQuery, memory);
    }

    private MorningQueue queue(CountryStore store, boolean written) {
        return new MorningQueue(book, calendar, store.checks(), writers, written);
    }

    private static void refuseTooMany(Country country, Assignment assignment) {
        Problems problems = new Problems();
        if (country.duties() > (long) assignment.most() * country.units()) {
            problems.add(
                    "--duties",
                    "kế hoạch không đủ nhiệm vụ cho chừng ấy đơn vị",
                    "ghi nhiều nhất " + (long) assignment.most() * country.units());
        }
        problems.refuseIfAny();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        }
    }
}
