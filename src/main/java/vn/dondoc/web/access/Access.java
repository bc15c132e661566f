package vn.dondoc.web.access;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import vn.dondoc.facts.Registry;
import vn.dondoc.flow.PeopleFlow;
import vn.dondoc.flow.SignInFlow;
import vn.dondoc.store.PeopleStore;
import vn.dondoc.store.SessionStore;
import vn.dondoc.web.console.Annex;
import vn.dondoc.web.console.ConsolePages;
import vn.dondoc.web.console.Section;
import vn.dondoc.web.console.Sessions;

/** Signing in and out, and one's own account, over the people and sessions that are kept. */
public final class Access {
    private final CookieSessions sessions;
    private final SignInPages signIn;
    private final LinkPages links;
    private final AccountSection account;

    /**
     * How browsers reach the console.
     *
     * @param encrypted by https, so that cookies are given back only so
     * @param behindProxy by a proxy on this machine, whose word on the browser's address is taken
     */
    public record Reached(boolean encrypted, boolean behindProxy) {}

    public Access(
            SignInFlow signInFlow,
            PeopleFlow peopleFlow,
            PeopleStore people,
            SessionStore store,
            Supplier<Registry> registry,
            ConsolePages pages,
            Reached reached,
            Clock clock) {
        AccessCookies cookies = new AccessCookies(reached.encrypted());
        ClientAddress addresses = new ClientAddress(reached.behindProxy());
        this.sessions = new CookieSessions(store, cookies);
        this.signIn = new SignInPages(signInFlow, sessions, store, cookies, addresses, pages, clock);
        this.links = new LinkPages(signInFlow, signIn, cookies, pages, registry, clock);
        this.account = new AccountSection(signInFlow, peopleFlow, people, store, sessions, addresses);
    }

    public Sessions sessions() {
        return sessions;
    }

    /** The pages of strangers. */
    public List<Annex> annexes() {
        return List.of(signIn, links);
    }

    /** The pages of who has signed in. */
    public Section account() {
        return account;
    }
}
