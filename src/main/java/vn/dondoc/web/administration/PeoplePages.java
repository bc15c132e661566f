package vn.dondoc.web.administration;

import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import vn.dondoc.flow.Entered;
import vn.dondoc.flow.Given;
import vn.dondoc.flow.PeopleFlow;
import vn.dondoc.people.Person;
import vn.dondoc.people.Role;
import vn.dondoc.store.PeopleStore.Credentials;
import vn.dondoc.store.SessionStore;
import vn.dondoc.web.access.Mistakes;
import vn.dondoc.web.console.Route;
import vn.dondoc.web.console.Section;
import vn.dondoc.web.console.Visit;
import vn.dondoc.web.console.Words;

/** Who may use the console, and as what. */
final class PeoplePages implements Section {
    static final String PEOPLE = "/quan-tri";
    private static final String ONE = PEOPLE + "/nguoi-dung/{login}";
    private static final Person BLANK = new Person("", "", Role.CONTACT, "", true);

    private final PeopleFlow flow;
    private final SessionStore sessions;
    private final Units units;
    private final String address;

    /** @param address how browsers reach the console; empty when that is known only by how they asked */
    PeoplePages(PeopleFlow flow, SessionStore sessions, Units units, String address) {
        this.flow = flow;
        this.sessions = sessions;
        this.units = units;
        this.address = address;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(PEOPLE, Route.ADMINISTRATORS, visit -> showAll(visit, HttpStatus.OK, BLANK, Mistakes.NONE)),
                Route.get(PEOPLE + "/quyen", Route.ADMINISTRATORS, this::showRoles),
                Route.post(PEOPLE + "/nguoi-dung", Route.ADMINISTRATORS, this::add),
                Route.get(ONE, Route.ADMINISTRATORS, this::showOne),
                Route.post(ONE + "/quyen", Route.ADMINISTRATORS, this::change),
                Route.post(ONE + "/khoa", Route.ADMINISTRATORS, this::lock),
                Route.post(ONE + "/mo-khoa", Route.ADMINISTRATORS, this::unlock),
                Route.post(ONE + "/duong-dan", Route.ADMINISTRATORS, this::newLink),
                Route.post(ONE + "/bo-xac-thuc", Route.ADMINISTRATORS, this::removeSecondStep),
                Route.post(ONE + "/ket-thuc-phien", Route.ADMINISTRATORS, this::endSessions));
    }

    private void showRoles(Visit visit) {
        visit.show("administration/roles", visit.words().of("Quyền", "Roles"), "");
    }

    private void add(Visit visit) {
        Person typed = typed(visit, visit.field("ten"));
        Entered<Given<Person>> entered = flow.add(typed, visit.visitor().author(), visit.now());
        if (entered.stored().isEmpty()) {
            showAll(visit, HttpStatus.UNPROCESSABLE_CONTENT, typed, new Mistakes(entered.refused()));
        } else {
            give(visit, entered.stored().get());
        }
    }

    private void change(Visit visit) {
        Person typed = typed(visit, visit.path("login"));
        Entered<Person> entered = flow.change(typed, visit.visitor().author(), visit.now());
        if (entered.stored().isPresent()) {
            done(
                    visit,
                    visit.words()
                            .of("Đã đổi; phiên đang mở của người này kết thúc.", "Changed; open sessions have ended."));
        } else {
            showOne(visit, HttpStatus.UNPROCESSABLE_CONTENT, typed, new Mistakes(entered.refused()));
        }
    }

    private void lock(Visit visit) {
        finish(
                visit,
                flow.lock(visit.path("login"), visit.visitor().author(), visit.now()),
                visit.words().of("Đã khóa; không đăng nhập được nữa.", "Locked."));
    }

    private void unlock(Visit visit) {
        finish(
                visit,
                flow.unlock(visit.path("login"), visit.visitor().author(), visit.now()),
                visit.words().of("Đã mở khóa.", "Unlocked."));
    }

    private void removeSecondStep(Visit visit) {
        finish(
                visit,
                flow.removeSecondStep(visit.path("login"), visit.visitor().author(), visit.now()),
                visit.words().of("Đã bỏ mã xác thực hai bước.", "The second step is taken away."));
    }

    private void endSessions(Visit visit) {
        finish(
                visit,
                flow.endSessions(visit.path("login"), visit.visitor().author(), visit.now()),
                visit.words().of("Mọi phiên của người này đã kết thúc.", "All sessions have ended."));
    }

    private void newLink(Visit visit) {
        Entered<Given<Person>> entered =
                flow.newLink(visit.path("login"), visit.visitor().author(), visit.now());
        entered.stored().ifPresentOrElse(given -> give(visit, given), visit::notFound);
    }

    private void finish(Visit visit, Entered<Person> entered, String message) {
        if (entered.stored().isPresent()) {
            done(visit, message);
        } else {
            flow.find(visit.path("login"))
                    .ifPresentOrElse(
                            known -> showOne(
                                    visit,
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    known.person(),
                                    new Mistakes(entered.refused())),
                            visit::notFound);
        }
    }

    private static void done(Visit visit, String message) {
        visit.goTo(PEOPLE + "/nguoi-dung/" + visit.path("login"), message);
    }

    /** It is answered at once and not by another page: a secret is kept nowhere. */
    private void give(Visit visit, Given<Person> given) {
        Words words = visit.words();
        String origin = address.isEmpty() ? "http://" + visit.http().host() : address;
        visit.show(
                "administration/given",
                words.of("Đường dẫn đặt mật khẩu", "A link to choose a password"),
                new Views.Given(
                        given.of().title() + " (" + given.of().login() + ")",
                        origin + "/vao/" + given.secret(),
                        true,
                        PEOPLE + "/nguoi-dung/" + given.of().login()));
    }

    private void showAll(Visit visit, HttpStatus status, Person typed, Mistakes mistakes) {
        visit.show(
                status,
                "administration/people",
                visit.words().of("Người dùng", "People"),
                new Views.People(
                        flow.all().stream().map(this::row).toList(), typed, units.on(visit.today()), mistakes));
    }

    private void showOne(Visit visit) {
        flow.find(visit.path("login"))
                .ifPresentOrElse(
                        known -> showOne(visit, HttpStatus.OK, known.person(), Mistakes.NONE), visit::notFound);
    }

    private void showOne(Visit visit, HttpStatus status, Person typed, Mistakes mistakes) {
        Optional<Credentials> known = flow.find(visit.path("login"));
        if (known.isEmpty()) {
            visit.notFound();
            return;
        }
        visit.show(
                status,
                "administration/person",
                known.get().person().title(),
                new Views.OnePerson(
                        row(known.get()),
                        typed,
                        sessions.of(known.get().person().login(), visit.now()).size(),
                        units.on(visit.today()),
                        mistakes));
    }

    private Views.PersonRow row(Credentials known) {
        return new Views.PersonRow(
                known.person(),
                units.name(known.person().agency()),
                !known.passwordHash().isEmpty(),
                known.hasSecondStep());
    }

    /** A role that is none of ours is taken for the least. */
    private static Person typed(Visit visit, String login) {
        Role role = Role.named(visit.field("quyen")).orElse(Role.CONTACT);
        return new Person(login, visit.field("chuc-danh"), role, visit.field("don-vi"), true);
    }
}
