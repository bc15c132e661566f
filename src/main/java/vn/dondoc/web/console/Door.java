package vn.dondoc.web.console;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import vn.dondoc.people.Reach;
import vn.dondoc.web.console.Sessions.Session;

/**
 * Where every request of the console passes: who is signed in, whether his role may, whether the unit is within his reach,
 * whether the form is one of ours. Only then is a route handled.
 */
public final class Door {
    /** The field in which a form sends back the token of its session. */
    public static final String CSRF_FIELD = "_ma";

    /** The same of requests that htmx makes. */
    public static final String CSRF_HEADER = "X-Ma";

    /** Where strangers are sent. */
    public static final String SIGN_IN = "/dang-nhap";

    /** Where links that are good once lead; strangers, too. */
    public static final String LINK = "/vao/";

    private static final String LANGUAGE_COOKIE = "ngon-ngu";
    private static final String UNIT = "unit";

    private final Sessions sessions;
    private final Reach reach;
    private final ConsolePages pages;
    private final Clock clock;

    public Door(Sessions sessions, Reach reach, ConsolePages pages, Clock clock) {
        this.sessions = sessions;
        this.reach = reach;
        this.pages = pages;
        this.clock = clock;
    }

    Handler before(Route route) {
        return http -> {
            Instant now = clock.instant();
            Optional<Session> session = sessions.of(http, now);
            if (session.isEmpty()) {
                sendToSignIn(http, route);
            } else {
                pass(route, http, session.get(), now);
            }
        };
    }

    private void pass(Route route, Context http, Session session, Instant now) throws Exception {
        Words words = wordsOf(http);
        Visit visit = new Visit(http, session, now, words, reach, pages, sessions);
        if (!route.allowed().contains(session.visitor().role())) {
            refuse(visit, words.of("Người dùng không có quyền này.", "You may not do this."));
        } else if (route.path().contains("{" + UNIT + "}") && !visit.reaches(visit.path(UNIT))) {
            visit.notFound();
        } else if (route.method() != HandlerType.GET && !isOurForm(http, session)) {
            refuse(
                    visit,
                    words.of(
                            "Biểu mẫu đã cũ, chưa ghi gì. Xin mở lại trang và gửi lại.",
                            "The form is out of date and nothing was stored. Please open the page again."));
        } else {
            route.handling().handle(visit);
        }
    }

    private void refuse(Visit visit, String reason) {
        Words words = visit.words();
        pages.message(
                visit.http(), HttpStatus.FORBIDDEN, visit.frame(words.of("Không được phép", "Not allowed")), reason);
    }

    private static boolean isOurForm(Context http, Session session) {
        String sent = http.header(CSRF_HEADER) == null ? http.formParam(CSRF_FIELD) : http.header(CSRF_HEADER);
        return sent != null
                && MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.UTF_8), session.csrf().getBytes(StandardCharsets.UTF_8));
    }

    /** A page that was asked for comes after signing in; an act is not repeated by it. */
    private static void sendToSignIn(Context http, Route route) {
        String query = http.queryString() == null ? "" : "?" + http.queryString();
        String back = route.method() == HandlerType.GET ? http.path() + query : "/";
        http.redirect(SIGN_IN + "?ve=" + URLEncoder.encode(back, StandardCharsets.UTF_8), HttpStatus.SEE_OTHER);
    }

    /** The language a browser was last switched to. */
    public static Words wordsOf(Context http) {
        return new Words("en".equals(http.cookie(LANGUAGE_COOKIE)));
    }

    /** Switches the language and goes back to where the switch was. */
    static void switchLanguage(Context http) {
        String language = "en".equals(http.queryParam("sang")) ? "en" : "vi";
        http.header(
                "Set-Cookie", LANGUAGE_COOKIE + "=" + language + "; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly");
        String back = http.queryParam("ve");
        http.redirect(isOfThisSite(back) ? back : "/", HttpStatus.SEE_OTHER);
    }

    /** Whether an address stays here: whoever makes up a link must not lead people elsewhere through ours. */
    public static boolean isOfThisSite(@org.jspecify.annotations.Nullable String path) {
        return path != null
                && path.matches("/(?:[^/\\\\\\s].*)?")
                && path.chars().noneMatch(sign -> sign < 0x20);
    }
}
