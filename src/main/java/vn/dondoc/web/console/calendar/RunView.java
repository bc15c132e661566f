package vn.dondoc.web.console.calendar;

import java.time.temporal.ChronoUnit;
import vn.dondoc.flow.Rehearsals.Run;

/** One rehearsal: how far it is, or what it came to. */
public record RunView(String path, String back, boolean edits, Run run) {

    /** In hundredths, by the days that were lived. */
    public int percent() {
        long all = ChronoUnit.DAYS.between(run.from(), run.to()) + 1;
        long lived = run.reached() == null ? 0 : ChronoUnit.DAYS.between(run.from(), run.reached()) + 1;
        return (int) Math.max(0, Math.min(100, 100 * lived / all));
    }
}
