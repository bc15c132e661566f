package vn.dondoc.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import vn.dondoc.audit.Act;
import vn.dondoc.people.OneTimeLink;
import vn.dondoc.people.PasswordHashes;
import vn.dondoc.people.Pauses;
import vn.dondoc.people.Person;
import vn.dondoc.people.PersonCheck;
import vn.dondoc.people.Secrets;
import vn.dondoc.people.Totp;
import vn.dondoc.store.AuditLog;
import vn.dondoc.store.LinkStore;
import vn.dondoc.store.PeopleStore;
import vn.dondoc.store.PeopleStore.Credentials;
import vn.dondoc.store.SessionStore.Stage;
import vn.dondoc.store.SignInFailures;

/**
 * Somebody shows who he is: by password, by code, by a link that is good once. Whatever is refused is refused alike, and
 * after the same work, whether or not there is such a login.
 */
public final class SignInFlow {
    private static final String ADDRESS = "address ";

    private final PeopleStore people;
    private final LinkStore links;
    private final SignInFailures failures;
    private final AuditLog audit;
    private final PasswordHashes passwords;

    public SignInFlow(
            PeopleStore people, LinkStore links, SignInFailures failures, AuditLog audit, PasswordHashes passwords) {
        this.people = people;
        this.links = links;
        this.failures = failures;
        this.audit = audit;
        this.passwords = passwords;
    }

    /** What an attempt came to. */
    public sealed interface Answer permits Paused, Refused, Shown {}

    /** Nobody may try until then; what was typed was not looked at. */
    public record Paused(Instant until) implements Answer {}

    /** Login, password or code is wrong; which of them is not said. */
    public record Refused() implements Answer {}

    /** He is that person. @param next what is still wanting */
    public record Shown(Person person, Stage next) implements Answer {}

    /** By login and password. */
    public Answer byPassword(String typedLogin, String password, String address, Instant now) {
        String login = PersonCheck.login(typedLogin);
        Optional<Instant> paused = begin(login, address, now);
        if (paused.isPresent()) {
            return new Paused(paused.get());
        }
        Optional<Credentials> known = people.find(login);
        boolean right =
                passwords.matches(password, known.map(Credentials::passwordHash).orElse(""));
        if (!right || !known.get().person().active()) {
            return refuse(login, known.isPresent(), address, now);
        }
        forgive(login, address);
        return shown(known.get());
    }

    /** By a code of the authenticator, or by one of those kept for when it is lost, after the password was right. */
    public Answer byCode(Person person, String typed, String address, Instant now) {
        Optional<Instant> paused = begin(person.login(), address, now);
        if (paused.isPresent()) {
            return new Paused(paused.get());
        }
        if (!takesCode(person, typed, now)) {
            return refuse(person.login(), true, address, now);
        }
        forgive(person.login(), address);
        failures.forget(SignInFailures.ofLogin(person.login()));
        return new Shown(person, Stage.OPEN);
    }

    /** Whether a password is a signed-in person's, before he changes what he signs in with. */
    public Answer again(Person person, String password, String address, Instant now) {
        Answer answer = byPassword(person.login(), password, address, now);
        return answer instanceof Shown ? new Shown(person, Stage.OPEN) : answer;
    }

    /**
     * Proves that an authenticator was set up, and makes codes for when it is lost.
     *
     * @return to be shown once; empty when the code is not one of the secret's
     */
    public List<String> setSecondStep(Person person, String secret, String typed, Instant now) {
        OptionalLong step = Totp.step(secret, typed, now, 0);
        if (step.isEmpty()) {
            return List.of();
        }
        List<String> codes = Secrets.recoveryCodes();
        List<String> kept = codes.stream().map(Secrets::hashOfRecoveryCode).toList();
        people.setSecondStep(
                person.login(), secret, step.getAsLong(), kept, person.visitor().author(), now);
        return codes;
    }

    /** The link that a text opens, while it is good. */
    public Optional<OneTimeLink> link(String token, Instant now) {
        return links.find(Secrets.hash(token), now);
    }

    /** Whose a link is; empty where the person is made by it. */
    public Optional<Person> person(String login) {
        return people.find(login).map(Credentials::person);
    }

    /** Chooses the password of the link's owner. */
    public Optional<Shown> choosePassword(String token, String password, Instant now) {
        return links.choosePassword(Secrets.hash(token), passwords.hash(password), now)
                .flatMap(person -> people.find(person.login()))
                .map(this::begun);
    }

    public Optional<Shown> makeFirstAdministrator(String token, Person person, String password, Instant now) {
        return links.makeFirstAdministrator(Secrets.hash(token), person, passwords.hash(password), now)
                .flatMap(made -> people.find(made.login()))
                .map(this::begun);
    }

    /** Lets the link's owner in as he is: the demonstration has nothing to protect. */
    public Optional<Shown> byLink(String token, Instant now) {
        return links.signIn(Secrets.hash(token), now).map(person -> new Shown(person, Stage.OPEN));
    }

    /** With another password; what failed before it is of no account. */
    private Shown begun(Credentials known) {
        failures.forget(SignInFailures.ofLogin(known.person().login()));
        return shown(known);
    }

    private Shown shown(Credentials known) {
        if (known.hasSecondStep()) {
            return new Shown(known.person(), Stage.CODE_WANTED);
        }
        if (known.person().needsSecondStep()) {
            return new Shown(known.person(), Stage.SECOND_STEP_WANTED);
        }
        failures.forget(SignInFailures.ofLogin(known.person().login()));
        return new Shown(known.person(), Stage.OPEN);
    }

    private boolean takesCode(Person person, String typed, Instant now) {
        Optional<Credentials> known = people.find(person.login()).filter(Credentials::hasSecondStep);
        if (known.isEmpty()) {
            return false;
        }
        OptionalLong step =
                Totp.step(known.get().secret(), typed, now, known.get().lastStep());
        return step.isPresent()
                ? people.takeStep(person.login(), step.getAsLong())
                : people.takeRecoveryCode(
                        person.login(),
                        Secrets.hashOfRecoveryCode(typed),
                        person.visitor().author(),
                        now);
    }

    /** Whoever is paused tries nothing, so that it does not count against the office that he sits in. */
    private Optional<Instant> begin(String login, String address, Instant now) {
        return failures.until(SignInFailures.ofLogin(login), Pauses.OF_A_LOGIN, now)
                .or(() -> failures.begin(ADDRESS + address, Pauses.OF_AN_ADDRESS, now))
                .or(() -> failures.begin(SignInFailures.ofLogin(login), Pauses.OF_A_LOGIN, now));
    }

    private void forgive(String login, String address) {
        failures.forgive(ADDRESS + address);
        failures.forgive(SignInFailures.ofLogin(login));
    }

    /** What was typed as a login that there is not may be a password: it is not written down. */
    private Refused refuse(String login, boolean known, String address, Instant now) {
        String subject = known ? login : "(không có tên này)";
        audit.add(now, "khách", Act.SIGN_IN_REFUSED, subject, address);
        failures.failed(SignInFailures.ofLogin(login), subject, Pauses.OF_A_LOGIN, now);
        failures.failed(ADDRESS + address, address, Pauses.OF_AN_ADDRESS, now);
        return new Refused();
    }
}
