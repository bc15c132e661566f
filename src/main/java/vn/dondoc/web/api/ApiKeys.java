package vn.dondoc.web.api;

import java.time.Instant;
import java.util.Optional;
import vn.dondoc.people.ApiToken;

/** Whose a token is. */
@FunctionalInterface
public interface ApiKeys {

    /** Empty for what is none, has run out or was taken back. */
    Optional<ApiToken> shown(String secret, Instant now);
}
