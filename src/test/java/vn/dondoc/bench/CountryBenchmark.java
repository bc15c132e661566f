package vn.dondoc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.Obligation;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.FindingChange;
import vn.dondoc.rules.Correspondence;
import vn.dondoc.rules.Ladder;
import vn.dondoc.rules.RuleBook;
import vn.dondoc.store.Database;

/** The parts of a country's morning, each for a hundred units with 7,700 duties. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx270m")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init")
public class CountryBenchmark {
    private static final int UNITS = 100;

    private Database database;
    private CountryStore store;
    private RuleBook book;
    private WorkingCalendar calendar;
    private List<Agency> units;
    private List<String> ids;
    private List<Entry> entries;
    private List<Obligation> obligations;
    private List<Finding> findings;
    private Map<Finding.Key, vn.dondoc.findings.State> remembered;

    @Setup
    public void fill() throws IOException {
        SampleProvince province = SampleProvince.open();
        book = province.rules();
        calendar = province.dondoc().settings().calendar();
        Country country = new Country(UNITS, 77 * UNITS, 881);
        Path folder = Files.createTempDirectory("dondoc-bench-");
        database = Database.openForRehearsal(folder.resolve("dondoc.db"));
        Assignment assignment = Assignment.of(country, book, calendar, CountryStore.DAY);
        store = new CountryStore(country, book, calendar, assignment, folder, database);
        store.fill();
        units = store.units(0).forms();
        ids = units.stream().map(Agency::id).toList();
        entries = reading();
        obligations = docket();
        findings = judging();
        remembered = new HashMap<>(store.checks().statesOf(ids));
    }

    @TearDown
    public void close() {
        database.close();
    }

    @Benchmark
    public final List<Entry> reading() {
        return store.reports().entriesOf(ids, CountryStore.MORNING);
    }

    @Benchmark
    public final List<Obligation> docket() {
        return store.obligations(units, entries, CountryStore.DAY);
    }

    @Benchmark
    public final List<Finding> judging() {
        return book.judge(obligations);
    }

    @Benchmark
    public List<FindingChange> comparing() {
        return FindingChange.between(remembered, findings);
    }

    @Benchmark
    public Ladder.Climbed ladder() {
        return book.ladder()
                .climbedOn(CountryStore.DAY, findings, book.plan(), calendar, new Correspondence(Map.of(), Map.of()));
    }
}
