package vn.dondoc.web.console.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.dondoc.facts.Duty;
import vn.dondoc.flow.RuleEditing;
import vn.dondoc.people.Role;
import vn.dondoc.reading.CsvTable.Row;
import vn.dondoc.rules.Coverage;
import vn.dondoc.rules.EditedTable;
import vn.dondoc.rules.Publication;
import vn.dondoc.rules.RuleBook;
import vn.dondoc.rules.RuleFiles;
import vn.dondoc.rules.RulesInForce;
import vn.dondoc.web.console.Route;
import vn.dondoc.web.console.Visit;
import vn.dondoc.web.console.Words;

/** The rules in force and those of the past, for all who read of every unit. */
final class RuleReadingPages {
    private static final int CLAUSES = 25;

    private final RulesInForce rules;
    private final RuleEditing editing;

    RuleReadingPages(RulesInForce rules, RuleEditing editing) {
        this.rules = rules;
        this.editing = editing;
    }

    List<Route> routes() {
        return List.of(
                Route.get(Addresses.HOME, Route.WITHOUT_CONTACTS, this::home),
                Route.get(Addresses.HOME + "/tep/{file}", Route.WITHOUT_CONTACTS, this::file),
                Route.get(Addresses.HOME + "/dong/{file}/{line}", Route.WITHOUT_CONTACTS, this::row),
                Route.get(Addresses.HISTORY, Route.WITHOUT_CONTACTS, this::history),
                Route.get(Addresses.DIFF, Route.WITHOUT_CONTACTS, this::diff),
                Route.get(Addresses.CLAUSES, Route.WITHOUT_CONTACTS, this::clauses));
    }

    static boolean edits(Visit visit) {
        return visit.visitor().role() == Role.ADMINISTRATOR;
    }

    private void home(Visit visit) {
        RuleBook book = rules.current();
        var draft = editing.draftOf(visit.visitor().login()).filter(any -> edits(visit));
        Words words = visit.words();
        visit.show(
                "rules",
                words.of("Quy tắc", "Rules"),
                new RulesView(
                        book.plan().title(),
                        book.plan().document(),
                        rules.latest(),
                        book.version(),
                        RuleFilePages.files(editing.filesInForce(), false, words),
                        figures(book),
                        edits(visit),
                        draft.map(own -> own.edited()),
                        draft.filter(editing::isOutdated).isPresent(),
                        !rules.history().isEmpty() && rules.edit().isPresent()));
    }

    private RulesView.Figures figures(RuleBook book) {
        return new RulesView.Figures(
                book.plan().duties().size(),
                (int) book.plan().allDuties().stream().filter(Duty::isTarget).count(),
                book.plan().clauses().size(),
                rules.history().size());
    }

    private void file(Visit visit) {
        String name = visit.path("file");
        RuleFiles files = editing.filesInForce();
        if (files.content(name).isEmpty()) {
            visit.notFound();
            return;
        }
        String[] asked = {visit.query("tim"), visit.query("trang")};
        RuleFilePages.table(files, name, false, edits(visit), List.of(), asked)
                .ifPresentOrElse(
                        table -> visit.show("rule-table", name, table),
                        () -> visit.show(
                                "rule-text", name, RuleFilePages.text(files, name, edits(visit), asked[0], asked[1])));
    }

    private void row(Visit visit) {
        String name = visit.path("file");
        Optional<EditedTable> table =
                editing.filesInForce().content(name).flatMap(content -> EditedTable.of(name, content));
        Optional<Row> row = table.flatMap(found -> found.row(line(visit)));
        if (row.isEmpty()) {
            visit.notFound();
            return;
        }
        RowView view = new RowView(
                name,
                row.get().line(),
                titleOf(row.get()),
                false,
                edits(visit),
                "",
                RowView.fields(name, table.orElseThrow(), row.get(), Map.of(), List.of()),
                new MistakesView(false, List.of(), List.of()),
                List.of(),
                RowView.lineBefore(table.orElseThrow(), row.get()),
                RowView.lineAfter(table.orElseThrow(), row.get()));
        visit.show("rule-row", name + ": " + view.title(), view);
    }

    static int line(Visit visit) {
        String line = visit.path("line");
        return line.matches("\\d{1,6}") ? Integer.parseInt(line) : 0;
    }

    /** The first cell names a row: a duty's id, a rung. */
    static String titleOf(Row row) {
        return row.cells().values().stream()
                .findFirst()
                .filter(cell -> !cell.isEmpty())
                .orElse("–");
    }

    private void history(Visit visit) {
        showHistory(visit, 0, "", List.of());
    }

    void showHistory(Visit visit, int chosen, String reason, List<vn.dondoc.reading.Problem> refused) {
        List<Publication> publications = new ArrayList<>(rules.history());
        Collections.reverse(publications);
        HistoryView view = new HistoryView(publications, edits(visit), chosen, reason, refused);
        var status =
                refused.isEmpty() ? io.javalin.http.HttpStatus.OK : io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;
        visit.show(status, "rule-history", visit.words().of("Lịch sử quy tắc", "History of the rules"), view);
    }

    /** A publication by the number in a query or form. */
    static Optional<Publication> publication(RulesInForce rules, String number) {
        return rules.history().stream()
                .filter(publication -> String.valueOf(publication.number()).equals(number))
                .findFirst();
    }

    private void diff(Visit visit) {
        Optional<Publication> before = publication(rules, visit.query("truoc"));
        Optional<Publication> after = publication(rules, visit.query("sau"));
        if (before.isEmpty() || after.isEmpty()) {
            visit.notFound();
            return;
        }
        visit.show(
                "rule-diff",
                visit.words().of("So sánh hai phiên bản", "Two versions compared"),
                new DiffView(
                        before.get(),
                        after.get(),
                        rules.history(),
                        editing.between(before.get(), after.get(), visit.today().getYear())));
    }

    private void clauses(Visit visit) {
        RuleBook book = rules.current();
        Coverage coverage = Coverage.of(book.plan());
        visit.show(
                "rule-clauses",
                visit.words().of("Quyết định theo từng điều khoản", "The Decision, clause by clause"),
                new ClausesView(
                        book.plan().document(),
                        PagedLines.of(
                                coverage.clauses(),
                                clause -> clause.clause().id() + " "
                                        + clause.clause().words() + " " + String.join(" ", clause.ruledBy()),
                                visit.query("tim"),
                                visit.query("trang"),
                                CLAUSES),
                        ClausesView.counts(coverage.clauses(), coverage.uncovered())));
    }
}
