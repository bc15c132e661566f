package vn.dondoc.bench;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
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
import vn.dondoc.calendar.OfficeHours;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.flow.SendFlow;
import vn.dondoc.flow.SendResult;
import vn.dondoc.mail.Load;
import vn.dondoc.mail.SampleLetters;
import vn.dondoc.outbox.RetryPolicy;
import vn.dondoc.outbox.Worker;
import vn.dondoc.store.Database;
import vn.dondoc.store.OutboxStore;

/** 5,000 letters from an outbox on disk to a mail server (GreenMail) on this machine, every commit synced. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgs = "-Xmx512m")
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@SuppressWarnings("NullAway.Init")
public class SendBenchmark {
    private static final int LETTERS = 5_000;
    private static final Clock CLOCK =
            Clock.offset(Clock.systemUTC(), Duration.between(Clock.systemUTC().instant(), SampleLetters.MORNING));

    @Param({"1", "2", "8"})
    private int connections;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private Path folder;
    private Database database;
    private SendFlow flow;

    @Setup(Level.Iteration)
    public void queue() throws Exception {
        server.start();
        folder = Files.createTempDirectory("dondoc-send");
        database = Database.open(folder.resolve("dondoc.db"));
        OutboxStore outbox = new OutboxStore(database, SampleLetters.SENDER_ADDRESS);
        database.jdbi().useTransaction(handle -> {
            for (int number = 1; number <= LETTERS; number++) {
                outbox.enqueue(handle, SampleLetters.letterTo("so-" + number), "r1", false, SampleLetters.MORNING);
            }
        });
        flow = new SendFlow(
                outbox,
                SampleLetters.smtpUnder(
                        new Load(connections, 0), server.getSmtp().getPort()),
                RetryPolicy.DEFAULT,
                new OfficeHours(LocalTime.MIN, LocalTime.MAX),
                new WorkingCalendar(Map.of(), Set.of(), Set.of(2017)),
                new Worker("bench", CLOCK));
    }

    @Benchmark
    public SendResult fiveThousandLetters() {
        SendResult result = flow.send(CLOCK);
        if (result.sent() != LETTERS || server.getReceivedMessages().length != LETTERS) {
            throw new IllegalStateException(result + ", received: " + server.getReceivedMessages().length);
        }
        return result;
    }

    @TearDown(Level.Iteration)
    public void close() {
        database.close();
        server.stop();
    }
}
