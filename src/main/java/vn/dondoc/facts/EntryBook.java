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

/** The reports in force: of several entries for one unit, duty and period only the last received counts. */
public final class EntryBook {
    private static final Comparator<Entry> BY_DAY =
            Comparator.comparing(EntryBook::standsFor).thenComparing(Entry::sequence);

    private final Map<String, List<Entry>> byUnitAndDuty = new HashMap<>();
    private final Map<String, List<Entry>> replaced = new HashMap<>();

    /** @param known every entry received up to the moment asked for */
    public EntryBook(Collection<Entry> known) {
        Map<String, Entry> inForce = new HashMap<>();
        for (Entry entry : known) {
            inForce.merge(
                    key(entry.agency(), entry.duty()) + "|" + entry.period().id(), entry, this::replace);
        }
        for (Entry entry : inForce.values()) {
            byUnitAndDuty
                    .computeIfAbsent(key(entry.agency(), entry.duty()), pair -> new ArrayList<>())
                    .add(entry);
        }
        byUnitAndDuty.values().forEach(entries -> entries.sort(BY_DAY));
    }

    /** The entries of a unit for a duty, by the day they stand for. */
    public List<Entry> of(String agency, String duty) {
        return byUnitAndDuty.getOrDefault(key(agency, duty), List.of());
    }

    /**
     * The same with those that a later one for the same period replaced: by the day they stand for, they tell how the
     * numbers of a long period went.
     */
    public List<Entry> everyOf(String agency, String duty) {
        List<Entry> earlier = replaced.getOrDefault(key(agency, duty), List.of());
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

    private Entry replace(Entry one, Entry other) {
        Entry later = isLater(one, other) ? one : other;
        replaced.computeIfAbsent(key(one.agency(), one.duty()), pair -> new ArrayList<>())
                .add(later == one ? other : one);
        return later;
    }

    /** Whether the first of two entries was received after the other. */
    static boolean isLater(Entry one, Entry other) {
        int byReceipt = one.receivedAt().compareTo(other.receivedAt());
        return byReceipt > 0 || (byReceipt == 0 && one.sequence() > other.sequence());
    }

    private static String key(String agency, String duty) {
        return agency + "|" + duty;
    }
}
