package vn.dondoc.app;

import vn.dondoc.config.Home;
import vn.dondoc.rules.RuleCompiler;

/** What every command that judges needs, begun on another core while settings are read and the database opened. */
public final class HeadStart {
    private HeadStart() {}

    /** Returns at once; changes nothing, and what goes wrong shows when the thing itself is asked for. */
    public static void begin(Home home) {
        Thread ahead =
                new Thread(() -> RuleCompiler.keepingIn(home.compiledRules()).wake(), "head-start");
        ahead.setDaemon(true);
        ahead.start();
    }
}
