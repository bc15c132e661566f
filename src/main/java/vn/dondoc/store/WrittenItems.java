package vn.dondoc.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import vn.dondoc.findings.Finding;

/**
 * What reminders and reports upwards said of each finding, by letter. A letter's rows of table notice_item are written
 * with it and never changed: so each letter's are read once, however many mornings ask for them.
 */
final class WrittenItems {
    private final Map<String, List<WrittenItem>> byLetter = new HashMap<>();

    /** One finding in one letter. */
    record WrittenItem(Finding.Key finding, LocalDate day, String stage, String tone) {}

    /** A letter and the day that decided it. */
    record LetterOf(String key, LocalDate day) {}

    /** What each of the letters said; in the order of the letters. */
    synchronized List<List<WrittenItem>> of(Collection<LetterOf> letters, Handle handle) {
        letters.stream()
                .filter(letter -> !byLetter.containsKey(letter.key()))
                .map(LetterOf::day)
                .min(LocalDate::compareTo)
                .ifPresent(first -> read(first, handle));
        return letters.stream()
                .map(letter -> byLetter.getOrDefault(letter.key(), List.of()))
                .toList();
    }

    private void read(LocalDate from, Handle handle) {
        Map<String, List<WrittenItem>> read = new HashMap<>();
        handle.createQuery("SELECT letter_key, agency, duty, period, day, stage, tone FROM notice_item"
                        + " WHERE day >= :from AND kind IN ('reminder', 'escalation') ORDER BY day")
                .bind("from", from.toString())
                .map((row, context) -> read.computeIfAbsent(row.getString(1), any -> new ArrayList<>())
                        .add(itemOf(row)))
                .list();
        byLetter.putAll(read);
    }

    /** The same few words stand in thousands of rows. */
    private static WrittenItem itemOf(ResultSet row) throws SQLException {
        Finding.Key finding = new Finding.Key(
                row.getString(2).intern(),
                row.getString(3).intern(),
                row.getString(4).intern());
        return new WrittenItem(
                finding,
                LocalDate.parse(row.getString(5)),
                row.getString(6).intern(),
                row.getString(7).intern());
    }
}
