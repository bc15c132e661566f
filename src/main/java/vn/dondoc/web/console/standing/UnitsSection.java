package vn.dondoc.web.console.standing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Level;
import vn.dondoc.findings.State;
import vn.dondoc.flow.Assessment;
import vn.dondoc.flow.Row;
import vn.dondoc.flow.Standings;
import vn.dondoc.flow.Tally;
import vn.dondoc.flow.UnitStanding;
import vn.dondoc.reading.VietnameseText;
import vn.dondoc.web.console.Address;
import vn.dondoc.web.console.Pager;
import vn.dondoc.web.console.Route;
import vn.dondoc.web.console.Section;
import vn.dondoc.web.console.Visit;

/** <em>Cơ quan</em>: every unit, and what one of them owes. */
public final class UnitsSection implements Section {
    private static final int UNITS_A_PAGE = 50;
    private static final int ROWS_A_PAGE = 50;

    private static final Comparator<Row> MOST_URGENT_FIRST = Comparator.comparing(Row::state)
            .thenComparing(Row::assumed)
            .thenComparing(Row::due, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(row -> row.duty().id());

    private final Records records;
    private final FindingPage findings;

    public UnitsSection(Records records) {
        this.records = records;
        this.findings = new FindingPage(records);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/co-quan", Route.EVERYBODY, this::list),
                Route.get("/co-quan/{unit}", Route.EVERYBODY, this::unit),
                Route.get("/co-quan/{unit}/nhiem-vu/{duty}/{period}", Route.EVERYBODY, findings::show));
    }

    private void list(Visit visit) {
        String title = visit.words().of("Cơ quan", "Units");
        UnitListView.Choice choice = new UnitListView.Choice(
                visit.query("q"),
                visit.query("cap"),
                visit.query("trang-thai"),
                visit.query("bao-cao").equals("chua"),
                visit.query("sap-xep").equals("ten"),
                visit.query("thuoc"));
        if (!Records.isToday(visit)) {
            visit.show("units", title, past(visit, choice));
            return;
        }
        Optional<Standings> latest = records.watch().latest();
        if (latest.isEmpty()) {
            Waiting.show(visit, title);
            return;
        }
        visit.show("units", title, today(visit, choice, latest.get()));
    }

    private static UnitListView today(Visit visit, UnitListView.Choice choice, Standings standings) {
        String key = VietnameseText.key(choice.text());
        var units = Records.worstFirst(visit, standings).stream()
                .filter(unit -> isOf(choice, unit.unit()) && isChosen(choice, unit))
                .filter(unit -> unit.key().contains(key) || unit.unit().id().equalsIgnoreCase(choice.text()));
        List<UnitStanding> chosen = choice.byName()
                ? units.sorted(Comparator.comparing(UnitStanding::key)).toList()
                : units.toList();
        Address address = address(choice);
        Pager pager = Pager.of(visit, address, UNITS_A_PAGE, chosen.size());
        return new UnitListView(
                visit.words().moment(standings.asOf()),
                false,
                visit.today().toString(),
                visit.today().toString(),
                choice,
                pager.cut(chosen),
                pager,
                address);
    }

    /** A past day is judged for the units of the page alone: by what was known then, and in the registry's order. */
    private UnitListView past(Visit visit, UnitListView.Choice choice) {
        List<Agency> chosen = visit.units(visit.day()).stream()
                .filter(unit -> isOf(choice, unit) && (choice.text().isEmpty() || isNamed(unit, choice.text())))
                .toList();
        Address address = Days.on(visit, address(choice).without("trang-thai").without("bao-cao"));
        Pager pager = Pager.of(visit, address, UNITS_A_PAGE, chosen.size());
        List<Agency> page = pager.cut(chosen);
        Assessment assessment = records.judged(visit, new HashSet<>(Records.ids(page)));
        Map<String, List<Row>> rows = assessment.findings().stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.key().agency(), Collectors.mapping(Row::of, Collectors.toList())));
        return new UnitListView(
                visit.words().day(visit.day()),
                true,
                visit.day().toString(),
                visit.today().toString(),
                choice,
                page.stream()
                        .map(unit -> standing(unit, rows.getOrDefault(unit.id(), List.of()), assessment))
                        .toList(),
                pager,
                address);
    }

    private static UnitStanding standing(Agency unit, List<Row> rows, Assessment assessment) {
        return UnitStanding.of(unit, rows, assessment.lastReports().get(unit.id()));
    }

    private static Address address(UnitListView.Choice choice) {
        return Address.of("co-quan")
                .with("q", choice.text())
                .with("cap", choice.level())
                .with("trang-thai", choice.state())
                .with("bao-cao", choice.silent() ? "chua" : "")
                .with("sap-xep", choice.byName() ? "ten" : "")
                .with("thuoc", choice.above());
    }

    private static boolean isOf(UnitListView.Choice choice, Agency unit) {
        return (choice.level().isEmpty() || unit.level().name().equals(choice.level()))
                && (choice.above().isEmpty() || unit.parent().equals(choice.above()));
    }

    static boolean isNamed(Agency unit, String text) {
        String key = VietnameseText.key(text);
        return unit.id().equalsIgnoreCase(text.strip())
                || VietnameseText.key(unit.name()).contains(key);
    }

    private static boolean isChosen(UnitListView.Choice choice, UnitStanding unit) {
        boolean inState = choice.state().isEmpty()
                || Stream.of(State.values())
                        .anyMatch(state -> state.name().equals(choice.state())
                                && unit.tally().of(state) > 0);
        boolean silent = unit.lastReport() == null && unit.unit().level() != Level.PROVINCE;
        return inState && (!choice.silent() || silent);
    }

    private void unit(Visit visit) {
        String id = visit.path("unit");
        LocalDate day = visit.day();
        Optional<Agency> known = records.registry().get().find(id, day);
        Agency unit = known.or(() -> records.registry().get().latest(id)).orElseThrow();
        Assessment assessment = records.judged(visit, java.util.Set.of(id));
        List<Row> all = assessment.findings().stream()
                .map(Row::of)
                .sorted(MOST_URGENT_FIRST)
                .toList();
        UnitView.Choice choice = new UnitView.Choice(visit.query("trang-thai"), visit.query("q"));
        List<Row> chosen = all.stream().filter(isChosen(choice)).toList();
        Address address = Days.on(
                visit,
                Address.of("co-quan", id).with("trang-thai", choice.state()).with("q", choice.text()));
        Pager pager = Pager.of(visit, address, ROWS_A_PAGE, chosen.size());
        LocalDate reported = assessment.lastReports().get(id);
        visit.show(
                "unit",
                unit.name(),
                new UnitView(
                        unit,
                        unit.parent().isEmpty() ? "" : records.nameOf(unit.parent(), day),
                        below(id, day),
                        reported == null ? "" : visit.words().day(reported),
                        known.isPresent(),
                        all.isEmpty() ? whyNothing(visit, assessment, known.isPresent()) : "",
                        Tally.of(all),
                        pager.cut(chosen),
                        choice,
                        Days.of(visit),
                        pager,
                        address));
    }

    private int below(String unit, LocalDate day) {
        Collection<Agency> standing = records.registry().get().on(day);
        return (int)
                standing.stream().filter(each -> each.parent().equals(unit)).count();
    }

    private static String whyNothing(Visit visit, Assessment assessment, boolean exists) {
        if (!exists) {
            return visit.words()
                    .of(
                            "Đơn vị không tồn tại vào ngày này nên không có nhiệm vụ.",
                            "The unit does not exist on this day.");
        }
        return assessment.rules().plan().isOpenOn(visit.day())
                ? visit.words()
                        .of(
                                "Không có nhiệm vụ nào ràng buộc đơn vị vào ngày này.",
                                "No duty binds the unit on this day.")
                : visit.words()
                        .of(
                                "Kế hoạch không có hiệu lực vào ngày này; xin chọn ngày khác.",
                                "The plan is not in force on this day; please choose another.");
    }

    private static Predicate<Row> isChosen(UnitView.Choice choice) {
        String key = VietnameseText.key(choice.text());
        Predicate<Row> state = choice.state().equals("OPEN")
                ? row -> row.state().isOpen()
                : row -> choice.state().isEmpty() || row.state().name().equals(choice.state());
        return state.and(row -> key.isEmpty()
                || VietnameseText.key(row.duty().id() + " " + row.duty().text()).contains(key));
    }
}
