package vn.dondoc.facts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/** The duties in force, and whom each binds: what a status report is checked against. */
public interface DutyBook {

    Optional<Duty> duty(String id);

    Collection<String> dutyIds();

    /** Whether the unit answers for the duty on that day (as lead, or as successor of a lead). */
    boolean binds(String agency, String duty, LocalDate day);
}
