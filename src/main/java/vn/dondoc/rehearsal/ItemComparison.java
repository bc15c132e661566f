package vn.dondoc.rehearsal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.rehearsal.ItemChanges.Item;
import vn.dondoc.rehearsal.ItemChanges.Moved;

/**
 * Finds what changed letters name otherwise than before. What one letter names no longer and another to the same reader
 * names anew was moved.
 */
final class ItemComparison {
    private final Map<String, Set<String>> before;
    private final Map<String, Set<String>> after;
    private final Map<Told, List<LocalDate>> left = new HashMap<>();
    private final Map<Told, List<LocalDate>> came = new HashMap<>();

    /** Something that a reader is told of. */
    private record Told(String reader, Item item) {}

    /** @param before what each letter names by the rules in force, by its key */
    ItemComparison(Map<String, Set<String>> before, Map<String, Set<String>> after) {
        this.before = before;
        this.after = after;
    }

    /** The same changes, those of letters that stand on both sides with what they name. */
    List<LetterChange> in(List<LetterChange> changes) {
        for (LetterChange change : changes) {
            dropped(change).forEach(item -> note(left, change.before(), item));
            added(change).forEach(item -> note(came, change.after(), item));
        }
        return changes.stream().map(this::withItems).toList();
    }

    private List<Item> dropped(LetterChange change) {
        return only(named(change.before(), before), named(change.after(), after));
    }

    private List<Item> added(LetterChange change) {
        return only(named(change.after(), after), named(change.before(), before));
    }

    private static List<Item> only(Set<Item> these, Set<Item> those) {
        return these.stream().filter(item -> !those.contains(item)).toList();
    }

    private static Set<Item> named(@Nullable SimulatedLetter letter, Map<String, Set<String>> items) {
        return letter == null ? Set.of() : Item.of(items.getOrDefault(letter.key(), Set.of()));
    }

    private static void note(Map<Told, List<LocalDate>> days, @Nullable SimulatedLetter letter, Item item) {
        if (letter != null) {
            days.computeIfAbsent(new Told(letter.to(), item), any -> new ArrayList<>())
                    .add(letter.day());
        }
    }

    private LetterChange withItems(LetterChange change) {
        SimulatedLetter was = change.before();
        SimulatedLetter is = change.after();
        return was == null || is == null
                ? change
                : new LetterChange(change.kind(), was, is, changes(was, dropped(change), is, added(change)));
    }

    private ItemChanges changes(SimulatedLetter was, List<Item> dropped, SimulatedLetter is, List<Item> added) {
        List<Moved> moved = new ArrayList<>();
        List<Item> gone = new ArrayList<>();
        for (Item item : dropped) {
            nearest(came, was, item)
                    .ifPresentOrElse(day -> moved.add(new Moved(item, was.day(), day)), () -> gone.add(item));
        }
        List<Item> fresh = new ArrayList<>();
        for (Item item : added) {
            nearest(left, is, item)
                    .ifPresentOrElse(day -> moved.add(new Moved(item, day, is.day())), () -> fresh.add(item));
        }
        return new ItemChanges(fresh, gone, moved);
    }

    private static Optional<LocalDate> nearest(Map<Told, List<LocalDate>> days, SimulatedLetter letter, Item item) {
        return days.getOrDefault(new Told(letter.to(), item), List.of()).stream()
                .min(Comparator.comparingLong(
                        day -> Math.abs(day.toEpochDay() - letter.day().toEpochDay())));
    }
}
