package vn.dondoc.web.access;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.Optional;
import vn.dondoc.people.Secrets;
import vn.dondoc.store.SessionStore;
import vn.dondoc.store.SessionStore.Kept;
import vn.dondoc.store.SessionStore.Stage;
import vn.dondoc.web.console.Sessions;

/** Sessions by a cookie of which the database holds a hash. */
final class CookieSessions implements Sessions {
    private static final int LONGEST_BROWSER = 120;

    private final SessionStore store;
    private final AccessCookies cookies;

    CookieSessions(SessionStore store, AccessCookies cookies) {
        this.store = store;
        this.cookies = cookies;
    }

    @Override
    public Optional<Session> of(Context request, Instant now) {
        Optional<String> cookie = cookies.session(request);
        return cookie.flatMap(value -> kept(value, now))
                .filter(kept -> kept.stage() == Stage.OPEN)
                .map(kept ->
                        new Session(kept.id(), kept.person().visitor(), AccessCookies.codeOf(cookie.orElseThrow())));
    }

    @Override
    public void leave(Session session, String message) {
        store.leaveMessage(session.id(), message);
    }

    @Override
    public String take(Session session) {
        return store.takeMessage(session.id());
    }

    /** One that waits for something before it counts. */
    Optional<Kept> unfinished(Context http, Instant now) {
        return cookies.session(http).flatMap(value -> kept(value, now)).filter(kept -> kept.stage() != Stage.OPEN);
    }

    /** Opens one under a new cookie; that which the browser showed before is void from now on. */
    void open(Context http, vn.dondoc.people.Person person, Stage stage, Instant now) {
        cookies.session(http).ifPresent(old -> store.end(Secrets.hash(old)));
        String value = Secrets.token();
        store.open(Secrets.hash(value), person, stage, browser(http), now);
        cookies.giveSession(http, value);
    }

    void close(Context http, Session session, Instant now) {
        store.signOut(session.id(), session.visitor().login(), session.visitor().author(), now);
        cookies.takeSession(http);
    }

    private Optional<Kept> kept(String cookie, Instant now) {
        return store.find(Secrets.hash(cookie), now);
    }

    private static String browser(Context http) {
        String said = http.userAgent() == null ? "" : http.userAgent();
        String plain = said.replaceAll("[^\\x20-\\x7e]", "");
        return plain.length() > LONGEST_BROWSER ? plain.substring(0, LONGEST_BROWSER) : plain;
    }
}
