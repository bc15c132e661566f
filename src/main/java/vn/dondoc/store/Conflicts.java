package vn.dondoc.store;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Transactions that a server gives up because they and others wait for each other: nothing of them is left, so they may be done over. */
final class Conflicts {
    private static final Logger LOG = LoggerFactory.getLogger(Conflicts.class);
    private static final int MOST_ATTEMPTS = 5;
    /** Serialization failure, deadlock. */
    private static final Set<String> PASSING = Set.of("40001", "40P01");

    private Conflicts() {}

    static <T> T retried(Supplier<T> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (RuntimeException failure) {
                if (attempt == MOST_ATTEMPTS || !isPassing(failure)) {
                    throw failure;
                }
                LOG.debug("a transaction gave way to another; once more", failure);
            }
        }
    }

    static boolean isPassing(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && PASSING.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
