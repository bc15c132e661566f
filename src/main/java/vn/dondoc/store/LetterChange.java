package vn.dondoc.store;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import vn.dondoc.outbox.LetterState;

/** The one way in which a row of table outbox changes its state: from the expected state, by a change that is allowed. */
final class LetterChange {
    private LetterChange() {}

    static Update of(Handle handle, LetterState from, LetterState to, String set, String where) {
        if (!from.mayBecome(to)) {
            throw new IllegalStateException("a letter never goes from " + from + " to " + to);
        }
        return handle.createUpdate("UPDATE outbox SET state = :to, " + set + " WHERE state = :from AND " + where)
                .bind("from", from.code())
                .bind("to", to.code());
    }
}
