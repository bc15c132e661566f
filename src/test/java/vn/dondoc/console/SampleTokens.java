package vn.dondoc.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.dondoc.people.ApiToken;
import vn.dondoc.people.ApiToken.Scope;
import vn.dondoc.store.TokenStore;

/** The tokens of the programs that the tests act as, each called by its secret. */
final class SampleTokens {
    private static final Set<Scope> OF_UNITS = Set.of(Scope.REPORT, Scope.READ);

    private SampleTokens() {}

    static void makeIn(TokenStore store, Instant now) {
        Instant made = now.minus(Duration.ofDays(30));
        Instant end = now.plus(Duration.ofDays(30));
        List.of(
                        token("cua-so-tu-phap", "so-tu-phap", OF_UNITS, made, end),
                        token("cua-huyen-binh-son", "524", OF_UNITS, made, end),
                        token("chi-doc", "so-tu-phap", Set.of(Scope.READ), made, end),
                        token("voi-va", "so-tu-phap", OF_UNITS, made, end),
                        token("het-han", "so-tu-phap", OF_UNITS, made, now),
                        token("cua-don-vi-khong-con", "khong-con", OF_UNITS, made, end),
                        token("cua-so-noi-vu", "", Set.of(Scope.values()), made, end))
                .forEach(token -> store.add(token.name(), token));
    }

    private static ApiToken token(String name, String agency, Set<Scope> scopes, Instant made, Instant end) {
        return new ApiToken(0, name, agency, scopes, "Quản trị (quan-tri)", made, end, null, null);
    }
}
