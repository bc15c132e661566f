package vn.dondoc.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import vn.dondoc.findings.Finding;

/**
 * What reminders and reports upwards said of each finding. A letter's rows of table notice_item are written with it and
 * never changed: so each letter's are read once, however many mornings ask for them.
 */
final class WrittenItems {
    private static final Comparator<WrittenItem> BY_DAY =
            Comparator.comparing(WrittenItem::day).thenComparing(WrittenItem::stage);

    private final Map<Finding.Key, List<WrittenItem>> byFinding = new ConcurrentHashMap<>();
    private final Set<String> lettersRead = new HashSet<>();

    /** What one letter said of a finding. */
    record WrittenItem(String letterKey, LocalDate day, String stage, String tone) {}

    /**
     * Makes sure that what those letters said is known.
     *
     * @param letters the day of each letter, by its key
     */
    synchronized void know(Map<String, LocalDate> letters, Handle handle) {
        Set<String> unread = new HashSet<>(letters.keySet());
        unread.removeAll(lettersRead);
        unread.stream().map(letters::get).min(LocalDate::compareTo).ifPresent(first -> read(unread, first, handle));
        lettersRead.addAll(unread);
    }

    /** What was said of a finding, by day; also by letters that were taken back. */
    List<WrittenItem> about(Finding.Key finding) {
        return byFinding.getOrDefault(finding, List.of());
    }

    private void read(Set<String> letters, LocalDate from, Handle handle) {
        handle.createQuery("SELECT letter_key, agency, duty, period, day, stage, tone FROM notice_item"
                        + " WHERE day >= :from AND kind IN ('reminder', 'escalation')")
                .bind("from", from.toString())
                .map((row, context) -> letters.contains(row.getString(1)) && add(row))
                .list();
    }

    private boolean add(ResultSet row) throws SQLException {
        Finding.Key finding = new Finding.Key(row.getString(2), row.getString(3), row.getString(4));
        byFinding.merge(
                finding,
                List.of(itemOf(row)),
                (one, other) -> Stream.concat(one.stream(), other.stream())
                        .sorted(BY_DAY)
                        .toList());
        return true;
    }

    /** The same few words stand in thousands of rows. */
    private static WrittenItem itemOf(ResultSet row) throws SQLException {
        return new WrittenItem(
                row.getString(1).intern(),
                LocalDate.parse(row.getString(5)),
                row.getString(6).intern(),
                row.getString(7).intern());
    }
}
