package vn.dondoc.web.api;

import java.time.Instant;
import java.util.Optional;

/** Whose a token is. */
@FunctionalInterface
public interface ApiKeys {

    /** Empty for a token that is not one, has run out or was taken back. */
    Optional<ApiCaller> of(String token, Instant now);
}
