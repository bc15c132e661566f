package vn.dondoc.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.letters.LetterWriter;
import vn.dondoc.notices.CheckOutcome;
import vn.dondoc.notices.CheckOutcome.Worded;
import vn.dondoc.notices.Decision;
import vn.dondoc.notices.Digest;
import vn.dondoc.notices.DigestBuilder;
import vn.dondoc.notices.Enclosed;
import vn.dondoc.notices.Notice.WeeklyDigest;
import vn.dondoc.notices.Recipient;
import vn.dondoc.notices.Scope;
import vn.dondoc.notices.WeekReview;
import vn.dondoc.outbox.Letter;
import vn.dondoc.store.ArrangementStore;
import vn.dondoc.store.CheckStore;

/**
 * The leaders' weekly page: the week is reviewed once, then summed up and worded for each leader's field, and all letters
 * are queued in one transaction.
 */
public final class DigestFlow {
    private final Assessor assessor;
    private final EarlierVerdicts earlier;
    private final ArrangementStore arrangements;
    private final LetterWriter writer;
    private final CheckStore store;
    private final @Nullable LocalDate configuredGoLive;

    /** Who gets a digest, and of which units. */
    public record Reader(Recipient recipient, Scope scope) {}

    public DigestFlow(
            Assessor assessor,
            ArrangementStore arrangements,
            LetterWriter writer,
            CheckStore store,
            @Nullable LocalDate configuredGoLive) {
        this.assessor = assessor;
        this.earlier = new EarlierVerdicts(assessor);
        this.arrangements = arrangements;
        this.writer = writer;
        this.store = store;
        this.configuredGoLive = configuredGoLive;
    }

    /** The digests of a moment. None before the plan goes live, nor once it is closed. */
    public Optional<CheckOutcome> weekly(Instant at, List<Reader> readers) {
        Assessment assessment = assessor.at(at);
        LocalDate day = assessment.asOf();
        Optional<LocalDate> goLive = Optional.ofNullable(configuredGoLive).or(store::goLive);
        if (goLive.filter(first -> !day.isBefore(first)).isEmpty()
                || !assessment.rules().plan().isOpenOn(day)) {
            return Optional.empty();
        }
        List<WeeklyDigest> notices = notices(review(at, assessment), readers);
        String version = assessment.rules().version();
        List<Letter> letters = writer.writeDigests(notices, assessment.rules().plan(), at, version);
        List<Worded> worded = IntStream.range(0, letters.size())
                .mapToObj(i -> new Worded(notices.get(i), Enclosed.NOTHING, letters.get(i)))
                .toList();
        CheckOutcome outcome = new CheckOutcome(
                at, day, goLive.get(), false, version, List.of(), Decision.toWrite(List.copyOf(notices)), worded);
        store.commit(outcome);
        return Optional.of(outcome);
    }

    private WeekReview review(Instant at, Assessment assessment) {
        return new WeekReview(
                assessment.asOf(),
                assessment.rules().plan(),
                assessment.rules().registry(),
                assessment.binding(),
                assessment.reporting(),
                earlier.before(at, assessment),
                arrangements.knownAt(at),
                store.agenciesOfGivenUpLetters());
    }

    private static List<WeeklyDigest> notices(WeekReview review, List<Reader> readers) {
        Map<Scope, Digest> byScope = new ConcurrentHashMap<>();
        return readers.parallelStream()
                .map(reader -> new WeeklyDigest(
                        reader.recipient(),
                        review.day(),
                        byScope.computeIfAbsent(reader.scope(), scope -> DigestBuilder.of(review, scope))))
                .toList();
    }
}
