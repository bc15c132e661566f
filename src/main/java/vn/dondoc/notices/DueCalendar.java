package vn.dondoc.notices;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.facts.Clause;
import vn.dondoc.facts.Obligation;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.outbox.MessageId;

/**
 * The due dates of a unit as its calendar programs are told of them. Such a program knows an entry by its UID and takes a
 * change only with a higher SEQUENCE (RFC 5545, 3.8.7.4), so what was told is remembered.
 *
 * @param agency id of the unit
 * @param day the day on which it was drawn up
 * @param entries all that was ever told of, the called off ones too, by duty and period
 * @param told the entries that are new or changed since the calendar before
 */
public record DueCalendar(String agency, LocalDate day, List<Entry> entries, Set<Finding.Key> told) {
    private static final int DAYS_BACK = 30;

    public DueCalendar {
        entries = List.copyOf(entries);
        told = Set.copyOf(told);
    }

    /**
     * One due date.
     *
     * @param uid the same for good
     * @param sequence counts the changes of date, of its being assumed, and of its standing
     * @param due the last day in time
     * @param assumed whether the Decision gives no such date
     * @param cancelled whether nothing is due any more
     * @param summary the duty in one line
     * @param description clause and the Decision's words
     */
    public record Entry(
            Finding.Key key,
            String uid,
            int sequence,
            LocalDate due,
            boolean assumed,
            boolean cancelled,
            String summary,
            String description) {

        /** This date as it follows on what was told before. */
        private Entry after(@Nullable Entry before) {
            if (before == null) {
                return this;
            }
            boolean same = due.equals(before.due) && assumed == before.assumed && !before.cancelled;
            return numbered(same ? before.sequence : before.sequence + 1, false);
        }

        private boolean isNewsAfter(@Nullable Entry before) {
            return before == null || before.sequence != sequence;
        }

        private Entry numbered(int number, boolean calledOff) {
            return new Entry(key, uid, number, due, assumed, calledOff, summary, description);
        }
    }

    /**
     * The calendar of a day.
     *
     * @param previous the entries of the calendar before; empty for the first
     * @param findings the unit's findings, open or not; what is met, has no date or fell due over 30 days ago is left out
     * @param senderAddress gives UIDs their domain
     */
    public static DueCalendar next(
            String agency, List<Entry> previous, List<Finding> findings, LocalDate day, String senderAddress) {
        Map<Finding.Key, Entry> entries = new TreeMap<>();
        previous.forEach(entry -> entries.put(entry.key(), calledOffUnlessPast(entry, day)));
        Map<Finding.Key, Entry> known = new TreeMap<>();
        previous.forEach(entry -> known.put(entry.key(), entry));
        findings.stream()
                .filter(finding -> isShown(finding, day))
                .map(finding -> entryOf(finding, senderAddress))
                .forEach(entry -> entries.put(entry.key(), entry.after(known.get(entry.key()))));
        Set<Finding.Key> told = entries.values().stream()
                .filter(entry -> entry.isNewsAfter(known.get(entry.key())))
                .map(Entry::key)
                .collect(Collectors.toSet());
        return new DueCalendar(agency, day, List.copyOf(entries.values()), told);
    }

    /** Whether there is anything to tell. */
    public boolean changed() {
        return !told.isEmpty();
    }

    /** What the file holds: every date that stands and is not long past, and what is called off with this very calendar. */
    public List<Entry> shown() {
        return entries.stream()
                .filter(entry -> told.contains(entry.key()) || (!entry.cancelled() && isNear(entry.due(), day)))
                .toList();
    }

    /** Nobody wants to hear that what lies a month back is called off. */
    private static Entry calledOffUnlessPast(Entry entry, LocalDate day) {
        return entry.cancelled() || !isNear(entry.due(), day) ? entry : entry.numbered(entry.sequence() + 1, true);
    }

    private static boolean isShown(Finding finding, LocalDate day) {
        LocalDate due = finding.due();
        return due != null
                && isNear(due, day)
                && finding.state() != State.MET
                && finding.state() != State.MET_LATE
                && finding.obligation().track() != Obligation.Track.RANK;
    }

    private static boolean isNear(LocalDate due, LocalDate day) {
        return !due.isBefore(day.minusDays(DAYS_BACK));
    }

    private static Entry entryOf(Finding finding, String senderAddress) {
        Obligation obligation = finding.obligation();
        LocalDate due = finding.due();
        if (due == null) {
            throw new IllegalArgumentException(finding.key() + " has no date");
        }
        return new Entry(
                finding.key(),
                uid(finding.key(), senderAddress),
                0,
                due,
                finding.assumed(),
                false,
                obligation.duty().text(),
                Clause.wordsOf(obligation.duty().clause()) + ", "
                        + obligation.period().inWords() + ": “"
                        + obligation.duty().quote() + "”");
    }

    private static String uid(Finding.Key key, String senderAddress) {
        return String.join("_", key.agency(), key.duty(), key.period()) + "@" + MessageId.domainOf(senderAddress);
    }
}
