package vn.dondoc.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What programs were answered under a key of theirs, for two days. */
public final class ApiAnswerStore {
    private static final Duration KEPT = Duration.ofHours(48);
    /** Whoever took so long is gone: the process ended under it. */
    private static final Duration LONGEST_WORK = Duration.ofMinutes(5);

    private final Database database;

    public ApiAnswerStore(Database database) {
        this.database = database;
    }

    /**
     * A request that may come again.
     *
     * @param caller id of the token
     * @param requestKey the program's own word for it
     * @param request hash of what is asked
     */
    public record Asked(String caller, String requestKey, String request) {}

    /**
     * What is known of a key.
     *
     * @param request hash of what was asked under it
     * @param status HTTP status of the answer; 0 while it is still being worked on
     */
    public record Known(String request, int status, String body) {
        public boolean isUnderWay() {
            return status == 0;
        }
    }

    /** Takes the key for a request; what is known of it when it was taken already. */
    public Optional<Known> begin(Asked asked, Instant now) {
        return database.inTurn(handle -> {
            handle.execute("DELETE FROM api_answer WHERE at < ?", Database.column(now.minus(KEPT)));
            handle.execute(
                    "DELETE FROM api_answer WHERE status = 0 AND at < ?", Database.column(now.minus(LONGEST_WORK)));
            Optional<Known> known = find(handle, asked);
            if (known.isEmpty()) {
                handle.createUpdate("INSERT INTO api_answer (caller, request_key, request, status, body, at)"
                                + " VALUES (:caller, :requestKey, :request, 0, '', :at)")
                        .bindMethods(asked)
                        .bind("at", Database.column(now))
                        .execute();
            }
            return known;
        });
    }

    private static Optional<Known> find(Handle handle, Asked asked) {
        return handle.createQuery("SELECT request, status, body FROM api_answer"
                        + " WHERE caller = :caller AND request_key = :requestKey")
                .bindMethods(asked)
                .map((row, context) -> new Known(row.getString(1), row.getInt(2), row.getString(3)))
                .findOne();
    }

    public void end(Asked asked, int status, String body) {
        database.jdbi()
                .useHandle(handle -> handle.createUpdate("UPDATE api_answer SET status = :status, body = :body"
                                + " WHERE caller = :caller AND request_key = :requestKey")
                        .bindMethods(asked)
                        .bind("status", status)
                        .bind("body", body)
                        .execute());
    }

    /** Gives a key back under which nothing was done. */
    public void forget(Asked asked) {
        database.jdbi()
                .useHandle(handle -> handle.createUpdate(
                                "DELETE FROM api_answer WHERE caller = :caller AND request_key = :requestKey")
                        .bindMethods(asked)
                        .execute());
    }
}
