package vn.dondoc.web.reports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.dondoc.calendar.Period;
import vn.dondoc.facts.Agency;
import vn.dondoc.findings.Finding;
import vn.dondoc.people.Role;
import vn.dondoc.reading.VietnameseText;
import vn.dondoc.web.console.Visit;

/** The units within reach: what a period asks of each, and what came in. A page judges its own units and no other. */
final class ReportListPage {
    private static final int UNITS_ON_A_PAGE = 25;
    private static final int MOST_WAITING = 100;

    private final ReportDesk desk;

    ReportListPage(ReportDesk desk) {
        this.desk = desk;
    }

    void show(Visit visit) {
        Period period = asked(visit);
        String search = VietnameseText.key(visit.query("tim"));
        List<Agency> units = visit.units(visit.today()).stream()
                .filter(unit -> search.isEmpty()
                        || VietnameseText.key(unit.name()).contains(search)
                        || unit.id().equals(search))
                .toList();
        int pages = Math.max(1, (units.size() + UNITS_ON_A_PAGE - 1) / UNITS_ON_A_PAGE);
        int page = Math.min(pages, pageOf(visit));
        List<Agency> shown = units.stream()
                .skip((long) (page - 1) * UNITS_ON_A_PAGE)
                .limit(UNITS_ON_A_PAGE)
                .toList();
        visit.show(
                "report-list",
                visit.words().of("Báo cáo", "Reports"),
                new ReportListView(
                        choices(visit, period),
                        visit.query("tim"),
                        rows(shown, period, visit),
                        units.size(),
                        page,
                        pages,
                        visit.visitor().role() == Role.CONTACT ? 0 : waiting()));
    }

    private int waiting() {
        return desk.ruled().waiting(MOST_WAITING).size();
    }

    private static Period asked(Visit visit) {
        return Period.read(visit.query("ky"))
                .filter(period -> !period.first().isAfter(visit.today()))
                .orElseGet(() -> Period.quarterOf(visit.today()));
    }

    private static int pageOf(Visit visit) {
        return visit.query("trang").matches("[1-9]\\d{0,5}") ? Integer.parseInt(visit.query("trang")) : 1;
    }

    private List<ReportListView.Choice> choices(Visit visit, Period chosen) {
        return Periods.begun(desk.rules().get().plan().effective(), visit.today()).stream()
                .map(period -> new ReportListView.Choice(
                        period.id(),
                        Periods.inWords(period, visit.words()),
                        period.id().equals(chosen.id())))
                .toList();
    }

    /** On how many duties the report that counts came in under a period. */
    static int reportedUnder(Period period, List<Finding> duties) {
        return (int) duties.stream()
                .map(finding -> FormRows.entryOf(finding.obligation()))
                .filter(entry -> entry != null && entry.period().id().equals(period.id()))
                .count();
    }

    private List<ReportListView.Row> rows(List<Agency> units, Period period, Visit visit) {
        Set<String> ids = units.stream().map(Agency::id).collect(Collectors.toSet());
        Instant now = visit.now();
        Map<String, List<Finding>> asked = desk.forms().asked(ids, period, now).stream()
                .collect(Collectors.groupingBy(finding -> finding.key().agency()));
        Map<String, Instant> last = desk.submissions().lastReported(ids, period.id(), now);
        return units.stream()
                .map(unit -> {
                    Instant known = last.get(unit.id());
                    List<Finding> duties = asked.getOrDefault(unit.id(), List.of());
                    return new ReportListView.Row(
                            unit.id(),
                            unit.name(),
                            duties.size(),
                            reportedUnder(period, duties),
                            known == null ? "" : visit.words().moment(known),
                            ReportsSection.formOf(unit.id(), period.id()));
                })
                .toList();
    }
}
