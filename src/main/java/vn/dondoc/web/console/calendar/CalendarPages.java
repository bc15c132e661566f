package vn.dondoc.web.console.calendar;

import io.javalin.http.HttpStatus;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.facts.DutyDates;
import vn.dondoc.facts.Plan;
import vn.dondoc.flow.Entered;
import vn.dondoc.people.Role;
import vn.dondoc.reading.Problem;
import vn.dondoc.rules.RulesInForce;
import vn.dondoc.web.console.Route;
import vn.dondoc.web.console.Visit;

/** Schedules, days off and deadlines: read by all who read of every unit, edited by administrators. */
final class CalendarPages {
    static final String HOME = "/lich";
    static final String HOLIDAYS = HOME + "/ngay-nghi";
    static final String DEADLINES = HOME + "/han";
    private static final int FIRST_YEAR = 2015;
    private static final int LAST_YEAR = 2099;
    private static final String YAML = ".yaml";
    private static final String CHECK = "kiem-tra";

    private final RulesInForce rules;
    private final WorkingCalendar calendar;
    private final Schedules schedules;
    private final SettingsFiles scheduleFiles;
    private final SettingsFiles holidayFiles;

    CalendarPages(
            RulesInForce rules,
            WorkingCalendar calendar,
            Schedules schedules,
            SettingsFiles scheduleFiles,
            SettingsFiles holidayFiles) {
        this.rules = rules;
        this.calendar = calendar;
        this.schedules = schedules;
        this.scheduleFiles = scheduleFiles;
        this.holidayFiles = holidayFiles;
    }

    List<Route> routes() {
        return List.of(
                Route.get(HOME, Route.WITHOUT_CONTACTS, this::home),
                Route.get(HOLIDAYS, Route.WITHOUT_CONTACTS, this::holidays),
                Route.get(DEADLINES, Route.WITHOUT_CONTACTS, this::deadlines),
                Route.get(HOME + "/viec/{file}", Route.ADMINISTRATORS, visit -> edit(visit, scheduleFiles)),
                Route.post(HOME + "/viec/{file}", Route.ADMINISTRATORS, visit -> save(visit, scheduleFiles)),
                Route.post(HOME + "/viec/{file}/kiem-tra", Route.ADMINISTRATORS, visit -> check(visit, scheduleFiles)),
                Route.get(HOLIDAYS + "/{file}", Route.ADMINISTRATORS, visit -> edit(visit, holidayFiles)),
                Route.post(HOLIDAYS + "/{file}", Route.ADMINISTRATORS, visit -> save(visit, holidayFiles)),
                Route.post(HOLIDAYS + "/{file}/kiem-tra", Route.ADMINISTRATORS, visit -> check(visit, holidayFiles)));
    }

    private static boolean edits(Visit visit) {
        return visit.visitor().role() == Role.ADMINISTRATOR;
    }

    private void home(Visit visit) {
        visit.show(
                "schedules",
                visit.words().of("Lịch chạy", "Schedules"),
                new SchedulesView(edits(visit), schedules.at(visit.now())));
    }

    private void holidays(Visit visit) {
        int year = year(visit);
        visit.show(
                "holidays",
                visit.words().of("Ngày nghỉ năm ", "Days off in ") + year,
                HolidaysView.of(year, calendar, edits(visit)));
    }

    private static int year(Visit visit) {
        String asked = visit.query("nam");
        int year = asked.matches("\\d{4}")
                ? Integer.parseInt(asked)
                : visit.today().getYear();
        return Math.min(Math.max(year, FIRST_YEAR), LAST_YEAR);
    }

    private void deadlines(Visit visit) {
        YearMonth month = month(visit);
        Plan plan = rules.current().plan();
        visit.show(
                "deadlines",
                visit.words().of("Hạn trong tháng ", "Due in ")
                        + String.format("%02d/%d", month.getMonthValue(), month.getYear()),
                DeadlinesView.of(month, plan, new DutyDates(plan, calendar)));
    }

    private static YearMonth month(Visit visit) {
        try {
            YearMonth asked = YearMonth.parse(visit.query("thang"));
            return asked.getYear() < FIRST_YEAR || asked.getYear() > LAST_YEAR ? YearMonth.from(visit.today()) : asked;
        } catch (DateTimeParseException none) {
            return YearMonth.from(visit.today());
        }
    }

    // ---- files of settings

    /** The year of a new notice has no file yet: it is begun from the last one. */
    private Optional<String> textOf(Visit visit, SettingsFiles files) {
        String name = name(visit);
        Optional<String> text = files.text(name);
        boolean newYear = files == holidayFiles && name.matches("20\\d\\d\\.yaml");
        return text.isPresent() || !newYear
                ? text
                : files.names().stream().reduce((earlier, later) -> later).flatMap(files::text);
    }

    private static String name(Visit visit) {
        return visit.path("file") + YAML;
    }

    private static String path(Visit visit, SettingsFiles files, SettingsFiles holidays) {
        return (files == holidays ? HOLIDAYS : HOME + "/viec") + "/" + visit.path("file");
    }

    private String back(Visit visit, SettingsFiles files) {
        return files == holidayFiles ? HOLIDAYS + "?nam=" + visit.path("file") : HOME;
    }

    private void edit(Visit visit, SettingsFiles files) {
        textOf(visit, files)
                .ifPresentOrElse(
                        text -> show(visit, files, text, files.markOf(name(visit)), false, false, List.of()),
                        visit::notFound);
    }

    private void show(
            Visit visit,
            SettingsFiles files,
            String text,
            String mark,
            boolean checked,
            boolean refused,
            List<Problem> problems) {
        visit.show(
                refused ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
                "settings-edit",
                name(visit),
                new SettingsEditView(
                        name(visit),
                        path(visit, files, holidayFiles),
                        back(visit, files),
                        mark,
                        text,
                        checked,
                        refused,
                        problems));
    }

    /** Not {@link Visit#field}, which strips: the blanks before a line mean something. */
    private static String text(Visit visit) {
        String text = visit.http().formParam("noi-dung");
        return text == null ? "" : text;
    }

    private void check(Visit visit, SettingsFiles files) {
        if (textOf(visit, files).isEmpty()) {
            visit.notFound();
            return;
        }
        visit.showPart("settings-mistakes", files.check(name(visit), text(visit)));
    }

    private void save(Visit visit, SettingsFiles files) {
        if (textOf(visit, files).isEmpty()) {
            visit.notFound();
            return;
        }
        String name = name(visit);
        String seen = visit.field("dau");
        if (visit.field("lam").equals(CHECK)) {
            show(visit, files, text(visit), seen, true, false, files.check(name, text(visit)));
            return;
        }
        Entered<String> kept =
                files.write(name, seen, text(visit), visit.visitor().author(), visit.now());
        if (kept.stored().isEmpty()) {
            show(visit, files, text(visit), seen, true, true, kept.refused());
        } else {
            visit.goTo(back(visit, files), visit.words().of("Đã ghi tệp ", "Stored: ") + name + ".");
        }
    }
}
