package vn.dondoc.notices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.findings.Finding;

/** Decides what is to be written, and names the reason for each letter and for each that is held back. Pure. */
public final class NoticePlanner {
    private final WorkingCalendar calendar;

    public NoticePlanner(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * A whole morning: reminders by the ladder, alerts, withdrawals.
     *
     * @param stages the stage that each open finding has reached
     */
    public Decision morning(
            LocalDate day, LocalDate goLive, List<Finding> findings, Map<Finding.Key, Item> stages, NoticeLog log) {
        ReminderPlanner reminders = new ReminderPlanner(day, goLive, log, calendar);
        reminders.plan(findings, stages);
        AlertPlanner alerts = alertsOf(day, goLive, findings, log);
        List<Notice> notices = new ArrayList<>(alerts.notices());
        notices.addAll(reminders.notices());
        return new Decision(notices, reminders.heldBack(), alerts.toCancel(), alerts.ended());
    }

    /** After a report came in: alerts and withdrawals only; reminders keep to the morning. */
    public Decision submission(LocalDate day, LocalDate goLive, List<Finding> findings, NoticeLog log) {
        AlertPlanner alerts = alertsOf(day, goLive, findings, log);
        return new Decision(alerts.notices(), List.of(), alerts.toCancel(), alerts.ended());
    }

    private static AlertPlanner alertsOf(LocalDate day, LocalDate goLive, List<Finding> findings, NoticeLog log) {
        AlertPlanner alerts = new AlertPlanner(day, goLive, log);
        alerts.plan(findings);
        return alerts;
    }
}
