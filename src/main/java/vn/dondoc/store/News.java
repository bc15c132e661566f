package vn.dondoc.store;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Tells what came in since one last looked, at the price of a look at the newest rows. */
public final class News {
    private final Database database;

    public News(Database database) {
        this.database = database;
    }

    /** How far one has read: the numbers of the last report, agreement, ruling and change of a finding. */
    public record Mark(long entry, long dispensation, long ruling, long change) {
        public static final Mark NOTHING = new Mark(0, 0, 0, 0);
    }

    /** To be asked before anything is read. */
    public Mark mark() {
        return database.jdbi()
                .withHandle(handle -> new Mark(
                        last(handle, "entry"),
                        last(handle, "dispensation"),
                        last(handle, "ruling"),
                        last(handle, "finding_change")));
    }

    /** The units that reported something, were granted something, or were told of a ruling, since. */
    public Set<String> unitsSince(Mark mark) {
        return database.jdbi().withHandle(handle -> {
            Set<String> units = new HashSet<>(since(handle, "entry", mark.entry()));
            units.addAll(since(handle, "dispensation", mark.dispensation()));
            units.addAll(since(handle, "ruling", mark.ruling()));
            return units;
        });
    }

    /** The units of which something is there that is known from a later moment on only: the clock of another node is ahead. */
    public Set<String> unitsAheadOf(Instant now) {
        return database.jdbi().withHandle(handle -> {
            Set<String> units = new HashSet<>(after(handle, "entry WHERE received_at", now));
            units.addAll(after(handle, "dispensation WHERE at", now));
            units.addAll(after(handle, "ruling WHERE at", now));
            return units;
        });
    }

    private static Set<String> after(Handle handle, String column, Instant moment) {
        return handle.select("SELECT DISTINCT agency FROM " + column + " > ?", Database.column(moment))
                .mapTo(String.class)
                .set();
    }

    private static long last(Handle handle, String table) {
        return handle.createQuery("SELECT COALESCE(MAX(id), 0) FROM " + table)
                .mapTo(Long.class)
                .one();
    }

    private static Set<String> since(Handle handle, String table, long id) {
        return handle.select("SELECT DISTINCT agency FROM " + table + " WHERE id > ?", id)
                .mapTo(String.class)
                .set();
    }
}
