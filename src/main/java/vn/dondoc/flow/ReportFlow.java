package vn.dondoc.flow;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.intake.Intake;
import vn.dondoc.intake.Receipt;
import vn.dondoc.intake.Reporter;
import vn.dondoc.reading.Problem;

/** A report comes in through the console or from a program: it is taken, and what it changes is judged at once. */
public final class ReportFlow {
    private static final Logger LOG = LoggerFactory.getLogger(ReportFlow.class);

    private final Intake intake;
    private final Consumer<Instant> judge;

    /** @param judge judges again what more is known of, as after any report */
    public ReportFlow(Intake intake, Consumer<Instant> judge) {
        this.intake = intake;
        this.judge = judge;
    }

    /**
     * A file and how to take it.
     *
     * @param about id of the unit that it is said to be of; empty where only the file says so
     */
    public record Sent(String fileName, byte[] content, Reporter reporter, String about, boolean keepGoodRows) {
        Intake.Options options() {
            return new Intake.Options(false, keepGoodRows, reporter, about);
        }
    }

    public Receipt receive(Sent sent, Instant at) {
        Receipt receipt = intake.receive(sent.fileName(), sent.content(), sent.options(), at);
        if (receipt.acceptedCount() > 0) {
            judge(at);
        }
        return receipt;
    }

    /** Judges again what more is known of. What is taken is taken: the next check sees to it when this one cannot. */
    public void judge(Instant at) {
        try {
            judge.accept(at);
        } catch (RuntimeException failure) {
            LOG.error("a report was taken and could not be judged yet; the next check will", failure);
        }
    }

    /** The mistakes that it would be refused for; nothing is kept. */
    public List<Problem> mistakesIn(Sent sent, Instant at) {
        return intake.mistakesIn(sent.fileName(), sent.content(), sent.options(), at);
    }
}
