package vn.dondoc.console;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.dondoc.people.Role;
import vn.dondoc.people.Visitor;
import vn.dondoc.web.api.ApiCaller;
import vn.dondoc.web.api.ApiKeys;
import vn.dondoc.web.api.ApiScope;

/** Tokens of programs that the tests act as. */
final class SampleTokens {
    private static final Set<ApiScope> OF_UNITS = Set.of(ApiScope.REPORT, ApiScope.READ);
    private static final Map<String, ApiCaller> CALLERS = Map.of(
            "cua-so-tu-phap", unit("1", "so-tu-phap", OF_UNITS),
            "cua-huyen-binh-son", unit("2", "524", OF_UNITS),
            "chi-doc", unit("3", "so-tu-phap", Set.of(ApiScope.READ)),
            "voi-va", unit("4", "so-tu-phap", OF_UNITS),
            "cua-so-noi-vu",
                    new ApiCaller(
                            "5",
                            new Visitor("mã số 5", "Trục liên thông", Role.OFFICER, ""),
                            Set.of(ApiScope.values())));

    static final ApiKeys KEYS = (token, now) -> Optional.ofNullable(CALLERS.get(token));

    private SampleTokens() {}

    private static ApiCaller unit(String id, String agency, Set<ApiScope> scopes) {
        return new ApiCaller(
                id, new Visitor("mã số " + id, "Phần mềm của " + agency, Role.CONTACT, agency), scopes);
    }
}
