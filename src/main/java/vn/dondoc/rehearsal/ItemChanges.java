package vn.dondoc.rehearsal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a changed letter names otherwise than before.
 *
 * @param added that its reader was told of on no day near it
 * @param dropped that he is told of no more
 * @param moved that he is told of on another day
 */
public record ItemChanges(List<Item> added, List<Item> dropped, List<Moved> moved) {
    static final ItemChanges NONE = new ItemChanges(List.of(), List.of(), List.of());

    public ItemChanges {
        added = List.copyOf(added);
        dropped = List.copyOf(dropped);
        moved = List.copyOf(moved);
    }

    /** A duty of a unit in a period. */
    public record Item(String agency, String duty, String period) implements Comparable<Item> {
        private static final Comparator<Item> ORDER =
                Comparator.comparing(Item::duty).thenComparing(Item::agency).thenComparing(Item::period);

        /** As a letter's record has it: "so-y-te III.1-03 2018-Q1". */
        private static Item of(String written) {
            String[] parts = written.split(" ", 3);
            return new Item(parts[0], parts[1], parts[2]);
        }

        static Set<Item> of(Set<String> written) {
            Set<Item> items = new TreeSet<>();
            written.forEach(item -> items.add(of(item)));
            return items;
        }

        @Override
        public int compareTo(Item other) {
            return ORDER.compare(this, other);
        }
    }

    /** Told on one day by the rules in force, on another by the edited ones. */
    public record Moved(Item item, LocalDate from, LocalDate to) {}

    public boolean isEmpty() {
        return added.isEmpty() && dropped.isEmpty() && moved.isEmpty();
    }
}
