package vn.dondoc.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.dondoc.audit.Act;
import vn.dondoc.people.Failures;
import vn.dondoc.people.Pauses;
import vn.dondoc.people.Secrets;

/** How often signing in failed of late. An attempt counts as failed from its beginning, so that a crowd of them is counted. */
public final class SignInFailures {
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Database database;

    public SignInFailures(Database database) {
        this.database = database;
    }

    /**
     * Begins an attempt.
     *
     * @param subject a login or an address; only its hash is kept, as somebody may have typed his password there
     * @return until when nobody may try; empty when it was counted and may go on
     */
    public Optional<Instant> begin(String subject, Pauses pauses, Instant now) {
        String key = Secrets.hash(subject);
        return database.jdbi().inTransaction(handle -> {
            handle.execute("DELETE FROM sign_in_failure WHERE last_at < ?", Database.column(now.minus(FORGOTTEN)));
            Failures before = held(handle, key);
            Optional<Instant> until = pauses.until(before, now);
            if (until.isEmpty()) {
                write(handle, key, pauses.next(before, now));
            }
            return until;
        });
    }

    /** The same without an attempt. */
    public Optional<Instant> until(String subject, Pauses pauses, Instant now) {
        return database.jdbi()
                .withHandle(
                        handle -> select(handle, Secrets.hash(subject)).flatMap(before -> pauses.until(before, now)));
    }

    /** Whether the last attempt, which failed, brought a pause; then it is written down. */
    public void failed(String subject, String inWords, Pauses pauses, Instant at) {
        database.jdbi().useTransaction(handle -> {
            Optional<Instant> until = pauses.until(held(handle, Secrets.hash(subject)), at);
            if (until.isPresent()) {
                AuditLog.add(
                        handle, at, "chương trình", Act.SIGN_IN_PAUSED, inWords, "đến " + Database.column(until.get()));
            }
        });
    }

    /** The attempt was good after all. */
    public void forgive(String subject) {
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "UPDATE sign_in_failure SET failures = failures - 1 WHERE subject = ? AND failures > 0",
                        Secrets.hash(subject)));
    }

    /** What failures under a login are counted by, those of its second step among them. */
    public static String ofLogin(String login) {
        return "login " + login;
    }

    /** Counting begins anew. */
    public void forget(String subject) {
        database.jdbi()
                .useHandle(handle ->
                        handle.execute("DELETE FROM sign_in_failure WHERE subject = ?", Secrets.hash(subject)));
    }

    /** The row is this transaction's own until its end: attempts on other nodes wait. */
    private static Failures held(Handle handle, String key) {
        handle.execute(
                "INSERT INTO sign_in_failure (subject, failures, last_at) VALUES (?, 0, ?)"
                        + " ON CONFLICT (subject) DO UPDATE SET subject = excluded.subject",
                key,
                Database.column(Instant.EPOCH));
        return select(handle, key).orElseThrow();
    }

    private static Optional<Failures> select(Handle handle, String key) {
        return handle.select("SELECT failures, last_at FROM sign_in_failure WHERE subject = ?", key)
                .map((row, context) -> new Failures(row.getInt("failures"), Instant.parse(row.getString("last_at"))))
                .findOne();
    }

    private static void write(Handle handle, String key, Failures failures) {
        handle.execute(
                "UPDATE sign_in_failure SET failures = ?, last_at = ? WHERE subject = ?",
                failures.count(),
                Database.column(failures.last()),
                key);
    }
}
