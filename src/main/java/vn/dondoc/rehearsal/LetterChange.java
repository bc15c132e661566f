package vn.dondoc.rehearsal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.rehearsal.Simulation.Outcome;

/**
 * What an edit of the rules does to one letter.
 *
 * @param before by the rules in force; null for a letter that appears
 * @param after by the edited rules; null for a letter that disappears
 */
public record LetterChange(
        Kind kind,
        @Nullable SimulatedLetter before,
        @Nullable SimulatedLetter after) {

    /** {@code code} stands in JSON, {@code words} are for the reader. */
    public enum Kind {
        APPEARS("appears", "thêm"),
        DISAPPEARS("disappears", "bớt"),
        MOVES("moves", "dời ngày"),
        READS_DIFFERENTLY("reads-differently", "đổi nội dung");

        private final String code;
        private final String words;

        Kind(String code, String words) {
            this.code = code;
            this.words = words;
        }

        public String code() {
            return code;
        }

        public String words() {
            return words;
        }
    }

    private static final Comparator<LetterChange> BY_UNIT_AND_DAY = Comparator.comparing(
                    (LetterChange change) -> change.either().agency())
            .thenComparing(LetterChange::day)
            .thenComparing(change -> change.either().to())
            .thenComparing(change -> change.either().key());

    /** The letter as it stands by the edited rules, else as it stood. */
    public SimulatedLetter either() {
        return after != null ? after : Objects.requireNonNull(before);
    }

    /** The first day on which a reader would notice. */
    public LocalDate day() {
        LocalDate day = either().day();
        return before != null && before.day().isBefore(day) ? before.day() : day;
    }

    /** Every letter that differs, by unit and day. Of one that left and one that came for the same items, one moved. */
    static List<LetterChange> between(Outcome before, Outcome after) {
        Map<String, SimulatedLetter> old = byKey(before);
        Map<String, SimulatedLetter> young = byKey(after);
        List<LetterChange> changes = new ArrayList<>();
        old.values().stream()
                .filter(letter -> young.containsKey(letter.key()))
                .filter(letter -> !isSame(letter, Objects.requireNonNull(young.get(letter.key()))))
                .forEach(letter ->
                        changes.add(new LetterChange(Kind.READS_DIFFERENTLY, letter, young.get(letter.key()))));
        List<SimulatedLetter> gone = only(old, young);
        List<SimulatedLetter> come = only(young, old);
        for (SimulatedLetter letter : come) {
            SimulatedLetter moved = movedTo(letter, after.items(), gone, before.items());
            gone.remove(moved);
            changes.add(
                    moved == null
                            ? new LetterChange(Kind.APPEARS, null, letter)
                            : new LetterChange(Kind.MOVES, moved, letter));
        }
        gone.forEach(letter -> changes.add(new LetterChange(Kind.DISAPPEARS, letter, null)));
        changes.sort(BY_UNIT_AND_DAY);
        return List.copyOf(changes);
    }

    private static Map<String, SimulatedLetter> byKey(Outcome outcome) {
        return outcome.letters().stream().collect(Collectors.toMap(SimulatedLetter::key, Function.identity()));
    }

    private static boolean isSame(SimulatedLetter one, SimulatedLetter other) {
        return one.content().equals(other.content()) && one.at().equals(other.at());
    }

    private static List<SimulatedLetter> only(Map<String, SimulatedLetter> these, Map<String, SimulatedLetter> those) {
        return these.values().stream()
                .filter(letter -> !those.containsKey(letter.key()))
                .sorted(SimulatedLetter.BY_TIME)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Of the letters that left, the one to the same reader that names most of the same; of several the nearest. */
    private static @Nullable SimulatedLetter movedTo(
            SimulatedLetter letter,
            Map<String, Set<String>> items,
            List<SimulatedLetter> gone,
            Map<String, Set<String>> itemsOfGone) {
        Set<String> named = items.getOrDefault(letter.key(), Set.of());
        Map<SimulatedLetter, Long> shared = new HashMap<>();
        gone.stream()
                .filter(other -> other.to().equals(letter.to()) && other.kind() == letter.kind())
                .forEach(other -> shared.put(
                        other,
                        itemsOfGone.getOrDefault(other.key(), Set.of()).stream()
                                .filter(named::contains)
                                .count()));
        return shared.entrySet().stream()
                .filter(other -> other.getValue() > 0)
                .min(Comparator.comparing((Map.Entry<SimulatedLetter, Long> other) -> -other.getValue())
                        .thenComparing(other -> Math.abs(
                                other.getKey().day().toEpochDay() - letter.day().toEpochDay()))
                        .thenComparing(other -> other.getKey().key()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}
