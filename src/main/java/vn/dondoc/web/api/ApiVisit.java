package vn.dondoc.web.api;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import vn.dondoc.people.ApiToken;
import vn.dondoc.people.Visitor;

/** One request of a program that may make it. */
record ApiVisit(Context http, ApiToken token, Instant now) {

    /** Who asks, as reach and audit log know people. */
    Visitor visitor() {
        return token.visitor();
    }

    /** What the address asks for after its question mark; empty without it. */
    Optional<String> query(String name) {
        String value = http.queryParam(name);
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(value.strip());
    }

    /** The names of all that it asks for there. */
    Set<String> asked() {
        return http.queryParamMap().keySet();
    }

    boolean flag(String name) {
        return query(name).filter(value -> value.equals("true")).isPresent();
    }
}
