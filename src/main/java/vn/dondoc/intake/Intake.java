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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.function.Supplier;
import vn.dondoc.facts.Entry;
import vn.dondoc.intake.OriginalFiles.Original;
import vn.dondoc.reading.Problem;
import vn.dondoc.store.Outcome;
import vn.dondoc.store.ReportStore;
import vn.dondoc.store.SavedFile;

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

    /** What is read takes a multiple of its bytes in memory. */
    private static final int READ_AT_A_TIME = 2;

    private final Supplier<PlanInForce> plan;
    private final OriginalFiles originals;
    private final ReportStore store;
    private final ReportReader reader;
    private final Predicate<String> approved;
    private final Semaphore turns = new Semaphore(READ_AT_A_TIME, true);

    /**
     * @param plan the registry and duties in force, asked anew for every file: rules are reloaded while the program runs
     * @param limit the most bytes that a file may have
     */
    public Intake(Supplier<PlanInForce> plan, OriginalFiles originals, ReportStore store, long limit) {
        this(plan, originals, store, limit, unit -> false);
    }

    /**
     * The same where some units' reports have to be approved.
     *
     * @param approved tells by a unit's id whether they have
     */
    public Intake(
            Supplier<PlanInForce> plan,
            OriginalFiles originals,
            ReportStore store,
            long limit,
            Predicate<String> approved) {
        this.plan = plan;
        this.originals = originals;
        this.store = store;
        this.reader = new ReportReader(limit);
        this.approved = approved;
    }

    /**
     * How to take a file.
     *
     * @param backdated an administrator's import: the moment of receipt that the file claims counts
     * @param keepGoodRows one bad row does not refuse the others
     * @param reporter who sends it
     * @param about the unit that it is said to be of; empty where only the file says so
     */
    public record Options(boolean backdated, boolean keepGoodRows, Reporter reporter, String about) {
        public static final Options STRICT = new Options(false, false);

        /** The units that a file concerns whatever it says. */
        Set<String> units() {
            return about.isEmpty() ? Set.of() : Set.of(about);
        }

        public Options(boolean backdated, boolean keepGoodRows, Reporter reporter) {
            this(backdated, keepGoodRows, reporter, "");
        }

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

    private Optional<Receipt> repeated(Delivery delivery) {
        return store.standing(delivery.original().sha256())
                .filter(file -> file.outcome() == Outcome.ACCEPTED)
                // whoever may not report it is told so, and not that somebody did
                .filter(file -> store.unitsOf(file).stream()
                        .allMatch(delivery.options().reporter().mayReport()))
                .map(earlier -> {
                    long id = store.saveRepeated(
                            delivery.file(Outcome.REPEATED, delivery.now(), 0, 0),
                            earlier,
                            delivery.options().units());
                    return delivery.receipt(id, Outcome.REPEATED, List.of(), List.of(), 0, earlier);
                });
    }

    private Receipt take(Delivery delivery) {
        Checked checked = readInTurn(delivery);
        boolean takeAny = checked.whole()
                && (checked.refused().isEmpty() || delivery.options().keepGoodRows())
                && !checked.good().isEmpty();
        return save(delivery, checked, takeAny ? checked.good() : List.of());
    }

    private Checked readInTurn(Delivery delivery) {
        turns.acquireUninterruptibly();
        try {
            return check(read(delivery.original()), delivery.options(), delivery.now());
        } finally {
            turns.release();
        }
    }

    private Drafts read(Original original) {
        if (reader.isTooLarge(original.size())) {
            return reader.tooLarge(original.name(), original.size());
        }
        try {
            return reader.read(original.name(), Files.readAllBytes(original.file()));
        } catch (IOException vanished) {
            throw new UncheckedIOException(vanished);
        }
    }

    /**
     * What a reading came to.
     *
     * @param whole whether it is of one piece, so that good entries may be taken from it
     * @param untouched how many duties it brings back as a form had shown them
     * @param units that it speaks of and that the sender may report for
     */
    private record Checked(
            boolean whole,
            List<Entry> good,
            List<Problem> refused,
            int refusedRows,
            int untouched,
            Set<String> units) {}

    private Checked check(Drafts drafts, Options options, Instant now) {
        PlanInForce inForce = plan.get();
        EntryCheck check = new EntryCheck(inForce, options.backdated(), now);
        List<Entry> good = new ArrayList<>();
        List<Problem> refused = new ArrayList<>(drafts.whole().list());
        Set<String> units = new TreeSet<>(options.units());
        for (Draft draft : drafts.entries()) {
            options.reporter().refuseOthers(draft);
            check.check(draft).ifPresent(good::add);
            refused.addAll(draft.problems().list());
            if (inForce.registry().latest(draft.agency()).isPresent()
                    && options.reporter().mayReport().test(draft.agency())) {
                units.add(draft.agency());
            }
        }
        // The head of a JSON report is read once for each entry: its mistake is said once.
        return new Checked(
                drafts.whole().isEmpty(),
                good,
                refused.stream().distinct().toList(),
                drafts.entries().size() - good.size(),
                drafts.untouched(),
                units);
    }

    /** The mistakes of a file that is not handed in, as while somebody is still writing it; nothing is kept. */
    public List<Problem> mistakesIn(String fileName, byte[] content, Options options, Instant now) {
        return check(reader.read(fileName, content), options, now).refused();
    }

    private Receipt save(Delivery delivery, Checked checked, List<Entry> taken) {
        List<Problem> refused = checked.refused();
        Outcome outcome = taken.isEmpty() ? Outcome.REFUSED : refused.isEmpty() ? Outcome.ACCEPTED : Outcome.PARTLY;
        Instant receivedAt =
                taken.stream().map(Entry::receivedAt).max(Instant::compareTo).orElse(delivery.now());
        SavedFile saved = store.save(
                delivery.file(outcome, receivedAt, checked.refusedRows(), checked.untouched()),
                taken,
                refused,
                checked.units(),
                unit -> !delivery.options().backdated() && approved.test(unit));
        return saved.repeats() == null
                ? delivery.receipt(
                        saved.id(), outcome, Delivery.accepted(taken, saved), refused, checked.untouched(), null)
                : delivery.receipt(
                        saved.id(), Outcome.REPEATED, List.of(), refused, checked.untouched(), saved.repeats());
    }
}
