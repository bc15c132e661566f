package vn.dondoc.web.access;

import io.javalin.http.Context;
import java.util.Optional;
import vn.dondoc.people.Secrets;
import vn.dondoc.web.console.Door;

/**
 * The two cookies: that of a session, and one that ties a form before signing in to the browser that asked for it. Where
 * browsers speak encrypted, they give either back to this very host alone ({@code __Host-}).
 */
final class AccessCookies {
    private static final String SESSION = "dondoc";
    private static final String FORM = "dondoc-bieu-mau";

    private final String prefix;
    private final String flags;

    /** @param encrypted whether browsers reach the console by https */
    AccessCookies(boolean encrypted) {
        this.prefix = encrypted ? "__Host-" : "";
        this.flags = "; Path=/; HttpOnly; SameSite=Lax" + (encrypted ? "; Secure" : "");
    }

    Optional<String> session(Context http) {
        return Optional.ofNullable(http.cookie(prefix + SESSION));
    }

    void giveSession(Context http, String value) {
        add(http, prefix + SESSION + "=" + value + flags);
    }

    void takeSession(Context http) {
        add(http, prefix + SESSION + "=; Max-Age=0" + flags);
    }

    /** What a form before signing in has to send back; the browser is given the cookie where it has none. */
    String form(Context http) {
        String held = http.cookie(prefix + FORM);
        if (held != null) {
            return codeOf(held);
        }
        String value = Secrets.token();
        add(http, prefix + FORM + "=" + value + flags);
        return codeOf(value);
    }

    boolean isOurForm(Context http) {
        String held = http.cookie(prefix + FORM);
        if (held == null) {
            return false; // before anything of the form is read
        }
        String sent = http.formParam(Door.CSRF_FIELD);
        return sent != null && Secrets.same(sent, codeOf(held));
    }

    /** The same for forms of a session: nobody has it who has not the cookie, nor from the database. */
    static String codeOf(String cookie) {
        return Secrets.hash("form " + cookie);
    }

    private static void add(Context http, String cookie) {
        http.res().addHeader("Set-Cookie", cookie);
    }
}
