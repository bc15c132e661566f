package vn.dondoc.app;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.calendar.HolidayFiles;
import vn.dondoc.config.Home;
import vn.dondoc.rules.RuleCompiler;
import vn.dondoc.store.Database;

/** What every command that judges needs, begun on another core while settings are read and the database opened. */
public final class HeadStart {
    private static final Logger LOG = LoggerFactory.getLogger(HeadStart.class);

    private HeadStart() {}

    /** Returns at once; changes nothing, and what goes wrong shows when the thing itself is asked for. */
    public static void begin(Home home) {
        Thread ahead = new Thread(() -> wake(home), "head-start");
        ahead.setDaemon(true);
        ahead.start();
    }

    /** In the order in which they are asked for, each being asked for in one place only. */
    private static void wake(Home home) {
        try {
            HolidayFiles.wake();
            Database.wake();
            RuleCompiler.keepingIn(home.compiledRules()).wake();
        } catch (RuntimeException | LinkageError unusable) {
            LOG.debug("no head start", unusable);
        }
    }
}
