package vn.dondoc.flow;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dondoc.enclosures.StatusForm;
import vn.dondoc.facts.Kind;
import vn.dondoc.findings.Finding;
import vn.dondoc.notices.DueCalendar;
import vn.dondoc.notices.Enclosed;
import vn.dondoc.notices.Item;
import vn.dondoc.notices.Notice;
import vn.dondoc.notices.Notice.Reminder;
import vn.dondoc.store.CalendarStore;
import vn.dondoc.store.StatusFormStore;

/**
 * Decides what goes with each letter of a morning: the calendar of due dates and the status form, either only when it
 * tells something new, the form also when the letter leaves duties to it.
 */
final class Enclosing {
    private static final int MOST_IN_FULL = Reminder.MOST_IN_FULL;

    private final Map<String, List<Finding>> findingsByUnit;
    private final Map<String, List<DueCalendar.Entry>> told;
    private final Map<String, String> forms;
    private final String senderAddress;

    /** @param senderAddress gives calendar entries their domain */
    Enclosing(List<Finding> findings, CalendarStore calendars, StatusFormStore forms, String senderAddress) {
        this.findingsByUnit = findings.stream()
                .collect(Collectors.groupingBy(finding -> finding.key().agency()));
        this.told = calendars.entriesByAgency();
        this.forms = forms.fingerprints();
        this.senderAddress = senderAddress;
    }

    Enclosed of(Notice notice) {
        if (!(notice instanceof Reminder reminder)) {
            return Enclosed.NOTHING;
        }
        String unit = reminder.agency().id();
        List<Finding> findings = findingsByUnit.getOrDefault(unit, List.of());
        DueCalendar calendar =
                DueCalendar.next(unit, told.getOrDefault(unit, List.of()), findings, reminder.day(), senderAddress);
        List<Finding> form = formOf(reminder, findings);
        String fingerprint = StatusForm.fingerprint(form);
        boolean wanted = reminder.own().size() > MOST_IN_FULL
                || !reminder.byForm().isEmpty()
                || !fingerprint.equals(forms.get(unit));
        return new Enclosed(calendar.changed() ? calendar : null, wanted ? form : List.of(), wanted ? fingerprint : "");
    }

    /** All that is open in the unit, and what its letter asks of units below it; principles ask for nothing. */
    private static List<Finding> formOf(Reminder reminder, List<Finding> findings) {
        Stream<Finding> own = findings.stream()
                .filter(finding ->
                        finding.state().isOpen() && finding.obligation().duty().kind() != Kind.PRINCIPLE);
        Stream<Finding> below =
                reminder.below().stream().flatMap(unit -> unit.items().stream()).map(Item::finding);
        return Stream.concat(own, below).toList();
    }
}
