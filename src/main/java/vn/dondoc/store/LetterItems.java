package vn.dondoc.store;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What letters name, duty by duty. */
public final class LetterItems {
    private final Database database;

    public LetterItems(Database database) {
        this.database = database;
    }

    /** For each letter of a day or later, "unit duty period" of what it names; by the letter's key. */
    public Map<String, Set<String>> since(LocalDate day) {
        return database.jdbi()
                .withHandle(handle -> handle
                        .createQuery("""
                        SELECT letter_key, agency || ' ' || duty || ' ' || period AS item FROM notice_item WHERE day >= ?
                        """)
                        .bind(0, day.toString())
                        .map((row, context) -> Map.entry(row.getString("letter_key"), row.getString("item")))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey,
                                TreeMap::new,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toSet()))));
    }
}
