package vn.dondoc.web.console.rules;

import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.dondoc.flow.Entered;
import vn.dondoc.flow.RuleEditing;
import vn.dondoc.reading.CsvTable.Row;
import vn.dondoc.reading.Problem;
import vn.dondoc.rules.CheckedRules;
import vn.dondoc.rules.EditedTable;
import vn.dondoc.rules.MarkedPlace;
import vn.dondoc.rules.RuleDraft;
import vn.dondoc.rules.RuleFiles;
import vn.dondoc.web.console.Route;
import vn.dondoc.web.console.Visit;

/** Tables and texts of a draft, edited in place and checked as one types. */
final class RuleEditPages {
    private static final String ACT = "lam";
    private static final String CHECK = "kiem-tra";
    private static final String COPY = "chep";
    private static final String REMOVE = "xoa";
    private static final String MARK = "dau";
    private static final String TEXT = "noi-dung";

    private final RuleEditing editing;

    RuleEditPages(RuleEditing editing) {
        this.editing = editing;
    }

    List<Route> routes() {
        String draft = Addresses.DRAFT;
        return List.of(
                Route.get(draft + "/tep/{file}", Route.ADMINISTRATORS, this::file),
                Route.post(draft + "/tep/{file}", Route.ADMINISTRATORS, this::saveText),
                Route.get(draft + "/dong/{file}/{line}", Route.ADMINISTRATORS, this::row),
                Route.post(draft + "/dong/{file}/{line}", Route.ADMINISTRATORS, this::saveRow),
                Route.post(draft + "/kiem-tra-tep/{file}", Route.ADMINISTRATORS, this::checkText),
                Route.post(draft + "/kiem-tra-dong/{file}/{line}", Route.ADMINISTRATORS, this::checkRow));
    }

    private Optional<RuleDraft> draft(Visit visit) {
        return editing.draftOf(visit.visitor().login());
    }

    /** The draft, when there is one and it holds the file; else the visitor has his answer. */
    private Optional<RuleDraft> draftWithFile(Visit visit) {
        Optional<RuleDraft> draft = draft(visit);
        if (draft.isEmpty()) {
            visit.http().redirect(Addresses.HOME, HttpStatus.SEE_OTHER);
            return draft;
        }
        Optional<RuleDraft> holding =
                draft.filter(own -> own.files().content(visit.path("file")).isPresent());
        if (holding.isEmpty()) {
            visit.notFound();
        }
        return holding;
    }

    private void file(Visit visit) {
        draftWithFile(visit).ifPresent(draft -> {
            String name = visit.path("file");
            Optional<CheckedRules> checked = editing.glance(draft.files());
            List<Problem> problems = checked.map(CheckedRules::problems).orElse(List.of());
            String[] asked = {visit.query("tim"), visit.query("trang")};
            RuleFilePages.table(draft.files(), name, true, true, problems, asked)
                    .filter(table -> !visit.query("dang").equals("van-ban"))
                    .ifPresentOrElse(
                            table -> visit.show("rule-table", name, table),
                            () -> showText(
                                    visit, draft, checked, RuleFilePages.textOf(draft.files(), name), List.of()));
        });
    }

    private void showText(
            Visit visit, RuleDraft draft, Optional<CheckedRules> checked, String text, List<String> refused) {
        String name = visit.path("file");
        boolean faulty = !refused.isEmpty();
        visit.show(
                faulty ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
                "rule-text-edit",
                name,
                new TextEditView(
                        name,
                        Addresses.file(true, name),
                        Addresses.DRAFT + "/kiem-tra-tep/" + Addresses.encoded(name),
                        faulty ? visit.field(MARK) : markOf(draft, name),
                        text,
                        RuleFilePages.sentences(name),
                        MistakesView.of(checked, name),
                        refused));
    }

    private static String markOf(RuleDraft draft, String name) {
        return draft.files().content(name).map(RuleDraft::markOf).orElse("");
    }

    private static RuleFiles withText(RuleDraft draft, String name, String text) {
        return draft.files().with(name, text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Not {@link Visit#field}, which strips: the blanks before a line mean something. */
    private static String text(Visit visit) {
        String text = visit.http().formParam(TEXT);
        return text == null ? "" : text;
    }

    private void checkText(Visit visit) {
        draftWithFile(visit).ifPresent(draft -> {
            String name = visit.path("file");
            visit.showPart("rule-mistakes", MistakesView.of(editing.glance(withText(draft, name, text(visit))), name));
        });
    }

    private void saveText(Visit visit) {
        draftWithFile(visit).ifPresent(draft -> {
            String name = visit.path("file");
            if (visit.field(ACT).equals(CHECK)) {
                Optional<CheckedRules> checked = editing.glance(withText(draft, name, text(visit)));
                showText(visit, draft, checked, text(visit), List.of());
                return;
            }
            Entered<RuleDraft> kept = editing.write(visit.visitor().login(), name, visit.field(MARK), text(visit));
            if (kept.stored().isEmpty()) {
                showText(visit, draft, Optional.of(new CheckedRules(List.of(), List.of())), text(visit), said(kept));
            } else {
                visit.goTo(Addresses.file(true, name), toldOf(kept.stored().get(), visit));
            }
        });
    }

    private static List<String> said(Entered<RuleDraft> refused) {
        return refused.refused().stream().map(Problem::toString).toList();
    }

    private String toldOf(RuleDraft draft, Visit visit) {
        int mistakes = editing.glance(draft.files())
                .map(checked -> checked.problems().size())
                .orElse(0);
        String kept = visit.words().of("Đã ghi vào bản nháp.", "Kept in the draft.");
        return mistakes == 0
                ? kept
                : kept
                        + visit.words().of(" Bản nháp còn ", " Mistakes in the draft: ")
                        + mistakes
                        + visit.words().of(" lỗi.", ".");
    }

    // ---- rows

    private void row(Visit visit) {
        draftWithFile(visit).ifPresent(draft -> showRow(visit, HttpStatus.OK, draft, Map.of(), List.of()));
    }

    /** The cells that a form sent, by heading. */
    private static Map<String, String> cells(Visit visit, EditedTable table) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int each = 0; each < table.headings().size(); each++) {
            String cell = visit.http().formParam(RowView.nameOf(each));
            if (cell != null) {
                cells.put(table.headings().get(each), cell);
            }
        }
        return cells;
    }

    private static Optional<EditedTable> table(RuleDraft draft, String name) {
        return draft.files().content(name).flatMap(content -> EditedTable.of(name, content));
    }

    private RowView rowView(
            Visit visit, RuleDraft draft, EditedTable table, Row row, Map<String, String> cells, List<String> refused) {
        String name = visit.path("file");
        RuleFiles files = cells.isEmpty() ? draft.files() : draft.files().with(name, table.with(row, cells));
        Optional<CheckedRules> checked = editing.glance(files);
        List<Problem> problems = checked.map(CheckedRules::problems).orElse(List.of());
        Optional<CheckedRules> elsewhere = checked.map(found -> new CheckedRules(
                problems.stream()
                        .filter(problem -> !isOfCell(problem, name, row, table))
                        .toList(),
                found.warnings()));
        return new RowView(
                name,
                row.line(),
                RuleReadingPages.titleOf(row),
                true,
                true,
                refused.isEmpty() ? markOf(draft, name) : visit.field(MARK),
                RowView.fields(name, table, row, cells, problems),
                MistakesView.of(elsewhere, name),
                refused,
                RowView.lineBefore(table, row),
                RowView.lineAfter(table, row));
    }

    private static boolean isOfCell(Problem problem, String file, Row row, EditedTable table) {
        MarkedPlace place = MarkedPlace.of(problem);
        return place.file().equals(file)
                && place.line() == row.line()
                && table.headings().contains(place.heading());
    }

    private void showRow(
            Visit visit, HttpStatus status, RuleDraft draft, Map<String, String> cells, List<String> refused) {
        String name = visit.path("file");
        Optional<EditedTable> table = table(draft, name);
        Optional<Row> row = table.flatMap(found -> found.row(RuleReadingPages.line(visit)));
        if (row.isEmpty()) {
            visit.notFound();
            return;
        }
        RowView view = rowView(visit, draft, table.orElseThrow(), row.get(), cells, refused);
        visit.show(status, "rule-row", name + ": " + view.title(), view);
    }

    private void checkRow(Visit visit) {
        draftWithFile(visit).ifPresent(draft -> {
            Optional<EditedTable> table = table(draft, visit.path("file"));
            Optional<Row> row = table.flatMap(found -> found.row(RuleReadingPages.line(visit)));
            if (row.isEmpty()) {
                visit.notFound();
                return;
            }
            Map<String, String> cells = cells(visit, table.orElseThrow());
            visit.showPart(
                    "rule-row-mistakes", rowView(visit, draft, table.orElseThrow(), row.get(), cells, List.of()));
        });
    }

    private void saveRow(Visit visit) {
        draftWithFile(visit).ifPresent(draft -> {
            String name = visit.path("file");
            Map<String, String> cells =
                    table(draft, name).map(table -> cells(visit, table)).orElse(Map.of());
            if (visit.field(ACT).equals(CHECK)) {
                showRow(visit, HttpStatus.OK, draft, cells, List.of());
                return;
            }
            int line = RuleReadingPages.line(visit);
            Entered<RuleDraft> kept =
                    editing.edit(visit.visitor().login(), name, visit.field(MARK), line, edit(visit.field(ACT), cells));
            if (kept.stored().isEmpty()) {
                showRow(visit, HttpStatus.UNPROCESSABLE_CONTENT, draft, cells, said(kept));
            } else {
                visit.goTo(
                        after(visit, name, line, kept.stored().get()),
                        toldOf(kept.stored().get(), visit));
            }
        });
    }

    private static RuleEditing.RowEdit edit(String act, Map<String, String> cells) {
        return switch (act) {
            case REMOVE -> EditedTable::without;
            case COPY -> (table, row) -> table.withBehind(row, cells);
            default -> RuleEditing.cells(cells);
        };
    }

    /** A copy is opened, after a removal the table is. */
    private static String after(Visit visit, String name, int line, RuleDraft draft) {
        if (visit.field(ACT).equals(REMOVE)) {
            return Addresses.file(true, name);
        }
        int copy = table(draft, name)
                .filter(table -> visit.field(ACT).equals(COPY))
                .flatMap(table -> table.row(line).map(row -> RowView.lineAfter(table, row)))
                .orElse(line);
        return Addresses.row(true, name, copy);
    }
}
