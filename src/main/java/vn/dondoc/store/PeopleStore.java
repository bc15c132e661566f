package vn.dondoc.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.dondoc.audit.Act;
import vn.dondoc.people.Person;
import vn.dondoc.people.Role;

/** Who may use the console. Whoever loses something loses his sessions in the same transaction. */
public final class PeopleStore {
    private static final String ONE = "SELECT * FROM person WHERE login = ?";

    private final Database database;

    public PeopleStore(Database database) {
        this.database = database;
    }

    /**
     * By what a person shows who he is.
     *
     * @param passwordHash empty until one was chosen
     * @param secret of his authenticator; empty without
     * @param lastStep of the last code that was taken
     */
    public record Credentials(Person person, String passwordHash, String secret, long lastStep) {
        public boolean hasSecondStep() {
            return !secret.isEmpty();
        }
    }

    public Optional<Credentials> find(String login) {
        return database.jdbi().withHandle(handle -> find(handle, login));
    }

    static Optional<Credentials> find(Handle handle, String login) {
        return handle.select(ONE, login).map((row, context) -> credentials(row)).findOne();
    }

    /** Everybody, those that may not sign in any more last. */
    public List<Credentials> all() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT * FROM person ORDER BY active DESC, login")
                        .map((row, context) -> credentials(row))
                        .list());
    }

    /** Whether somebody can administer: one that is not locked and has a password. */
    public boolean hasAdministrator() {
        return database.jdbi().withHandle(PeopleStore::hasAdministrator);
    }

    static boolean hasAdministrator(Handle handle) {
        return administratorsBeside(handle, "") > 0;
    }

    private static long administratorsBeside(Handle handle, String login) {
        return handle.select(
                        "SELECT count(*) FROM person WHERE role = ? AND active = 1 AND password <> '' AND login <> ?",
                        Role.ADMINISTRATOR.name(),
                        login)
                .mapTo(Long.class)
                .one();
    }

    /** False when the login is taken. */
    public boolean add(Person person, String actor, Instant at) {
        return database.inTurn(handle -> {
            if (find(handle, person.login()).isPresent()) {
                return false;
            }
            add(handle, person, actor, at);
            return true;
        });
    }

    static void add(Handle handle, Person person, String actor, Instant at) {
        handle.execute(
                "INSERT INTO person (login, title, role, agency, active, password, totp_secret, totp_step, made_at)"
                        + " VALUES (?, ?, ?, ?, 1, '', '', 0, ?)",
                person.login(),
                person.title(),
                person.role().name(),
                person.agency(),
                Database.column(at));
        AuditLog.add(handle, at, actor, Act.PERSON_ADDED, person.login(), described(person));
    }

    /** Another title, role or unit; false when nobody would be left to administer. */
    public boolean change(Person person, String actor, Instant at) {
        return database.inTurn(handle -> {
            if (person.role() != Role.ADMINISTRATOR && isLastAdministrator(handle, person.login())) {
                return false;
            }
            handle.execute(
                    "UPDATE person SET title = ?, role = ?, agency = ? WHERE login = ?",
                    person.title(),
                    person.role().name(),
                    person.agency(),
                    person.login());
            SessionStore.endAll(handle, person.login());
            AuditLog.add(handle, at, actor, Act.ROLE_CHANGED, person.login(), described(person));
            return true;
        });
    }

    /** False when nobody would be left to administer. */
    public boolean lock(String login, String actor, Instant at) {
        return database.inTurn(handle -> {
            if (isLastAdministrator(handle, login)) {
                return false;
            }
            setActive(handle, login, 0);
            SessionStore.endAll(handle, login);
            LinkStore.voidAll(handle, login, at);
            AuditLog.add(handle, at, actor, Act.PERSON_LOCKED, login, "");
            return true;
        });
    }

    public void unlock(String login, String actor, Instant at) {
        database.jdbi().useTransaction(handle -> {
            setActive(handle, login, 1);
            AuditLog.add(handle, at, actor, Act.PERSON_UNLOCKED, login, "");
        });
    }

    /** His other sessions end, and links to choose one are void. */
    public void setPassword(String login, String hash, String keptSession, String actor, Instant at) {
        database.jdbi().useTransaction(handle -> {
            setPassword(handle, login, hash, actor, at);
            SessionStore.endAllBut(handle, login, keptSession);
        });
    }

    static void setPassword(Handle handle, String login, String hash, String actor, Instant at) {
        handle.execute("UPDATE person SET password = ? WHERE login = ?", hash, login);
        LinkStore.voidAll(handle, login, at);
        AuditLog.add(handle, at, actor, Act.PASSWORD_CHOSEN, login, "");
    }

    /**
     * From now on signing in takes a code, too.
     *
     * @param step of the code that proved it
     * @param recoveryCodes hashes; they replace those there were
     */
    public void setSecondStep(
            String login, String secret, long step, List<String> recoveryCodes, String actor, Instant at) {
        database.jdbi().useTransaction(handle -> {
            handle.execute("UPDATE person SET totp_secret = ?, totp_step = ? WHERE login = ?", secret, step, login);
            handle.execute("DELETE FROM recovery_code WHERE login = ?", login);
            recoveryCodes.forEach(
                    hash -> handle.execute("INSERT INTO recovery_code (login, hash) VALUES (?, ?)", login, hash));
            AuditLog.add(handle, at, actor, Act.SECOND_STEP_SET, login, "");
        });
    }

    /** For who has lost the authenticator. */
    public void removeSecondStep(String login, String actor, Instant at) {
        database.jdbi().useTransaction(handle -> {
            handle.execute("UPDATE person SET totp_secret = '', totp_step = 0 WHERE login = ?", login);
            handle.execute("DELETE FROM recovery_code WHERE login = ?", login);
            SessionStore.endAll(handle, login);
            AuditLog.add(handle, at, actor, Act.SECOND_STEP_REMOVED, login, "");
        });
    }

    /** False when a code of that step or of a later one was taken meanwhile, on whatever node. */
    public boolean takeStep(String login, long step) {
        return database.jdbi()
                .withHandle(handle -> handle.execute(
                                "UPDATE person SET totp_step = ? WHERE login = ? AND totp_step < ?", step, login, step)
                        == 1);
    }

    /** False when it is none of his, or was used. */
    public boolean takeRecoveryCode(String login, String hash, String actor, Instant at) {
        return database.jdbi().inTransaction(handle -> {
            boolean taken = handle.execute("DELETE FROM recovery_code WHERE login = ? AND hash = ?", login, hash) == 1;
            if (taken) {
                AuditLog.add(handle, at, actor, Act.RECOVERY_CODE_USED, login, "còn " + recoveryCodes(handle, login));
            }
            return taken;
        });
    }

    /** How many he has left. */
    public long recoveryCodesOf(String login) {
        return database.jdbi().withHandle(handle -> recoveryCodes(handle, login));
    }

    private static long recoveryCodes(Handle handle, String login) {
        return handle.select("SELECT count(*) FROM recovery_code WHERE login = ?", login)
                .mapTo(Long.class)
                .one();
    }

    private static void setActive(Handle handle, String login, int active) {
        handle.execute("UPDATE person SET active = ? WHERE login = ?", active, login);
    }

    private static boolean isLastAdministrator(Handle handle, String login) {
        return find(handle, login)
                        .filter(found -> found.person().role() == Role.ADMINISTRATOR
                                && found.person().active())
                        .isPresent()
                && administratorsBeside(handle, login) == 0;
    }

    private static String described(Person person) {
        return person.title() + "; " + person.role().words() + (person.agency().isEmpty() ? "" : " " + person.agency());
    }

    private static Credentials credentials(ResultSet row) throws SQLException {
        return new Credentials(
                person(row), row.getString("password"), row.getString("totp_secret"), row.getLong("totp_step"));
    }

    static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getString("login"),
                row.getString("title"),
                Role.valueOf(row.getString("role")),
                row.getString("agency"),
                row.getInt("active") == 1);
    }
}
