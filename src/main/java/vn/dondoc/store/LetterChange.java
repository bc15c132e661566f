package vn.dondoc.store;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
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

    /**
     * Changes one letter, and accounts for it in the same transaction.
     *
     * @return false when it was not as expected; then nothing is written
     */
    static boolean one(Jdbi jdbi, Function<Handle, Update> change, Consumer<Handle> account) {
        return jdbi.inTransaction(handle -> {
            boolean changed = change.apply(handle).execute() == 1;
            if (changed) {
                account.accept(handle);
            }
            return changed;
        });
    }
}
