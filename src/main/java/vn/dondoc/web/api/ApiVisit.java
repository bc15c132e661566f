package vn.dondoc.web.api;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.Optional;

/** One request of a program that may make it. */
record ApiVisit(Context http, ApiCaller caller, Instant now) {

    /** What the address asks for after its question mark; empty without it. */
    Optional<String> query(String name) {
        String value = http.queryParam(name);
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(value.strip());
    }

    boolean flag(String name) {
        return query(name).filter(value -> value.equals("true")).isPresent();
    }
}
