package vn.dondoc.web.console.calendar;

import java.time.Instant;
import java.util.List;
import vn.dondoc.reading.Problem;
import vn.dondoc.store.FireLedger;

/** What runs when, for pages: who wires the program together knows the clockwork. */
@FunctionalInterface
public interface Schedules {

    /** Every schedule as its file has it now. */
    Found at(Instant now);

    /** @param problems what is wrong with the files; then the schedules that were read before are in force */
    record Found(List<Line> lines, List<Problem> problems) {
        public Found {
            lines = List.copyOf(lines);
            problems = List.copyOf(problems);
        }
    }

    /**
     * One schedule.
     *
     * @param onDayOff skip, run or next-working-day
     * @param next its next times, days off taken into account; empty when it is switched off
     * @param last its latest runs
     */
    record Line(
            String file,
            String job,
            String title,
            String cron,
            String onDayOff,
            boolean catchesUp,
            boolean enabled,
            List<Instant> next,
            List<FireLedger.Run> last) {
        public Line {
            next = List.copyOf(next);
            last = List.copyOf(last);
        }
    }
}
