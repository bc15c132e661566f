package vn.dondoc.web.api;

import java.util.Set;
import vn.dondoc.people.Visitor;

/**
 * A program that has shown a token.
 *
 * @param id of its token, never the token itself
 * @param visitor as whom it acts: the contact of its unit, or for all units an officer
 */
public record ApiCaller(String id, Visitor visitor, Set<ApiScope> scopes) {
    public ApiCaller {
        scopes = Set.copyOf(scopes);
    }
}
