package vn.dondoc.web.console.calendar;

/** Every schedule: its next times and its last runs. */
public record SchedulesView(boolean edits, Schedules.Found found) {}
