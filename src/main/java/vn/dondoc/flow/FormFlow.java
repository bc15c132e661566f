package vn.dondoc.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.dondoc.calendar.Period;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.enclosures.StatusForm;
import vn.dondoc.facts.Kind;
import vn.dondoc.findings.Finding;
import vn.dondoc.notices.Judged;
import vn.dondoc.outbox.Attachment;

/** Makes the form on which a unit reports on one period: its own duties, filled in with what is known of them. */
public final class FormFlow {
    private final Assessor assessor;

    public FormFlow(Assessor assessor) {
        this.assessor = assessor;
    }

    /**
     * The workbook {@code mau-bao-cao-<agency>-<period>.xlsx}. Duties are those of the period's last day, or of today where
     * that comes first; what was reported counts up to the moment. The same reports on the same day give the same bytes.
     *
     * @return empty when the unit has no duty in that period
     */
    public Optional<Attachment> form(String agency, Period period, Instant now) {
        List<Finding> duties = asked(Set.of(agency), period, now);
        return duties.stream()
                .findFirst()
                .map(any -> StatusForm.of(any.obligation().agency(), period, duties, dayOf(period, now)));
    }

    /** What some units are asked for in a period, as the form shows it. */
    public List<Finding> asked(Set<String> agencies, Period period, Instant now) {
        LocalDate day = dayOf(period, now);
        return assessor.onDay(day, now, Judged.only(agencies)).findings().stream()
                .filter(finding -> isAskedFor(finding, period, day))
                .toList();
    }

    private static LocalDate dayOf(Period period, Instant now) {
        LocalDate today = VietnamTime.dayOf(now);
        return period.last().isBefore(today) ? period.last() : today;
    }

    /** What comes once is asked for until it is done; principles ask for nothing. */
    private static boolean isAskedFor(Finding finding, Period period, LocalDate day) {
        var duty = finding.obligation().duty();
        Period owed = finding.obligation().period();
        if (duty.kind() == Kind.PRINCIPLE) {
            return false;
        }
        boolean within = owed.contains(period.last());
        return switch (duty.recurrence()) {
            case ONCE -> within || finding.state().isOpen();
            case STANDING -> within || period.contains(day);
            case REPORT -> Period.quarterOf(owed.last()).contains(period.last());
            default -> within;
        };
    }
}
