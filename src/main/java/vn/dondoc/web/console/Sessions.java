package vn.dondoc.web.console;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.Optional;
import vn.dondoc.people.Visitor;

/** Who is signed in, by what the browser shows. */
public interface Sessions {

    /** The session that a request belongs to; empty when there is none, or none any more. */
    Optional<Session> of(Context request, Instant now);

    /** Keeps a message for the next page of a session. */
    void leave(Session session, String message);

    /** The message for this page, once; empty without one. */
    String take(Session session);

    /**
     * @param id what it is kept under, never what the cookie holds
     * @param csrf what every form of it sends back
     */
    record Session(String id, Visitor visitor, String csrf) {}
}
