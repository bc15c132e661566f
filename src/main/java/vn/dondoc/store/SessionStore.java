package vn.dondoc.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.dondoc.audit.Act;
import vn.dondoc.people.Person;
import vn.dondoc.people.SessionLife;

/** Sessions of the console: they outlive a restart and hold on every node. What a browser's cookie holds is not in here. */
public final class SessionStore {
    /** A request more or less is not worth a write. */
    private static final Duration NOT_WORTH_WRITING = Duration.ofMinutes(1);

    private static final Duration LONGEST = Duration.ofDays(1);

    private final Database database;

    public SessionStore(Database database) {
        this.database = database;
    }

    /** What is still wanting before a session counts. */
    public enum Stage {
        OPEN,
        CODE_WANTED,
        SECOND_STEP_WANTED
    }

    /**
     * A session as it is kept.
     *
     * @param id hash of what the cookie holds
     * @param browser what it said of itself
     * @param newSecret of an authenticator that is being set up; empty when none is
     */
    public record Kept(
            String id, Person person, Stage stage, Instant opened, Instant seen, String browser, String newSecret) {
        boolean holds(Instant now) {
            SessionLife life = stage == Stage.OPEN ? SessionLife.of(person.role()) : SessionLife.UNFINISHED;
            return person.active() && life.holds(opened, seen, now);
        }
    }

    /** Opens one, and forgets those whose time is long over. */
    public void open(String id, Person person, Stage stage, String browser, Instant at) {
        database.jdbi().useTransaction(handle -> {
            handle.execute("DELETE FROM console_session WHERE opened_at < ?", Database.column(at.minus(LONGEST)));
            handle.execute(
                    "INSERT INTO console_session (id, login, stage, opened_at, seen_at, browser, message, new_secret)"
                            + " VALUES (?, ?, ?, ?, ?, ?, '', '')",
                    id,
                    person.login(),
                    stage.name(),
                    Database.column(at),
                    Database.column(at),
                    browser);
            if (stage == Stage.OPEN) {
                AuditLog.add(handle, at, person.visitor().author(), Act.SIGNED_IN, person.login(), browser);
            }
        });
    }

    /** The session of that id while it holds; being asked for keeps it from running out. */
    public Optional<Kept> find(String id, Instant now) {
        Optional<Kept> found = database.jdbi()
                .withHandle(handle -> handle.select(
                                "SELECT * FROM console_session s JOIN person p ON p.login = s.login WHERE s.id = ?", id)
                        .map((row, context) -> kept(row))
                        .findOne())
                .filter(session -> session.holds(now));
        found.filter(session -> !session.seen().plus(NOT_WORTH_WRITING).isAfter(now))
                .ifPresent(session -> seen(id, now));
        return found;
    }

    private void seen(String id, Instant now) {
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "UPDATE console_session SET seen_at = ? WHERE id = ?", Database.column(now), id));
    }

    /** Somebody's sessions that hold, the last opened first. */
    public List<Kept> of(String login, Instant now) {
        return database
                .jdbi()
                .withHandle(handle -> handle.select(
                                "SELECT * FROM console_session s JOIN person p ON p.login = s.login"
                                        + " WHERE s.login = ? AND s.stage = ? ORDER BY s.opened_at DESC",
                                login,
                                Stage.OPEN.name())
                        .map((row, context) -> kept(row))
                        .list())
                .stream()
                .filter(session -> session.holds(now))
                .toList();
    }

    public void end(String id) {
        database.jdbi().useHandle(handle -> handle.execute("DELETE FROM console_session WHERE id = ?", id));
    }

    /** The same as the person's own act. */
    public void signOut(String id, String login, String actor, Instant at) {
        database.jdbi().useTransaction(handle -> {
            handle.execute("DELETE FROM console_session WHERE id = ?", id);
            AuditLog.add(handle, at, actor, Act.SIGNED_OUT, login, "");
        });
    }

    /** Ends every session of somebody. */
    public void endAllOf(String login, String actor, Instant at) {
        database.jdbi().useTransaction(handle -> {
            endAll(handle, login);
            AuditLog.add(handle, at, actor, Act.SESSIONS_ENDED, login, "");
        });
    }

    static void endAll(Handle handle, String login) {
        endAllBut(handle, login, "");
    }

    static void endAllBut(Handle handle, String login, String kept) {
        handle.execute("DELETE FROM console_session WHERE login = ? AND id <> ?", login, kept);
    }

    public void leaveMessage(String id, String message) {
        database.jdbi()
                .useHandle(
                        handle -> handle.execute("UPDATE console_session SET message = ? WHERE id = ?", message, id));
    }

    /** The message once; empty without one. */
    public String takeMessage(String id) {
        String message = database.jdbi()
                .withHandle(handle -> handle.select("SELECT message FROM console_session WHERE id = ?", id)
                        .mapTo(String.class)
                        .findOne())
                .orElse("");
        if (!message.isEmpty()) {
            leaveMessage(id, "");
        }
        return message;
    }

    /** Keeps the secret of an authenticator until a code has proved that it was read. */
    public void keepNewSecret(String id, String secret) {
        database.jdbi()
                .useHandle(
                        handle -> handle.execute("UPDATE console_session SET new_secret = ? WHERE id = ?", secret, id));
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getString("id"),
                PeopleStore.person(row),
                Stage.valueOf(row.getString("stage")),
                Instant.parse(row.getString("opened_at")),
                Instant.parse(row.getString("seen_at")),
                row.getString("browser"),
                row.getString("new_secret"));
    }
}
