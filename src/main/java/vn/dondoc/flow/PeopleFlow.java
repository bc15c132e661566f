package vn.dondoc.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.dondoc.facts.Registry;
import vn.dondoc.people.OneTimeLink;
import vn.dondoc.people.OneTimeLink.Purpose;
import vn.dondoc.people.PasswordHashes;
import vn.dondoc.people.Person;
import vn.dondoc.people.PersonCheck;
import vn.dondoc.people.Secrets;
import vn.dondoc.reading.Nearest;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseText;
import vn.dondoc.store.LinkStore;
import vn.dondoc.store.PeopleStore;
import vn.dondoc.store.PeopleStore.Credentials;
import vn.dondoc.store.SessionStore;
import vn.dondoc.store.SignInFailures;

/** What administrators decide about people, in the console and on the server's own command line alike. */
public final class PeopleFlow {
    private static final String LAST_ADMINISTRATOR = "đây là người quản trị duy nhất còn đăng nhập được";

    private final PeopleStore people;
    private final SessionStore sessions;
    private final LinkStore links;
    private final SignInFailures failures;
    private final PasswordHashes passwords;
    private final Supplier<Registry> registry;

    public PeopleFlow(
            PeopleStore people,
            SessionStore sessions,
            LinkStore links,
            SignInFailures failures,
            PasswordHashes passwords,
            Supplier<Registry> registry) {
        this.people = people;
        this.sessions = sessions;
        this.links = links;
        this.failures = failures;
        this.passwords = passwords;
        this.registry = registry;
    }

    public List<Credentials> all() {
        return people.all();
    }

    public Optional<Credentials> find(String login) {
        return people.find(PersonCheck.login(login));
    }

    /** Takes somebody in; the link given lets him choose his password. */
    public Entered<Given<Person>> add(Person written, String author, Instant at) {
        Person person = tidy(written);
        Problems problems = new Problems();
        PersonCheck.check(person, registry.get(), problems);
        if (problems.isEmpty() && !people.add(person, author, at)) {
            problems.add(PersonCheck.LOGIN, "“" + person.login() + "” đã có người dùng", "chọn tên khác");
        }
        return problems.isEmpty()
                ? Entered.stored(new Given<>(person, passwordLink(person.login(), author, at)))
                : Entered.refused(problems.list());
    }

    /** Another title, role or unit; his sessions end. */
    public Entered<Person> change(Person written, String author, Instant at) {
        Person person = tidy(written);
        Problems problems = new Problems();
        PersonCheck.check(person, registry.get(), problems);
        if (find(person.login()).isEmpty()) {
            problems.add(unknown(person.login()));
        }
        if (problems.isEmpty() && !people.change(person, author, at)) {
            problems.add("quyền", LAST_ADMINISTRATOR, "giao quyền quản trị cho người khác trước");
        }
        return problems.isEmpty() ? Entered.stored(person) : Entered.refused(problems.list());
    }

    public Entered<Person> lock(String login, String author, Instant at) {
        return ofKnown(login, person -> {
            if (people.lock(person.login(), author, at)) {
                return Entered.stored(person);
            }
            Problems problems = new Problems();
            problems.add(person.login(), LAST_ADMINISTRATOR, "giao quyền quản trị cho người khác trước");
            return Entered.refused(problems.list());
        });
    }

    public Entered<Person> unlock(String login, String author, Instant at) {
        return ofKnown(login, person -> {
            people.unlock(person.login(), author, at);
            endPause(person);
            return Entered.stored(person);
        });
    }

    /** For who has lost his authenticator. */
    public Entered<Person> removeSecondStep(String login, String author, Instant at) {
        return ofKnown(login, person -> {
            people.removeSecondStep(person.login(), author, at);
            endPause(person);
            return Entered.stored(person);
        });
    }

    public Entered<Person> endSessions(String login, String author, Instant at) {
        return ofKnown(login, person -> {
            sessions.endAllOf(person.login(), author, at);
            return Entered.stored(person);
        });
    }

    /** A link with which a person chooses his password anew. */
    public Entered<Given<Person>> newLink(String login, String author, Instant at) {
        return ofKnown(login, person -> {
            endPause(person);
            return Entered.stored(new Given<>(person, passwordLink(person.login(), author, at)));
        });
    }

    /**
     * Sets a password.
     *
     * @param keptSession the session that stays open; empty for none
     */
    public Entered<Person> setPassword(
            String login, String password, String again, String keptSession, String author, Instant at) {
        return ofKnown(login, person -> {
            Problems problems = new Problems();
            PersonCheck.checkPassword(person.login(), password, again, problems);
            if (!problems.isEmpty()) {
                return Entered.refused(problems.list());
            }
            people.setPassword(person.login(), passwords.hash(password), keptSession, author, at);
            endPause(person);
            return Entered.stored(person);
        });
    }

    /** A link to make the first administrator; empty when there is one. */
    public Optional<String> firstAdministratorLink(Instant at) {
        if (people.hasAdministrator()) {
            return Optional.empty();
        }
        String token = Secrets.token();
        links.make(Secrets.hash(token), new OneTimeLink(Purpose.FIRST_ADMINISTRATOR, ""), "chương trình", at);
        return Optional.of(token);
    }

    /** Lets somebody in without a password, once. For the demonstration alone. */
    public String signInLink(Person person, Instant at) {
        if (people.find(person.login()).isEmpty()) {
            people.add(person, "chương trình", at);
        }
        String token = Secrets.token();
        links.make(Secrets.hash(token), new OneTimeLink(Purpose.SIGN_IN, person.login()), "chương trình", at);
        return token;
    }

    /** Whoever is helped need not wait for what he, or somebody else, mistyped before. */
    private void endPause(Person person) {
        failures.forget(SignInFailures.ofLogin(person.login()));
    }

    private String passwordLink(String login, String author, Instant at) {
        String token = Secrets.token();
        links.make(Secrets.hash(token), new OneTimeLink(Purpose.PASSWORD, login), author, at);
        return token;
    }

    private interface Done<T> {
        Entered<T> with(Person person);
    }

    private <T> Entered<T> ofKnown(String login, Done<T> done) {
        Optional<Credentials> known = find(login);
        if (known.isEmpty()) {
            Problems problems = new Problems();
            problems.add(unknown(login));
            return Entered.refused(problems.list());
        }
        return done.with(known.get().person());
    }

    private Problem unknown(String login) {
        return new Problem(
                PersonCheck.LOGIN,
                "không có người dùng “" + login + "”",
                Nearest.hint(
                        login,
                        people.all().stream()
                                .map(known -> known.person().login())
                                .toList()));
    }

    private static Person tidy(Person written) {
        return new Person(
                PersonCheck.login(written.login()),
                VietnameseText.oneLine(written.title()),
                written.role(),
                written.agency().strip(),
                true);
    }
}
