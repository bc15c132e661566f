package vn.dondoc.web.access;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import vn.dondoc.facts.Registry;
import vn.dondoc.flow.SignInFlow;
import vn.dondoc.flow.SignInFlow.Shown;
import vn.dondoc.people.OneTimeLink;
import vn.dondoc.people.OneTimeLink.Purpose;
import vn.dondoc.people.Person;
import vn.dondoc.people.PersonCheck;
import vn.dondoc.people.Role;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseText;
import vn.dondoc.web.console.Annex;
import vn.dondoc.web.console.ConsolePages;
import vn.dondoc.web.console.Door;
import vn.dondoc.web.console.Words;

/** What one-time links open. To look at one uses nothing up: mail programs follow links on their own. */
final class LinkPages implements Annex {
    private static final Person NOBODY = new Person("", "", Role.ADMINISTRATOR, "", true);

    private final SignInFlow flow;
    private final SignInPages signIn;
    private final AccessCookies cookies;
    private final ConsolePages pages;
    private final Supplier<Registry> registry;
    private final Clock clock;

    LinkPages(
            SignInFlow flow,
            SignInPages signIn,
            AccessCookies cookies,
            ConsolePages pages,
            Supplier<Registry> registry,
            Clock clock) {
        this.flow = flow;
        this.signIn = signIn;
        this.cookies = cookies;
        this.pages = pages;
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public void build(JavalinConfig config) {
        config.routes.get(Door.LINK + "{token}", this::look);
        config.routes.post(Door.LINK + "{token}", this::use);
    }

    private void look(Context http) {
        flow.link(token(http), clock.instant())
                .ifPresentOrElse(link -> show(http, link, ownerOf(link), Mistakes.NONE), () -> gone(http));
    }

    private void use(Context http) {
        if (!cookies.isOurForm(http)) {
            signIn.refuseForm(http);
            return;
        }
        Instant now = clock.instant();
        Optional<OneTimeLink> link = flow.link(token(http), now);
        if (link.isEmpty()) {
            gone(http);
        } else if (link.get().purpose() == Purpose.SIGN_IN) {
            enter(http, flow.byLink(token(http), now), now);
        } else {
            choose(http, link.get(), now);
        }
    }

    private void choose(Context http, OneTimeLink link, Instant now) {
        boolean first = link.purpose() == Purpose.FIRST_ADMINISTRATOR;
        Person person = first ? typed(http) : ownerOf(link);
        Problems problems = new Problems();
        if (first) {
            PersonCheck.check(person, registry.get(), problems);
        }
        String password = PersonCheck.password(field(http, "mat-khau"));
        PersonCheck.checkPassword(
                person.login(), password, PersonCheck.password(field(http, "mat-khau-lai")), problems);
        if (!problems.isEmpty()) {
            http.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(http, link, person, new Mistakes(problems.list()));
            return;
        }
        enter(
                http,
                first
                        ? flow.makeFirstAdministrator(token(http), person, password, now)
                        : flow.choosePassword(token(http), password, now),
                now);
    }

    private void enter(Context http, Optional<Shown> shown, Instant now) {
        shown.ifPresentOrElse(known -> signIn.enter(http, known, now), () -> gone(http));
    }

    private Person ownerOf(OneTimeLink link) {
        return flow.person(link.login()).orElse(NOBODY);
    }

    private static Person typed(Context http) {
        return new Person(
                PersonCheck.login(field(http, "ten")),
                VietnameseText.oneLine(field(http, "chuc-danh")),
                Role.ADMINISTRATOR,
                "",
                true);
    }

    private void show(Context http, OneTimeLink link, Person person, Mistakes mistakes) {
        Words words = Door.wordsOf(http);
        String title = switch (link.purpose()) {
            case FIRST_ADMINISTRATOR -> words.of("Người quản trị đầu tiên", "The first administrator");
            case PASSWORD -> words.of("Đặt mật khẩu", "Choose a password");
            case SIGN_IN -> words.of("Vào xem thử", "Enter the demonstration");
        };
        http.html(pages.page(
                "access/link",
                pages.frameOfStranger(http, words, title),
                new Views.Link(cookies.form(http), Door.LINK + token(http), link.purpose(), person, mistakes)));
    }

    private void gone(Context http) {
        Words words = Door.wordsOf(http);
        pages.message(
                http,
                HttpStatus.GONE,
                pages.frameOfStranger(http, words, words.of("Đường dẫn không dùng được", "The link is no good")),
                words.of(
                        "Đường dẫn đã dùng, đã hết hạn hoặc không đúng. Xin người quản trị cấp đường dẫn khác.",
                        "The link was used, ran out or is wrong. Please ask an administrator for another one."));
    }

    private static String token(Context http) {
        return http.pathParam("token");
    }

    private static String field(Context http, String name) {
        String value = http.formParam(name);
        return value == null ? "" : value;
    }
}
