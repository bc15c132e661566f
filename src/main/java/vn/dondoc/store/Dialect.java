package vn.dondoc.store;

import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * In what the two databases differ. Every statement is one text for both; the few words that only one of them understands
 * stand in it by name, as {@code <by_due_time>}.
 */
enum Dialect {
    SQLITE(
            "classpath:vn/dondoc/store/migrations",
            Map.of(
                    "by_due_time", "INDEXED BY outbox_due",
                    "skip_taken", "",
                    "then_join", "CROSS JOIN",
                    "unindexed", "+")) {
        /** A transaction that writes has the only lock from its start on. */
        @Override
        void waitForTurn(Handle transaction) {}
    },
    POSTGRESQL(
            "classpath:vn/dondoc/store/postgresql",
            Map.of(
                    "by_due_time", "",
                    "skip_taken", "FOR UPDATE SKIP LOCKED",
                    "then_join", "JOIN",
                    "unindexed", "")) {
        @Override
        void waitForTurn(Handle transaction) {
            transaction
                    .select("SELECT pg_advisory_xact_lock(?)", TURN)
                    .mapTo(String.class)
                    .one();
        }
    };

    /** Names the lock; any number does that nobody else takes in the same database. */
    private static final long TURN = 8_810_000_881L;

    private final String migrations;
    private final Map<String, String> words;

    Dialect(String migrations, Map<String, String> words) {
        this.migrations = migrations;
        this.words = words;
    }

    /** Where Flyway finds what makes the tables. */
    String migrations() {
        return migrations;
    }

    Jdbi speakTo(Jdbi jdbi) {
        words.forEach(jdbi::define);
        return jdbi;
    }

    /** Until the transaction ends, no other that waits for its turn decides anything, on whatever node. */
    abstract void waitForTurn(Handle transaction);
}
