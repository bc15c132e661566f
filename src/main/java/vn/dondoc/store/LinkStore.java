package vn.dondoc.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.dondoc.audit.Act;
import vn.dondoc.people.OneTimeLink;
import vn.dondoc.people.OneTimeLink.Purpose;
import vn.dondoc.people.Person;

/** Links that are good once. What they open is done in the transaction that uses them up. */
public final class LinkStore {
    private final Database database;

    public LinkStore(Database database) {
        this.database = database;
    }

    /** Makes one; of those to choose a password only a person's last is good. */
    public void make(String hash, OneTimeLink link, String actor, Instant at) {
        database.jdbi().useTransaction(handle -> {
            if (!link.login().isEmpty()) {
                voidAll(handle, link.login(), at);
            }
            handle.execute(
                    "INSERT INTO one_time_link (hash, purpose, login, made_at, expires_at) VALUES (?, ?, ?, ?, ?)",
                    hash,
                    link.purpose().name(),
                    link.login(),
                    Database.column(at),
                    Database.column(at.plus(link.purpose().validity())));
            AuditLog.add(
                    handle,
                    at,
                    actor,
                    Act.LINK_MADE,
                    link.login(),
                    link.purpose().words());
        });
    }

    /** The link of that hash, while it is good. */
    public Optional<OneTimeLink> find(String hash, Instant now) {
        return database.jdbi().withHandle(handle -> find(handle, hash, now));
    }

    private static Optional<OneTimeLink> find(Handle handle, String hash, Instant now) {
        return handle.select(
                        "SELECT purpose, login FROM one_time_link WHERE hash = ? AND used_at IS NULL AND expires_at > ?",
                        hash,
                        Database.column(now))
                .map((row, context) ->
                        new OneTimeLink(Purpose.valueOf(row.getString("purpose")), row.getString("login")))
                .findOne()
                .filter(link -> isStillOfUse(handle, link));
    }

    private static boolean isStillOfUse(Handle handle, OneTimeLink link) {
        return link.purpose() == Purpose.FIRST_ADMINISTRATOR
                ? !PeopleStore.hasAdministrator(handle)
                : PeopleStore.find(handle, link.login())
                        .filter(found -> found.person().active())
                        .isPresent();
    }

    /** Uses a link up to choose its owner's password; empty when it is not good any more. */
    public Optional<Person> choosePassword(String hash, String passwordHash, Instant at) {
        return redeem(hash, Purpose.PASSWORD, at, (handle, link) -> {
            Person person = PeopleStore.find(handle, link.login()).orElseThrow().person();
            PeopleStore.setPassword(
                    handle, person.login(), passwordHash, person.visitor().author(), at);
            SessionStore.endAll(handle, person.login());
            return Optional.of(person);
        });
    }

    /** Uses a link up to make the first administrator; empty when it is not good any more, or the login is taken. */
    public Optional<Person> makeFirstAdministrator(String hash, Person person, String passwordHash, Instant at) {
        return redeem(hash, Purpose.FIRST_ADMINISTRATOR, at, (handle, link) -> {
            if (PeopleStore.find(handle, person.login()).isPresent()) {
                return Optional.empty();
            }
            String author = person.visitor().author();
            PeopleStore.add(handle, person, author, at);
            PeopleStore.setPassword(handle, person.login(), passwordHash, author, at);
            return Optional.of(person);
        });
    }

    /** Uses a link up to be let in. */
    public Optional<Person> signIn(String hash, Instant at) {
        return redeem(
                hash,
                Purpose.SIGN_IN,
                at,
                (handle, link) -> PeopleStore.find(handle, link.login()).map(PeopleStore.Credentials::person));
    }

    private interface Opened {
        Optional<Person> by(Handle handle, OneTimeLink link);
    }

    private Optional<Person> redeem(String hash, Purpose purpose, Instant at, Opened opened) {
        return database.inTurn(handle -> {
            Optional<Person> person = find(handle, hash, at)
                    .filter(link -> link.purpose() == purpose)
                    .flatMap(link -> opened.by(handle, link));
            person.ifPresent(done ->
                    handle.execute("UPDATE one_time_link SET used_at = ? WHERE hash = ?", Database.column(at), hash));
            return person;
        });
    }

    static void voidAll(Handle handle, String login, Instant at) {
        handle.execute(
                "UPDATE one_time_link SET used_at = ? WHERE login = ? AND used_at IS NULL", Database.column(at), login);
    }
}
