package vn.dondoc.rehearsal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.outbox.LetterKind;
import vn.dondoc.rehearsal.LetterChange.Kind;
import vn.dondoc.rehearsal.Simulation.Outcome;

/**
 * Lays the letters of two lives side by side.
 *
 * <ol>
 *   <li>letters of one key are one letter
 *   <li>of the others, those to one reader on one day are one letter, too: decided on another morning, or told in a letter
 *       of another kind since something of the reader's own came to it
 *   <li>of one that left and one that came for the same items, one moved
 *   <li>what is left over appeared or disappeared
 * </ol>
 */
final class LetterComparison {
    private static final Set<LetterKind> ONE_A_DAY = EnumSet.of(LetterKind.REMINDER, LetterKind.ESCALATION);

    private final Outcome before;
    private final Outcome after;
    private final List<LetterChange> changes = new ArrayList<>();

    private LetterComparison(Outcome before, Outcome after) {
        this.before = before;
        this.after = after;
    }

    /** Every letter that differs, by unit and day. */
    static List<LetterChange> between(Outcome before, Outcome after) {
        LetterComparison comparison = new LetterComparison(before, after);
        comparison.compare();
        return new ItemComparison(before.items(), after.items())
                .in(comparison.changes).stream()
                        .sorted(LetterChange.BY_UNIT_AND_DAY)
                        .toList();
    }

    private void compare() {
        Map<String, SimulatedLetter> old = byKey(before);
        Map<String, SimulatedLetter> young = byKey(after);
        old.values().stream()
                .filter(letter -> young.containsKey(letter.key()))
                .forEach(letter -> one(letter, Objects.requireNonNull(young.get(letter.key()))));
        List<SimulatedLetter> gone = only(old, young);
        List<SimulatedLetter> come = only(young, old);
        pair(gone, come, LetterComparison::isOfOneDay, Kind.READS_DIFFERENTLY);
        pair(gone, come, Pair::isOneElsewhere, Kind.MOVES);
        come.forEach(letter -> add(Kind.APPEARS, null, letter));
        gone.forEach(letter -> add(Kind.DISAPPEARS, letter, null));
    }

    private static Map<String, SimulatedLetter> byKey(Outcome outcome) {
        return outcome.letters().stream().collect(Collectors.toMap(SimulatedLetter::key, Function.identity()));
    }

    private static List<SimulatedLetter> only(Map<String, SimulatedLetter> these, Map<String, SimulatedLetter> those) {
        return these.values().stream()
                .filter(letter -> !those.containsKey(letter.key()))
                .sorted(SimulatedLetter.BY_TIME)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private void one(SimulatedLetter was, SimulatedLetter is) {
        if (!was.content().equals(is.content()) || !was.at().equals(is.at())) {
            add(Kind.READS_DIFFERENTLY, was, is);
        }
    }

    private void add(Kind kind, @Nullable SimulatedLetter was, @Nullable SimulatedLetter is) {
        changes.add(new LetterChange(kind, was, is, ItemChanges.NONE));
    }

    /** A letter that left beside one that came. */
    private record Pair(SimulatedLetter was, SimulatedLetter is, long shared) {
        /** The most alike first, then the nearest. */
        static final Comparator<Pair> BEST = Comparator.comparingLong(Pair::shared)
                .reversed()
                .thenComparing(pair ->
                        Math.abs(pair.was.day().toEpochDay() - pair.is.day().toEpochDay()))
                .thenComparing(pair -> pair.was.key());

        boolean namesTheSame() {
            return shared > 0;
        }

        boolean isOfOneKind() {
            return was.kind() == is.kind();
        }

        boolean isOneElsewhere() {
            return isOfOneKind() && namesTheSame();
        }
    }

    /** Of alerts there may be several a day, each about a duty of its own. */
    private static boolean isOfOneDay(Pair pair) {
        boolean oneADay = ONE_A_DAY.contains(pair.was.kind());
        return pair.was.day().equals(pair.is.day())
                && (pair.isOfOneKind() ? oneADay || pair.namesTheSame() : oneADay && pair.namesTheSame());
    }

    /** Takes the pairs out of both lists. */
    private void pair(List<SimulatedLetter> gone, List<SimulatedLetter> come, Predicate<Pair> fits, Kind kind) {
        for (SimulatedLetter letter : List.copyOf(come)) {
            partner(letter, gone, fits).ifPresent(was -> {
                gone.remove(was);
                come.remove(letter);
                if (kind == Kind.READS_DIFFERENTLY) {
                    one(was, letter);
                } else {
                    add(kind, was, letter);
                }
            });
        }
    }

    private Optional<SimulatedLetter> partner(
            SimulatedLetter letter, List<SimulatedLetter> gone, Predicate<Pair> fits) {
        return gone.stream()
                .filter(was -> was.to().equals(letter.to()))
                .map(was -> new Pair(was, letter, shared(was, letter)))
                .filter(fits)
                .min(Pair.BEST)
                .map(Pair::was);
    }

    private long shared(SimulatedLetter was, SimulatedLetter is) {
        Set<String> named = after.items().getOrDefault(is.key(), Set.of());
        return before.items().getOrDefault(was.key(), Set.of()).stream()
                .filter(named::contains)
                .count();
    }
}
