package vn.dondoc.web.console.calendar;

import java.util.List;
import java.util.stream.Stream;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.flow.Rehearsals.Run;
import vn.dondoc.rules.RulesInForce;
import vn.dondoc.web.console.Route;
import vn.dondoc.web.console.Section;
import vn.dondoc.web.console.Visit;

/** <em>Lịch</em>: what runs when, which days are off, what is due, and spans lived ahead. */
public final class CalendarSection implements Section {
    public static final String SIMULATIONS = CalendarPages.HOME + "/mo-phong";

    private final CalendarPages pages;
    private final RehearsalPages simulations;

    public CalendarSection(
            RulesInForce rules,
            WorkingCalendar calendar,
            Schedules schedules,
            SettingsFiles scheduleFiles,
            SettingsFiles holidayFiles,
            RehearsalPages simulations) {
        this.pages = new CalendarPages(rules, calendar, schedules, scheduleFiles, holidayFiles);
        this.simulations = simulations;
    }

    @Override
    public List<Route> routes() {
        return Stream.of(pages.routes(), simulations.routes(CalendarSection::done))
                .flatMap(List::stream)
                .toList();
    }

    private static void done(Visit visit, Run run) {
        visit.show(
                "simulation",
                visit.words().of("Mô phỏng", "Simulation"),
                new RunView(SIMULATIONS + "/" + run.id(), SIMULATIONS, false, run));
    }
}
