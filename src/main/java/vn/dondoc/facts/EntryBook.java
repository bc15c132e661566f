package vn.dondoc.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.dondoc.calendar.Period;
import vn.dondoc.calendar.VietnamTime;

/**
 * The reports in force: of several entries for one unit, duty and period only the last received counts, and none where that
 * one was returned.
 */
public final class EntryBook {
    private static final Comparator<Entry> BY_DAY =
            Comparator.comparing(EntryBook::standsFor).thenComparing(Entry::sequence);

    /** By unit, then by duty: a country's million entries make no million keys. */
    private final Map<String, Map<String, List<Entry>>> inForce = new HashMap<>();

    private final Map<String, Map<String, List<Entry>>> replaced = new HashMap<>();
    private final Map<String, Map<String, List<Entry>>> returned = new HashMap<>();
    private final Map<String, Map<String, List<Entry>>> everReturned = new HashMap<>();
    private final Rulings rulings;

    /** Entries of which nothing was ruled. */
    public EntryBook(Collection<Entry> known) {
        this(known, Rulings.NONE);
    }

    /**
     * @param known every entry received up to the moment asked for
     * @param rulings what was ruled about them up to then
     */
    public EntryBook(Collection<Entry> known, Rulings rulings) {
        this.rulings = rulings;
        known.forEach(this::add);
        if (!rulings.isEmpty()) {
            known.stream()
                    .filter(rulings::isReturned)
                    .forEach(entry -> of(everReturned, entry).add(entry));
            inForce.forEach(this::setAside);
            replaced.values().forEach(ofUnit -> ofUnit.values().forEach(each -> each.removeIf(rulings::isReturned)));
        }
        for (Map<String, List<Entry>> ofUnit : inForce.values()) {
            for (List<Entry> entries : ofUnit.values()) {
                if (entries.size() > 1) {
                    entries.sort(BY_DAY);
                }
            }
        }
    }

    /** The entries of a unit for a duty, by the day they stand for. */
    public List<Entry> of(String agency, String duty) {
        Map<String, List<Entry>> ofUnit = inForce.get(agency);
        List<Entry> entries = ofUnit == null ? null : ofUnit.get(duty);
        return entries == null ? List.of() : entries;
    }

    /** What was ruled about the entries. */
    public Rulings rulings() {
        return rulings;
    }

    /** The returned entries of a unit for a duty that nothing came in place of. */
    public List<Entry> returned(String agency, String duty) {
        return returned.isEmpty()
                ? List.of()
                : returned.getOrDefault(agency, Map.of()).getOrDefault(duty, List.of());
    }

    /** The same with those that something came in place of. */
    List<Entry> everReturned(String agency, String duty) {
        return everReturned.isEmpty()
                ? List.of()
                : everReturned.getOrDefault(agency, Map.of()).getOrDefault(duty, List.of());
    }

    private void setAside(String agency, Map<String, List<Entry>> ofUnit) {
        ofUnit.forEach((duty, entries) -> {
            List<Entry> back = entries.stream().filter(rulings::isReturned).toList();
            if (!back.isEmpty()) {
                entries.removeAll(back);
                returned.computeIfAbsent(agency, unit -> new HashMap<>()).put(duty, back);
            }
        });
    }

    /**
     * The same with those that a later one for the same period replaced: by the day they stand for, they tell how the
     * numbers of a long period went.
     */
    public List<Entry> everyOf(String agency, String duty) {
        List<Entry> earlier = replaced.getOrDefault(agency, Map.of()).getOrDefault(duty, List.of());
        if (earlier.isEmpty()) {
            return of(agency, duty);
        }
        List<Entry> every = new ArrayList<>(of(agency, duty));
        every.addAll(earlier);
        every.sort(BY_DAY);
        return every;
    }

    /** The last day an entry can speak of: the end of its period, or its receipt when that came first. */
    public static LocalDate standsFor(Entry entry) {
        LocalDate received = VietnamTime.dayOf(entry.receivedAt());
        return entry.period().last().isBefore(received) ? entry.period().last() : received;
    }

    /**
     * Whether an entry answers for a span. Its period ends in the span, or something dated in the span was done; so a
     * report "2017-Q4" answers for the year's report, and "2017" for the last quarter.
     */
    public static boolean answersFor(Entry entry, LocalDate first, LocalDate last) {
        Period span = new Period("span", first, last);
        return span.contains(entry.period().last())
                || (entry.completedOn() != null && span.contains(entry.completedOn()))
                || entry.evidence().stream().anyMatch(paper -> paper.date() != null && span.contains(paper.date()));
    }

    private void add(Entry entry) {
        List<Entry> ofDuty = of(inForce, entry);
        for (int place = 0; place < ofDuty.size(); place++) {
            Entry other = ofDuty.get(place);
            if (other.period().id().equals(entry.period().id())) {
                boolean later = isLater(other, entry);
                ofDuty.set(place, later ? other : entry);
                of(replaced, entry).add(later ? entry : other);
                return;
            }
        }
        ofDuty.add(entry);
    }

    private static List<Entry> of(Map<String, Map<String, List<Entry>>> entries, Entry entry) {
        return entries.computeIfAbsent(entry.agency(), unit -> new HashMap<>())
                .computeIfAbsent(entry.duty(), duty -> new ArrayList<>(1));
    }

    /** Whether the first of two entries was received after the other. */
    static boolean isLater(Entry one, Entry other) {
        int byReceipt = one.receivedAt().compareTo(other.receivedAt());
        return byReceipt > 0 || (byReceipt == 0 && one.sequence() > other.sequence());
    }
}
