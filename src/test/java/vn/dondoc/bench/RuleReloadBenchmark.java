package vn.dondoc.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import vn.dondoc.facts.RegistryFile;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;
import vn.dondoc.rules.RuleBook;
import vn.dondoc.rules.RuleCompiler;
import vn.dondoc.rules.RuleFiles;
import vn.dondoc.rules.RuleFolder;
import vn.dondoc.rules.RuleReader;

/**
 * The shipped plan read and compiled anew after an edit, as a running program does, once ten builds have gone before. Each
 * time duties, targets and ladder all change, so that nothing that was compiled before serves again.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx512m")
@Warmup(iterations = 10)
@Measurement(iterations = 15)
@SuppressWarnings("NullAway.Init")
public class RuleReloadBenchmark {
    private static final String PLAN = "plan-881";

    private RuleFiles shipped;
    private RuleReader reader;
    private RuleFiles edited;
    private int edits;

    @Setup
    public void readShipped() throws IOException {
        Problems problems = new Problems();
        shipped = new RuleFolder(Path.of("rules"), PLAN).files();
        Path data = Files.createTempDirectory("dondoc-reload");
        reader = new RuleReader(
                RegistryFile.read(Path.of("config/agencies.csv"), problems),
                null,
                RuleCompiler.keepingIn(data.resolve("compiled-rules")));
        problems.refuseIfAny();
    }

    @Setup(Level.Invocation)
    public void edit() {
        edits++;
        Map<String, byte[]> contents = new TreeMap<>(shipped.contents());
        change(contents, "duties.csv", "I.1-01,", "I.1-" + (100 + edits) + ",");
        change(contents, "targets.dslr", "đạt dưới 15%", "đạt dưới 15," + (10 + edits) + "%");
        change(contents, "reminders.csv", "cham-tien-do,", "cham-tien-do-" + edits + ",");
        edited = RuleFiles.of(PLAN, contents);
    }

    private static void change(Map<String, byte[]> contents, String file, String before, String after) {
        String text = new String(contents.get(PLAN + "/" + file), StandardCharsets.UTF_8);
        if (!text.contains(before)) {
            throw new IllegalStateException(file + " has no " + before);
        }
        contents.put(PLAN + "/" + file, text.replace(before, after).getBytes(StandardCharsets.UTF_8));
    }

    /** From the files' bytes to rules that judge. */
    @Benchmark
    public RuleBook reload() {
        return reader.load(edited);
    }

    /** With every lint besides, as {@code rules check} does. */
    @Benchmark
    public List<Problem> check() {
        return reader.check(edited);
    }
}
