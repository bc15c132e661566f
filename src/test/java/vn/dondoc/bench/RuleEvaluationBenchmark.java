package vn.dondoc.bench;

import java.io.IOException;
import java.util.List;
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
import org.openjdk.jmh.annotations.Warmup;
import vn.dondoc.facts.Obligation;
import vn.dondoc.findings.Finding;

/**
 * The verdict rules against a hand-written loop over the same facts: the ratio of the two is the price of rules that an
 * administrator can read. Per run of all obligations of the province; divide by their number for the time per fact.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx512m")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init")
public class RuleEvaluationBenchmark {
    private SampleProvince province;
    private List<Obligation> obligations;

    @Setup
    public void fillProvince() throws IOException {
        province = SampleProvince.open();
        obligations = province.obligations();
        System.out.println(obligations.size() + " obligations");
    }

    @Benchmark
    public List<Finding> drools() {
        return province.rules().judge(obligations);
    }

    @Benchmark
    public int handWrittenLoop() {
        int open = 0;
        for (Obligation obligation : obligations) {
            Finding finding = Finding.of(obligation, HandWrittenVerdicts.of(obligation), "hand-written");
            open += finding.state().isOpen() ? 1 : 0;
        }
        return open;
    }
}
