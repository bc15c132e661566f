package vn.dondoc.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.dondoc.facts.Entry;
import vn.dondoc.intake.OriginalFiles.Original;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;
import vn.dondoc.store.Outcome;
import vn.dondoc.store.ReceivedFile;
import vn.dondoc.store.ReportStore;
import vn.dondoc.store.SavedFile;
import vn.dondoc.store.StandingFile;

/**
 * The door through which status reports come in. A file goes through these steps:
 *
 * <ol>
 *   <li>its bytes are kept, whatever they are;
 *   <li>bytes that were taken before and still stand are answered as repeated;
 *   <li>it is read, and every entry is checked against the plan;
 *   <li>the accepted entries, or the reasons for refusing, are stored in one transaction.
 * </ol>
 */
public final class Intake {
    /** What a file may weigh unless somebody sets another limit. */
    public static final long DEFAULT_LIMIT = 20L << 20;

    private final Supplier<PlanInForce> plan;
    private final OriginalFiles originals;
    private final ReportStore store;
    private final long limit;
    private final JsonReports json = new JsonReports();

    /**
     * @param plan the registry and duties in force, asked anew for every file: rules are reloaded while the program runs
     * @param limit the most bytes that a file may have
     */
    public Intake(Supplier<PlanInForce> plan, OriginalFiles originals, ReportStore store, long limit) {
        this.plan = plan;
        this.originals = originals;
        this.store = store;
        this.limit = limit;
    }

    /**
     * How to take a file.
     *
     * @param backdated an administrator's import: the moment of receipt that the file claims counts
     * @param keepGoodRows one bad row does not refuse the others
     * @param reporter who sends it
     */
    public record Options(boolean backdated, boolean keepGoodRows, Reporter reporter) {
        public static final Options STRICT = new Options(false, false);

        public Options(boolean backdated, boolean keepGoodRows) {
            this(backdated, keepGoodRows, Reporter.ANYBODY);
        }
    }

    /**
     * Takes a file whose bytes are at hand.
     *
     * @throws UncheckedIOException when the disk does not take the original: then nothing is taken at all
     */
    public Receipt receive(String fileName, byte[] content, Options options, Instant now) {
        return receive(fileName, new ByteArrayInputStream(content), options, now);
    }

    /**
     * Takes a file from a disk.
     *
     * @throws UncheckedIOException when the file cannot be read or kept: then nothing is taken at all
     */
    public Receipt receive(String fileName, Path file, Options options, Instant now) {
        try (InputStream content = Files.newInputStream(file)) {
            return receive(fileName, content, options, now);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Takes a file while it is read.
     *
     * @throws UncheckedIOException when the file cannot be read or kept: then nothing is taken at all
     */
    public Receipt receive(String fileName, InputStream content, Options options, Instant now) {
        // The store holds milliseconds; a finer moment would compare differently before and after.
        Instant moment = now.truncatedTo(ChronoUnit.MILLIS);
        try {
            Delivery delivery = new Delivery(originals.keep(fileName, content, moment), options, moment);
            return repeated(delivery).orElseGet(() -> take(delivery));
        } catch (IOException unkept) {
            throw new UncheckedIOException(unkept);
        }
    }

    /** A kept file on its way. */
    private record Delivery(Original original, Options options, Instant now) {
        String name() {
            return original.name();
        }
    }

    private Optional<Receipt> repeated(Delivery delivery) {
        Optional<StandingFile> earlier =
                store.standing(delivery.original().sha256()).filter(file -> file.outcome() == Outcome.ACCEPTED);
        earlier.ifPresent(file -> store.saveRepeated(file(delivery, Outcome.REPEATED, delivery.now(), 0)));
        return earlier.map(file -> receipt(delivery, Outcome.REPEATED, List.of(), List.of(), file));
    }

    private Receipt take(Delivery delivery) {
        Drafts drafts = read(delivery);
        refuseTwice(drafts.entries());
        EntryCheck check = new EntryCheck(plan.get(), delivery.options().backdated(), delivery.now());
        List<Entry> good = new ArrayList<>();
        List<Problem> refused = new ArrayList<>(drafts.whole().list());
        for (Draft draft : drafts.entries()) {
            delivery.options().reporter().refuseOthers(draft);
            check.check(draft).ifPresent(good::add);
            refused.addAll(draft.problems().list());
        }
        boolean takeAny = drafts.whole().isEmpty()
                && (refused.isEmpty() || delivery.options().keepGoodRows())
                && !good.isEmpty();
        return save(
                delivery, takeAny ? good : List.of(), refused, drafts.entries().size() - good.size());
    }

    private Drafts read(Delivery delivery) {
        Original original = delivery.original();
        if (original.size() > limit) {
            return Drafts.refused(
                    original.name(),
                    "tệp nặng " + megabytes(original.size()) + ", quá giới hạn " + megabytes(limit),
                    "chia thành nhiều tệp nhỏ hơn");
        }
        try {
            byte[] bytes = Files.readAllBytes(original.file());
            Problems whole = new Problems();
            ReportForm.Recognised recognised = ReportForm.recognise(original.name(), bytes, whole);
            if (recognised == null) {
                return new Drafts(List.of(), whole);
            }
            return switch (recognised.form()) {
                case JSON -> json.read(original.name(), recognised.text());
                case TABLE -> CsvReports.read(original.name(), bytes);
                case WORKBOOK -> WorkbookReports.read(original.name(), bytes);
            };
        } catch (IOException vanished) {
            throw new UncheckedIOException(vanished);
        }
    }

    /** Which of two entries on the same thing is meant, only the sender knows: both are refused. */
    private static void refuseTwice(List<Draft> drafts) {
        SameThing same = new SameThing();
        drafts.forEach(same::add);
        same.refuse();
    }

    private Receipt save(Delivery delivery, List<Entry> good, List<Problem> found, int refusedRows) {
        // The head of a JSON report is read once for each entry: its mistake is said once.
        List<Problem> refused = found.stream().distinct().toList();
        Outcome outcome = good.isEmpty() ? Outcome.REFUSED : refused.isEmpty() ? Outcome.ACCEPTED : Outcome.PARTLY;
        Instant receivedAt =
                good.stream().map(Entry::receivedAt).max(Instant::compareTo).orElse(delivery.now());
        SavedFile saved = store.save(file(delivery, outcome, receivedAt, refusedRows), good, refused);
        return saved.repeats() == null
                ? receipt(delivery, outcome, accepted(good, saved), refused, null)
                : receipt(delivery, Outcome.REPEATED, List.of(), refused, saved.repeats());
    }

    private static List<AcceptedRow> accepted(List<Entry> good, SavedFile saved) {
        List<AcceptedRow> rows = new ArrayList<>();
        for (int i = 0; i < good.size(); i++) {
            Entry entry = good.get(i);
            rows.add(new AcceptedRow(
                    entry.source(),
                    entry.agency(),
                    entry.period().id(),
                    entry.duty(),
                    saved.entries().get(i).superseded().map(Intake::superseded).orElse(null)));
        }
        return rows;
    }

    private static AcceptedRow.Superseded superseded(SavedFile.Superseded old) {
        return new AcceptedRow.Superseded(old.source(), WrittenMoment.write(old.receivedAt()));
    }

    private static ReceivedFile file(Delivery delivery, Outcome outcome, Instant receivedAt, int refusedRows) {
        Original original = delivery.original();
        return new ReceivedFile(
                original.sha256(),
                original.name(),
                receivedAt,
                delivery.now(),
                original.storedPath(),
                delivery.options().backdated(),
                outcome,
                refusedRows,
                delivery.options().reporter().name());
    }

    private static Receipt receipt(
            Delivery delivery,
            Outcome outcome,
            List<AcceptedRow> accepted,
            List<Problem> refused,
            @Nullable StandingFile earlier) {
        return new Receipt(
                delivery.name(),
                outcome,
                accepted.size(),
                accepted,
                refused,
                delivery.original().storedPath(),
                earlier == null ? "" : WrittenMoment.write(earlier.recordedAt()));
    }

    private static String megabytes(long bytes) {
        return bytes < 1 << 20
                ? bytes + " byte"
                : String.format(Locale.ROOT, "%.1f MB", bytes / (double) (1 << 20))
                        .replace('.', ',');
    }
}
