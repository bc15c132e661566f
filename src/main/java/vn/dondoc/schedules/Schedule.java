package vn.dondoc.schedules;

import java.time.ZoneId;

/**
 * When one job runs.
 *
 * @param job the job's name, one schedule each
 * @param title what it does, in Vietnamese
 * @param cron six or seven columns as Quartz reads them
 * @param zone in which the columns are meant
 * @param enabled whether it runs at all
 */
public record Schedule(
        String job, String title, String cron, ZoneId zone, OnDayOff onDayOff, CatchUp catchUp, boolean enabled) {

    /** What becomes of a time that falls on a day of rest. */
    public enum OnDayOff {
        SKIP,
        RUN,
        NEXT_WORKING_DAY
    }

    /** What becomes of the times that were missed while the program was not running. */
    public enum CatchUp {
        ONCE,
        SKIP
    }
}
