package vn.dondoc.schedules;

import java.time.Instant;

/** What a schedule starts. */
@FunctionalInterface
public interface Job {
    /**
     * Does the work once.
     *
     * @param plannedAt when the run was due, which after downtime lies in the past
     */
    void run(Instant plannedAt);
}
