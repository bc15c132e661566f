package vn.dondoc.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.dondoc.findings.Finding;
import vn.dondoc.notices.DueCalendar;

/** What the units' calendars were last told of. */
public final class CalendarStore {
    private static final String ALL = "SELECT * FROM calendar_entry ORDER BY agency, duty, period";
    private static final String WRITE = """
            INSERT INTO calendar_entry
                (agency, duty, period, uid, sequence, due, assumed, cancelled, summary, description)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (agency, duty, period) DO UPDATE SET sequence = excluded.sequence, due = excluded.due,
                assumed = excluded.assumed, cancelled = excluded.cancelled, summary = excluded.summary,
                description = excluded.description
            """;

    private final Database database;

    public CalendarStore(Database database) {
        this.database = database;
    }

    /** The entries of every unit that ever got a calendar, by the unit's id; the called off ones too. */
    public Map<String, List<DueCalendar.Entry>> entriesByAgency() {
        return database.jdbi()
                .withHandle(handle -> entries(handle).stream()
                        .collect(Collectors.groupingBy(
                                entry -> entry.key().agency(), TreeMap::new, Collectors.toList())));
    }

    /** The entries of one unit; empty for one that never got a calendar. */
    public List<DueCalendar.Entry> entriesOf(String agency) {
        return entriesByAgency().getOrDefault(agency, List.of());
    }

    /** Remembers a calendar, within the transaction that queues the letter to which it is attached. */
    public static void write(Handle handle, DueCalendar calendar) {
        if (calendar.entries().isEmpty()) {
            return;
        }
        PreparedBatch rows = handle.prepareBatch(WRITE);
        for (DueCalendar.Entry entry : calendar.entries()) {
            rows.add(
                    entry.key().agency(),
                    entry.key().duty(),
                    entry.key().period(),
                    entry.uid(),
                    entry.sequence(),
                    entry.due().toString(),
                    entry.assumed() ? 1 : 0,
                    entry.cancelled() ? 1 : 0,
                    entry.summary(),
                    entry.description());
        }
        rows.execute();
    }

    private static List<DueCalendar.Entry> entries(Handle handle) {
        return handle.createQuery(ALL)
                .map((row, context) -> new DueCalendar.Entry(
                        new Finding.Key(row.getString("agency"), row.getString("duty"), row.getString("period")),
                        row.getString("uid"),
                        row.getInt("sequence"),
                        LocalDate.parse(row.getString("due")),
                        row.getInt("assumed") == 1,
                        row.getInt("cancelled") == 1,
                        row.getString("summary"),
                        row.getString("description")))
                .list();
    }
}
