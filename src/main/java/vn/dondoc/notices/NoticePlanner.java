package vn.dondoc.notices;

import java.util.ArrayList;
import java.util.List;
import vn.dondoc.calendar.WorkingCalendar;

/** Decides what is to be written, and names the reason for each letter and for each that is held back. Pure. */
public final class NoticePlanner {
    private final Hierarchy hierarchy;
    private final WorkingCalendar calendar;

    public NoticePlanner(Hierarchy hierarchy, WorkingCalendar calendar) {
        this.hierarchy = hierarchy;
        this.calendar = calendar;
    }

    /** A whole morning: reminders by the ladder, letters to those above, alerts, withdrawals. */
    public Decision morning(Morning morning) {
        ReminderPlanner reminders = new ReminderPlanner(morning, hierarchy, calendar);
        reminders.plan();
        AlertPlanner alerts = alertsOf(morning);
        List<Notice> notices = new ArrayList<>(alerts.notices());
        notices.addAll(reminders.notices());
        return new Decision(notices, reminders.reasons(), alerts.toCancel(), alerts.ended());
    }

    /** After a report came in: alerts and withdrawals only; reminders keep to the morning. */
    public Decision submission(Morning moment) {
        AlertPlanner alerts = alertsOf(moment);
        return new Decision(alerts.notices(), List.of(), alerts.toCancel(), alerts.ended());
    }

    private static AlertPlanner alertsOf(Morning morning) {
        AlertPlanner alerts = new AlertPlanner(morning);
        alerts.plan();
        return alerts;
    }
}
