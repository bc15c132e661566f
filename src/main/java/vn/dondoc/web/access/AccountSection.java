package vn.dondoc.web.access;

import io.javalin.http.HttpStatus;
import java.util.List;
import vn.dondoc.flow.Entered;
import vn.dondoc.flow.PeopleFlow;
import vn.dondoc.flow.SignInFlow;
import vn.dondoc.flow.SignInFlow.Answer;
import vn.dondoc.flow.SignInFlow.Shown;
import vn.dondoc.people.Person;
import vn.dondoc.people.PersonCheck;
import vn.dondoc.people.Secrets;
import vn.dondoc.reading.Problem;
import vn.dondoc.store.PeopleStore;
import vn.dondoc.store.PeopleStore.Credentials;
import vn.dondoc.store.SessionStore;
import vn.dondoc.web.console.Door;
import vn.dondoc.web.console.Route;
import vn.dondoc.web.console.Section;
import vn.dondoc.web.console.Visit;
import vn.dondoc.web.console.Words;

/** One's own account: password, authenticator, sessions; and signing out. What is changed takes the password again. */
final class AccountSection implements Section {
    /** The field of the password that holds so far. */
    public static final String CURRENT = "mật khẩu hiện nay";

    public static final String CODE = "mã";
    private static final String ACCOUNT = "/tai-khoan";
    private static final String SECOND_STEP = ACCOUNT + "/xac-thuc";

    private final SignInFlow signIn;
    private final PeopleFlow people;
    private final PeopleStore store;
    private final SessionStore sessions;
    private final CookieSessions cookies;
    private final ClientAddress addresses;

    AccountSection(
            SignInFlow signIn,
            PeopleFlow people,
            PeopleStore store,
            SessionStore sessions,
            CookieSessions cookies,
            ClientAddress addresses) {
        this.signIn = signIn;
        this.people = people;
        this.store = store;
        this.sessions = sessions;
        this.cookies = cookies;
        this.addresses = addresses;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post("/dang-xuat", Route.EVERYBODY, this::signOut),
                Route.get(ACCOUNT, Route.EVERYBODY, visit -> show(visit, HttpStatus.OK, Mistakes.NONE)),
                Route.post(ACCOUNT + "/mat-khau", Route.EVERYBODY, this::setPassword),
                Route.post(ACCOUNT + "/thoat-het", Route.EVERYBODY, this::signOutEverywhere),
                Route.get(SECOND_STEP, Route.EVERYBODY, visit -> showSetUp(visit, HttpStatus.OK, "")),
                Route.post(SECOND_STEP, Route.EVERYBODY, this::setUp),
                Route.post(SECOND_STEP + "/bo", Route.EVERYBODY, this::removeSecondStep));
    }

    private void signOut(Visit visit) {
        cookies.close(visit.http(), visit.session(), visit.now());
        visit.http().redirect(Door.SIGN_IN, HttpStatus.SEE_OTHER);
    }

    private void signOutEverywhere(Visit visit) {
        people.endSessions(visit.visitor().login(), visit.visitor().author(), visit.now());
        visit.http().redirect(Door.SIGN_IN, HttpStatus.SEE_OTHER);
    }

    private void setPassword(Visit visit) {
        if (!isSure(visit)) {
            return;
        }
        Entered<Person> entered = people.setPassword(
                visit.visitor().login(),
                PersonCheck.password(raw(visit, "mat-khau")),
                PersonCheck.password(raw(visit, "mat-khau-lai")),
                visit.session().id(),
                visit.visitor().author(),
                visit.now());
        if (entered.stored().isEmpty()) {
            show(visit, HttpStatus.UNPROCESSABLE_CONTENT, new Mistakes(entered.refused()));
        } else {
            Words words = visit.words();
            visit.goTo(
                    ACCOUNT,
                    words.of(
                            "Đã đổi mật khẩu; các phiên khác đã kết thúc.",
                            "The password is changed; other sessions have ended."));
        }
    }

    /** Whoever finds an open browser does not know the password. */
    private boolean isSure(Visit visit) {
        Answer answer = again(visit);
        if (answer instanceof Shown) {
            return true;
        }
        show(
                visit,
                SignInPages.statusOf(answer),
                new Mistakes(List.of(new Problem(CURRENT, wrongPassword(visit, answer), ""))));
        return false;
    }

    private Answer again(Visit visit) {
        return signIn.again(person(visit), raw(visit, "mat-khau-nay"), addresses.of(visit.http()), visit.now());
    }

    private static String wrongPassword(Visit visit, Answer answer) {
        Words words = visit.words();
        return SignInPages.refusal(
                answer, words, words.of("Mật khẩu hiện nay không đúng.", "The current password is wrong."));
    }

    private void setUp(Visit visit) {
        String secret = newSecret(visit);
        Answer answer = again(visit);
        if (!(answer instanceof Shown)) {
            showSetUp(visit, SignInPages.statusOf(answer), wrongPassword(visit, answer));
            return;
        }
        List<String> codes = signIn.setSecondStep(person(visit), secret, visit.field("ma"), visit.now());
        Words words = visit.words();
        if (codes.isEmpty()) {
            showSetUp(
                    visit,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    words.of("Mã không đúng. Xin nhập mã đang hiện.", "Wrong code; type the current one."));
            return;
        }
        sessions.keepNewSecret(visit.session().id(), "");
        visit.show("access/recovery", words.of("Mã dự phòng", "Recovery codes"), new Views.Recovery(codes, ACCOUNT));
    }

    private void removeSecondStep(Visit visit) {
        Person person = person(visit);
        if (!person.needsSecondStep() && isSure(visit)) {
            people.removeSecondStep(person.login(), visit.visitor().author(), visit.now());
            visit.http().redirect(Door.SIGN_IN, HttpStatus.SEE_OTHER);
        } else if (person.needsSecondStep()) {
            visit.notFound();
        }
    }

    /** Who has one sets up another only after an administrator, or he himself, took the old one away. */
    private void showSetUp(Visit visit, HttpStatus status, String refused) {
        Words words = visit.words();
        if (credentials(visit).hasSecondStep()) {
            visit.goTo(ACCOUNT, words.of("Đã có xác thực hai bước.", "There is a second step already."));
            return;
        }
        String held = newSecret(visit);
        String secret = held.isEmpty() ? Secrets.ofAuthenticator() : held;
        sessions.keepNewSecret(visit.session().id(), secret);
        visit.show(
                status,
                "access/set-up",
                words.of("Thiết lập xác thực hai bước", "Set up the second step"),
                SignInPages.setUpView(
                        visit.session().csrf(),
                        SECOND_STEP,
                        true,
                        ACCOUNT,
                        secret,
                        visit.visitor().login(),
                        refused));
    }

    private String newSecret(Visit visit) {
        return sessions.find(visit.session().id(), visit.now())
                .map(SessionStore.Kept::newSecret)
                .orElse("");
    }

    private void show(Visit visit, HttpStatus status, Mistakes mistakes) {
        Credentials known = credentials(visit);
        Words words = visit.words();
        List<Views.OpenSession> open = sessions.of(known.person().login(), visit.now()).stream()
                .map(kept -> new Views.OpenSession(
                        kept.browser(),
                        words.moment(kept.opened()),
                        words.moment(kept.seen()),
                        kept.id().equals(visit.session().id())))
                .toList();
        visit.show(
                status,
                "access/account",
                words.of("Tài khoản", "Account"),
                new Views.Account(
                        known.person(),
                        known.hasSecondStep(),
                        known.person().needsSecondStep(),
                        store.recoveryCodesOf(known.person().login()),
                        open,
                        mistakes));
    }

    private Person person(Visit visit) {
        return credentials(visit).person();
    }

    private Credentials credentials(Visit visit) {
        var visitor = visit.visitor();
        return store.find(visitor.login())
                .orElseGet(() -> new Credentials(
                        new Person(visitor.login(), visitor.title(), visitor.role(), visitor.agency(), true),
                        "",
                        "",
                        0));
    }

    /** Blanks at the ends of a password belong to it. */
    private static String raw(Visit visit, String name) {
        String value = visit.http().formParam(name);
        return value == null ? "" : value;
    }
}
