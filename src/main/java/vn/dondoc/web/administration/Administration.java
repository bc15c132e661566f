package vn.dondoc.web.administration;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.dondoc.facts.Registry;
import vn.dondoc.flow.PeopleFlow;
import vn.dondoc.flow.SilenceFlow;
import vn.dondoc.flow.TokenFlow;
import vn.dondoc.rules.RulesInForce;
import vn.dondoc.store.AuditLog;
import vn.dondoc.store.SessionStore;
import vn.dondoc.web.console.Section;

/** The section “Quản trị”, wired. */
public final class Administration {
    private Administration() {}

    /**
     * Its parts.
     *
     * @param address how browsers reach the console; empty when only this machine's do
     * @param afterwards looks again at the letters that wait; comes back at once
     */
    public static List<Section> of(
            PeopleFlow people,
            TokenFlow tokens,
            SessionStore sessions,
            SilenceFlow silences,
            RulesInForce rules,
            AuditLog audit,
            Supplier<Registry> registry,
            String address,
            Consumer<Instant> afterwards) {
        Units units = new Units(registry);
        return List.of(
                new PeoplePages(people, sessions, units, address),
                new TokenPages(tokens, units),
                new SilencePages(silences, rules, units, afterwards),
                new AuditPages(audit));
    }
}
