package vn.dondoc.web.reports;

import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.EntryBook;
import vn.dondoc.findings.Finding;
import vn.dondoc.people.Role;
import vn.dondoc.reading.Problem;
import vn.dondoc.rules.RuleBook;
import vn.dondoc.store.Outcome;
import vn.dondoc.store.SubmissionStore.Submission;
import vn.dondoc.web.console.Visit;
import vn.dondoc.web.console.Words;
import vn.dondoc.web.reports.UnitReportsView.PeriodRow;
import vn.dondoc.web.reports.UnitReportsView.RulingForm;
import vn.dondoc.web.reports.UnitReportsView.SentRow;

/** The reports of one unit: its periods, what counts now, and every file that came in. */
final class UnitReportsPage {
    private static final int MOST_FILES = 50;

    private final ReportDesk desk;

    UnitReportsPage(ReportDesk desk) {
        this.desk = desk;
    }

    void show(Visit visit) {
        RulingForm empty = new RulingForm("", "", Map.of());
        show(visit, HttpStatus.OK, mayRule(visit) ? empty : null, Set.of());
    }

    static boolean mayRule(Visit visit) {
        Role role = visit.visitor().role();
        return role == Role.OFFICER || role == Role.ADMINISTRATOR;
    }

    /** @param chosen numbers of the entries that are ticked */
    void show(Visit visit, HttpStatus status, @Nullable RulingForm ruling, Set<Long> chosen) {
        RuleBook book = desk.rules().get();
        Agency unit = book.registry().latest(visit.path("unit")).orElseThrow();
        visit.show(
                status,
                "report-unit",
                visit.words().of("Báo cáo của ", "Reports of ") + unit.name(),
                view(unit, book, ruling, chosen, visit));
    }

    private UnitReportsView view(
            Agency unit, RuleBook book, @Nullable RulingForm ruling, Set<Long> chosen, Visit visit) {
        Set<String> id = Set.of(unit.id());
        List<Entry> known = desk.entries().entriesOf(id, visit.now());
        EntryBook standing = new EntryBook(known, desk.entries().rulingsOf(id, visit.now()));
        ReportedRows rows = new ReportedRows(known, standing, book, visit.words());
        return new UnitReportsView(
                unit.id(),
                unit.name(),
                periods(unit, book, visit),
                rows.counting(chosen),
                rows.returned(),
                sent(unit, visit),
                ruling,
                desk.keepGoodRows(),
                desk.largestMegabytes());
    }

    private List<PeriodRow> periods(Agency unit, RuleBook book, Visit visit) {
        Set<String> id = Set.of(unit.id());
        return Periods.around(book.plan().effective(), visit.today()).stream()
                .map(period -> {
                    List<Finding> duties = desk.forms().asked(id, period, visit.now());
                    return new PeriodRow(
                            period.id(),
                            Periods.inWords(period, visit.words()),
                            duties.size(),
                            ReportListPage.reportedUnder(period, duties),
                            ReportsSection.formOf(unit.id(), period.id()));
                })
                .toList();
    }

    private List<SentRow> sent(Agency unit, Visit visit) {
        return desk.submissions().of(unit.id(), MOST_FILES, 0).stream()
                .map(file -> sent(unit, file, visit))
                .toList();
    }

    private SentRow sent(Agency unit, Submission file, Visit visit) {
        String here = ReportsSection.HOME + "/" + unit.id();
        return new SentRow(
                file.name(),
                file.reporter().isEmpty()
                        ? visit.words().of("nộp trực tiếp", "handed in at the office")
                        : file.reporter(),
                visit.words().moment(file.at()),
                inWords(file.outcome(), visit.words()),
                file.outcome() == Outcome.REFUSED
                        ? "state-wrong"
                        : file.outcome() == Outcome.PARTLY ? "state-late" : "state-good",
                tally(file, visit.words()),
                mayRead(file, visit) ? here + "/tra-loi/" + file.id() : "",
                mayRule(visit) ? here + "/tep/" + file.id() : "");
    }

    /** Of a file that was refused as a whole no rows are counted: what is wrong with it is. */
    private String tally(Submission file, Words words) {
        String taken = words.of("nhận ", "taken ") + words.number(file.accepted());
        String wrong = words.of("sai ", "wrong ") + words.number(file.refused());
        return switch (file.outcome()) {
            case ACCEPTED -> taken;
            case PARTLY -> taken + ", " + wrong;
            case REPEATED -> "";
            case REFUSED -> file.refused() > 0 ? wrong : ofTheWhole(file, words);
        };
    }

    private String ofTheWhole(Submission file, Words words) {
        List<Problem> mistakes = desk.submissions().refusedOf(file.id());
        if (mistakes.stream().allMatch(mistake -> mistake.place().equals(file.name()))) {
            return words.of("không đọc được", "unreadable");
        }
        return words.number(mistakes.size()) + words.of(" lỗi", mistakes.size() == 1 ? " mistake" : " mistakes");
    }

    /** A file that speaks of several units is told of in full only to those who may see all of them. */
    boolean mayRead(Submission file, Visit visit) {
        return desk.submissions().unitsOf(file.id()).stream().allMatch(visit::reaches);
    }

    static String inWords(Outcome outcome, Words words) {
        return words.of(
                outcome.words(),
                switch (outcome) {
                    case ACCEPTED -> "taken";
                    case PARTLY -> "taken in part";
                    case REFUSED -> "refused";
                    case REPEATED -> "taken before";
                });
    }
}
