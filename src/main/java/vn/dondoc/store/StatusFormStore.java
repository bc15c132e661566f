package vn.dondoc.store;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What the status form that each unit last got showed, as a fingerprint: the same form is not sent again. */
public final class StatusFormStore {
    private final Database database;

    public StatusFormStore(Database database) {
        this.database = database;
    }

    /** The fingerprints by the units' ids; a unit that never got a form has none. */
    public Map<String, String> fingerprints() {
        Map<String, String> fingerprints = new HashMap<>();
        database.jdbi()
                .useHandle(handle -> handle.createQuery("SELECT agency, fingerprint FROM status_form")
                        .map((row, context) -> fingerprints.put(row.getString("agency"), row.getString("fingerprint")))
                        .list());
        return fingerprints;
    }

    /** Remembers a form, within the transaction that queues the letter to which it is attached. */
    public static void write(Handle handle, String agency, String fingerprint, LocalDate day) {
        handle.execute(
                "INSERT INTO status_form (agency, fingerprint, day) VALUES (?, ?, ?) ON CONFLICT (agency) DO UPDATE"
                        + " SET fingerprint = excluded.fingerprint, day = excluded.day",
                agency,
                fingerprint,
                day.toString());
    }
}
