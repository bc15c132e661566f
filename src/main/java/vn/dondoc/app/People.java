package vn.dondoc.app;

import vn.dondoc.flow.PeopleFlow;
import vn.dondoc.flow.SignInFlow;
import vn.dondoc.flow.TokenFlow;
import vn.dondoc.people.PasswordHashes;
import vn.dondoc.store.AuditLog;
import vn.dondoc.store.Database;
import vn.dondoc.store.LinkStore;
import vn.dondoc.store.PeopleStore;
import vn.dondoc.store.SessionStore;
import vn.dondoc.store.SignInFailures;
import vn.dondoc.store.TokenStore;

/** Who may use the console, wired for one home: made once for a console, as those who sign in share its work on passwords. */
public record People(
        PeopleStore store,
        SessionStore sessions,
        TokenStore tokenStore,
        SignInFlow signIn,
        PeopleFlow flow,
        TokenFlow tokens,
        PasswordHashes passwords) {

    public static People of(Settings settings, Database database) {
        PeopleStore store = new PeopleStore(database);
        SessionStore sessions = new SessionStore(database);
        LinkStore links = new LinkStore(database);
        TokenStore tokens = new TokenStore(database);
        SignInFailures failures = new SignInFailures(database);
        PasswordHashes passwords = new PasswordHashes();
        return new People(
                store,
                sessions,
                tokens,
                new SignInFlow(store, links, failures, new AuditLog(database), passwords),
                new PeopleFlow(store, sessions, links, failures, passwords, settings::registry),
                new TokenFlow(tokens, settings::registry),
                passwords);
    }
}
