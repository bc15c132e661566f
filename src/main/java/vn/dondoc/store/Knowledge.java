package vn.dondoc.store;

import org.jdbi.v3.core.Handle;

/**
 * A number that grows with everything that a check goes by. Whoever adds to that lets it grow in the same transaction, and
 * from then on holds its row until the end: so of a check and a report that end at one moment, one sees the other.
 */
final class Knowledge {
    private Knowledge() {}

    static long mark(Handle handle) {
        return handle.createQuery("SELECT mark FROM knowledge")
                .mapTo(Long.class)
                .one();
    }

    static void grows(Handle handle) {
        handle.execute("UPDATE knowledge SET mark = mark + 1");
    }

    /** The same unless it has grown since it was that mark; false then. */
    static boolean growsFrom(Handle handle, long mark) {
        return handle.execute("UPDATE knowledge SET mark = mark + 1 WHERE mark = ?", mark) == 1;
    }
}
