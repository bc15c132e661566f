package vn.dondoc.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.dondoc.notices.Judged;

/**
 * A number that grows with everything that a check goes by. Whoever adds to that lets it grow in the same transaction, and
 * from then on holds its row until the end: so of a check and a report that end at one moment, one sees the other. Beside it
 * stand the units that it grew about since they were judged.
 */
final class Knowledge {
    private static final String EVERY_UNIT = "*";
    /** Beyond it all are read more quickly than these one by one. */
    private static final int MOST_BY_NAME = 200;

    private Knowledge() {}

    static long mark(Handle handle) {
        return handle.createQuery("SELECT mark FROM knowledge")
                .mapTo(Long.class)
                .one();
    }

    /**
     * About some units.
     *
     * @param at the moment from which on it is known: a check as of an earlier one does not see it
     */
    static void growsAbout(Handle handle, Collection<String> agencies, Instant at) {
        grows(handle);
        PreparedBatch rows =
                handle.prepareBatch("INSERT INTO unjudged (agency, since) VALUES (?, ?) ON CONFLICT (agency)"
                        + " DO UPDATE SET since = excluded.since WHERE excluded.since > unjudged.since");
        Set.copyOf(agencies).stream().sorted().forEach(agency -> rows.add(agency, Database.column(at)));
        rows.execute();
    }

    /** About whom, nobody knows. */
    static void growsAboutAll(Handle handle, Instant at) {
        growsAbout(handle, List.of(EVERY_UNIT), at);
    }

    /** By what a check wrote: that is no news of any unit. */
    static void grows(Handle handle) {
        handle.execute("UPDATE knowledge SET mark = mark + 1");
    }

    /** The same unless it has grown since it was that mark; false then. */
    static boolean growsFrom(Handle handle, long mark) {
        return handle.execute("UPDATE knowledge SET mark = mark + 1 WHERE mark = ?", mark) == 1;
    }

    /** The units that a check has to look at. */
    static Judged unjudged(Handle handle) {
        Set<String> agencies = new HashSet<>(handle.createQuery("SELECT agency FROM unjudged")
                .mapTo(String.class)
                .list());
        return agencies.contains(EVERY_UNIT) || agencies.size() > MOST_BY_NAME
                ? Judged.EVERYTHING
                : Judged.only(agencies);
    }

    /**
     * To be called with what was judged, in the transaction that writes what it came to. What is known only from a later
     * moment on is still to be judged.
     *
     * @param at the moment as of which was judged
     */
    static void judged(Handle handle, Judged judged, Instant at) {
        if (judged.everything()) {
            handle.execute("DELETE FROM unjudged WHERE since <= ?", Database.column(at));
        } else if (!judged.agencies().isEmpty()) {
            handle.createUpdate("DELETE FROM unjudged WHERE agency IN (<agencies>) AND since <= :at")
                    .bind("at", Database.column(at))
                    .bindList("agencies", List.copyOf(judged.agencies()))
                    .execute();
        }
    }
}
