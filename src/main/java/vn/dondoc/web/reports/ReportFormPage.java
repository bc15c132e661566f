package vn.dondoc.web.reports;

import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.dondoc.calendar.Period;
import vn.dondoc.facts.Agency;
import vn.dondoc.findings.Finding;
import vn.dondoc.flow.ReportFlow.Sent;
import vn.dondoc.flow.WrittenReport;
import vn.dondoc.intake.Receipt;
import vn.dondoc.outbox.Attachment;
import vn.dondoc.reading.Problem;
import vn.dondoc.store.DraftStore;
import vn.dondoc.store.DraftStore.Draft;
import vn.dondoc.store.Outcome;
import vn.dondoc.web.console.Visit;
import vn.dondoc.web.reports.ReportFormView.Row;

/**
 * The form of a unit and period. What is written becomes a file that goes through the same door as every other; each mistake
 * comes back at its cell.
 */
final class ReportFormPage {
    private static final int MOST_CELLS = 20_000;

    private final ReportDesk desk;

    ReportFormPage(ReportDesk desk) {
        this.desk = desk;
    }

    /** What is to be shown in a sheet. */
    private record Filled(
            Map<String, String> cells, String draft, Map<String, List<Problem>> mistakes, String widened) {
        static Filled with(Map<String, String> cells) {
            return new Filled(cells, "", Map.of(), "");
        }
    }

    private Optional<FormSheet> sheet(Visit visit) {
        String unit = visit.path("unit");
        return Period.read(visit.path("period").toUpperCase(Locale.ROOT))
                .filter(period -> !period.first().isAfter(visit.today()))
                .map(period -> {
                    List<Finding> duties = desk.forms().asked(Set.of(unit), period, visit.now()).stream()
                            .collect(java.util.stream.Collectors.toMap(
                                    finding -> finding.key().duty(),
                                    finding -> finding,
                                    (earlier, later) -> later,
                                    java.util.LinkedHashMap::new))
                            .values()
                            .stream()
                            .toList();
                    Agency agency = desk.rules().get().registry().latest(unit).orElseThrow();
                    return new FormSheet(agency, period, duties);
                })
                .filter(sheet -> !sheet.duties().isEmpty());
    }

    private void with(Visit visit, java.util.function.Consumer<FormSheet> handling) {
        sheet(visit).ifPresentOrElse(handling, visit::notFound);
    }

    void show(Visit visit) {
        with(visit, sheet -> {
            Optional<Draft> draft = desk.drafts().find(key(visit, sheet));
            Filled filled = draft.map(
                            saved -> new Filled(saved.cells(), visit.words().moment(saved.savedAt()), Map.of(), ""))
                    .orElseGet(() -> Filled.with(sheet.known()));
            show(visit, HttpStatus.OK, sheet, filled);
        });
    }

    void workbook(Visit visit) {
        with(visit, sheet -> {
            Attachment form = desk.forms()
                    .form(sheet.unit().id(), sheet.period(), visit.now())
                    .orElseThrow();
            UploadPage.download(visit.http(), form.name(), form.mediaType(), form.content());
        });
    }

    void take(Visit visit) {
        with(visit, sheet -> {
            Map<String, String> cells = typed(visit);
            String act = visit.field("viec");
            if (act.equals("bo")) {
                desk.drafts().discard(key(visit, sheet));
                visit.goTo(sheet.path(), visit.words().of("Đã bỏ bản nháp.", "The draft was discarded."));
            } else if (act.startsWith("them ")) {
                String duty = act.substring(act.indexOf(' ') + 1);
                show(visit, HttpStatus.OK, sheet, new Filled(cells, "", Map.of(), duty));
            } else if (act.equals("gui")) {
                handIn(visit, sheet, cells);
            } else {
                desk.drafts().save(key(visit, sheet), new Draft(cells, visit.now()));
                visit.goTo(
                        sheet.path(),
                        visit.words().of("Đã lưu bản nháp; chưa gửi gì.", "The draft was saved; nothing was sent."));
            }
        });
    }

    private void handIn(Visit visit, FormSheet sheet, Map<String, String> cells) {
        List<String> changed = sheet.changed(cells);
        if (changed.isEmpty()) {
            Problem nothing = new Problem(
                    "biểu mẫu", "chưa nhiệm vụ nào được ghi hay sửa", "ghi tình trạng của ít nhất một nhiệm vụ");
            refuse(visit, sheet, cells, Map.of(WrittenReport.WHOLE, List.of(nothing)));
            return;
        }
        WrittenReport report = WrittenReport.of(sheet.unit().id(), sheet.period(), changed, cells);
        Sent sent = sent(visit, sheet, report, !visit.field("giu").isEmpty());
        Map<String, List<Problem>> overtaken = sheet.overtaken(cells);
        if (!overtaken.isEmpty()) {
            Map<String, List<Problem>> mistakes = report.byField(desk.intake().mistakesIn(sent, visit.now()));
            refuse(visit, sheet, sheet.seen(cells), FormSheet.both(overtaken, mistakes));
            return;
        }
        Receipt receipt = desk.intake().receive(sent, visit.now());
        if (receipt.refused().isEmpty()) {
            desk.drafts().discard(key(visit, sheet));
            visit.goTo(sheet.path(), thanks(visit, receipt));
            return;
        }
        Map<String, String> left = new HashMap<>(cells);
        receipt.accepted().forEach(row -> FormSheet.forget(row.duty(), left));
        desk.drafts()
                .find(key(visit, sheet))
                .ifPresent(draft -> desk.drafts().save(key(visit, sheet), new Draft(left, visit.now())));
        with(visit, newer -> refuse(visit, newer, left, report.byField(receipt.refused())));
    }

    private void refuse(Visit visit, FormSheet sheet, Map<String, String> cells, Map<String, List<Problem>> mistakes) {
        show(visit, HttpStatus.UNPROCESSABLE_CONTENT, sheet, new Filled(cells, "", mistakes, ""));
    }

    private static String thanks(Visit visit, Receipt receipt) {
        return receipt.outcome() == Outcome.REPEATED
                ? visit.words().of("Nội dung này đã nhận trước đó.", "This was taken before.")
                : visit.words()
                        .of(
                                "Đã nhận báo cáo: " + receipt.acceptedCount() + " nhiệm vụ.",
                                "The report was taken: " + receipt.acceptedCount() + " duties.");
    }

    private static Sent sent(Visit visit, FormSheet sheet, WrittenReport report, boolean keepGoodRows) {
        return new Sent(
                report.fileName(),
                report.bytes(),
                Reporters.of(visit),
                sheet.unit().id(),
                keepGoodRows);
    }

    /** The mistakes of one row as it stands, while it is being written; nothing is stored. */
    void check(Visit visit) {
        with(visit, sheet -> {
            String duty = visit.query("nv");
            Map<String, String> cells = typed(visit);
            boolean written = sheet.ids().contains(duty) && sheet.changed(cells).contains(duty);
            WrittenReport report = WrittenReport.of(sheet.unit().id(), sheet.period(), List.of(duty), cells);
            Map<String, List<Problem>> mistakes = written
                    ? FormSheet.both(
                            sheet.overtaken(cells),
                            report.byField(desk.intake().mistakesIn(sent(visit, sheet, report, false), visit.now())))
                    : Map.of();
            rows(visit, sheet, new Filled(cells, "", mistakes, "")).stream()
                    .filter(row -> row.duty().equals(duty))
                    .findFirst()
                    .ifPresentOrElse(row -> visit.showPart("report-row-check", row), visit::notFound);
        });
    }

    private static List<Row> rows(Visit visit, FormSheet sheet, Filled filled) {
        Map<String, String> cells = sheet.upToDate(filled.cells());
        sheet.changed(filled.cells()).forEach(duty -> cells.put(FormRows.TYPED + duty, "1"));
        return new FormRows(visit.words(), cells, filled.mistakes(), filled.widened()).of(sheet.duties());
    }

    private void show(Visit visit, HttpStatus status, FormSheet sheet, Filled filled) {
        visit.show(
                status,
                "report-form",
                sheet.unit().name() + ", " + Periods.inWords(sheet.period(), visit.words()),
                new ReportFormView(
                        sheet.unit().id(),
                        sheet.unit().name(),
                        sheet.period().id(),
                        sheet.path(),
                        filled.draft(),
                        filled.mistakes().getOrDefault(WrittenReport.WHOLE, List.of()),
                        filled.mistakes().values().stream().mapToInt(List::size).sum(),
                        desk.keepGoodRows(),
                        rows(visit, sheet, filled)));
    }

    private static DraftStore.Key key(Visit visit, FormSheet sheet) {
        return new DraftStore.Key(
                visit.visitor().login(), sheet.unit().id(), sheet.period().id());
    }

    private static Map<String, String> typed(Visit visit) {
        Map<String, String> cells = new HashMap<>();
        visit.http().formParamMap().forEach((field, values) -> {
            if (cells.size() < MOST_CELLS
                    && field.contains("|")
                    && !values.get(0).isBlank()) {
                cells.put(field, values.get(0));
            }
        });
        return cells;
    }
}
