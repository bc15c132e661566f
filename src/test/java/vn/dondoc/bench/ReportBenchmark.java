package vn.dondoc.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.facts.Obligation;
import vn.dondoc.intake.Intake;
import vn.dondoc.intake.Receipt;
import vn.dondoc.outbox.LetterKind;

/**
 * One report with the numbers of a target past its date, from its bytes to the alert in the outbox: kept, read, checked, stored, judged,
 * worded, queued, every commit synced to disk.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Warmup(iterations = 1, time = 5)
@Measurement(iterations = 1, time = 15)
@SuppressWarnings("NullAway.Init")
public class ReportBenchmark {
    private static final Instant START = VietnamTime.at(CountryHome.DAY, LocalTime.of(9, 0));

    @Param({"220", "13000"})
    private int units;

    private CountryHome home;
    private List<Obligation> open;
    private int reports;

    @Setup(Level.Trial)
    public void fill() throws Exception {
        Path folder = Files.createTempDirectory("dondoc-report");
        home = CountryHome.in(folder, units);
        open = home.withoutNumbers();
        System.out.println(home.obligations() + " obligations, units to report: " + open.size());
    }

    @Benchmark
    public Optional<String> reportToAlert() {
        Obligation next = open.get(reports % open.size());
        Instant now = START.plusMillis(10L * reports++);
        Receipt receipt = home.dondoc()
                .intake()
                .receive("bao-cao.json", reportOn(next).getBytes(StandardCharsets.UTF_8), Intake.Options.STRICT, now);
        if (!receipt.refused().isEmpty()) {
            throw new IllegalStateException(receipt.refused().toString());
        }
        return home.dondoc().afterSubmission(now);
    }

    /** One round of all units reports too little, the next enough: alerts are queued, then taken back. */
    private String reportOn(Obligation owed) {
        int saved = reports / open.size() % 2 == 0 ? 5 : 12;
        return "{\"agency\":\"" + owed.agency().id() + "\",\"period\":\""
                + owed.period().id()
                + "\",\"entries\":[{\"duty\":\"" + owed.duty().id()
                + "\",\"status\":\"in-progress\",\"completedOn\":\"2021-12-20\",\"numerator\":" + saved
                + ",\"denominator\":100,\"note\":\"lần " + reports + "\"}]}";
    }

    @TearDown(Level.Trial)
    public void close() {
        long alerts = home.dondoc().outbox().list().stream()
                .filter(letter -> letter.letter().kind() == LetterKind.ALERT)
                .count();
        System.out.println(reports + " reports, " + alerts + " alerts");
        home.dondoc().database().close();
    }
}
