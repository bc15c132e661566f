package vn.dondoc.bench;

import java.io.IOException;
import java.time.LocalTime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.flow.Assessment;
import vn.dondoc.notices.CheckOutcome;

/** The whole check of the province: from stored reports to queued letters, in a real SQLite file, within 512 MB. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx512m")
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@SuppressWarnings("NullAway.Init")
public class CheckBenchmark {
    private SampleProvince province;

    @Setup
    public void fillProvince() throws IOException {
        province = SampleProvince.open();
    }

    @Setup(Level.Invocation)
    public void forget() {
        province.forget();
    }

    /** The first morning of a home: every open duty is new, every unit gets its opening letter. */
    @Benchmark
    public Optional<CheckOutcome> firstMorning() {
        return province.dondoc().checkFlow().morning(VietnamTime.at(SampleProvince.DAY, LocalTime.of(7, 0)));
    }

    /** The verdicts alone, as {@code dondoc check} asks for them. */
    @Benchmark
    public Assessment assessment() {
        return province.dondoc().assessor().asOf(SampleProvince.DAY);
    }
}
