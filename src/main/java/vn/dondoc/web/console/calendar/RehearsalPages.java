package vn.dondoc.web.console.calendar;

import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.dondoc.flow.Entered;
import vn.dondoc.flow.Rehearsals;
import vn.dondoc.flow.Rehearsals.Kind;
import vn.dondoc.flow.Rehearsals.Run;
import vn.dondoc.flow.Rehearsals.State;
import vn.dondoc.people.Role;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.rules.RuleFiles;
import vn.dondoc.web.console.Route;
import vn.dondoc.web.console.Visit;
import vn.dondoc.web.console.Words;

/** Rehearsals of one kind: begun, watched, stopped, looked at. */
public final class RehearsalPages {
    private static final int MONTHS = 12;

    /** The pages that a rehearsal wrote bring their style along, and nothing else. */
    private static final String POLICY =
            "sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

    private final Kind kind;
    private final String path;
    private final Rehearsals rehearsals;
    private final Supplier<Optional<LocalDate>> lastMorning;
    private final Function<Visit, Optional<RuleFiles>> edited;

    /**
     * @param path where the pages stand
     * @param lastMorning the last day that was checked: what comes is rehearsed from the day after
     * @param edited the rules that are tried; asked of previews only
     */
    public RehearsalPages(
            Kind kind,
            String path,
            Rehearsals rehearsals,
            Supplier<Optional<LocalDate>> lastMorning,
            Function<Visit, Optional<RuleFiles>> edited) {
        this.kind = kind;
        this.path = path;
        this.rehearsals = rehearsals;
        this.lastMorning = lastMorning;
        this.edited = edited;
    }

    /** @param done shows one that is done */
    public List<Route> routes(Done done) {
        return List.of(
                Route.get(path, Route.WITHOUT_CONTACTS, this::all),
                Route.post(path, Route.ADMINISTRATORS, this::begin),
                Route.get(path + "/{id}", Route.WITHOUT_CONTACTS, visit -> one(visit, done)),
                Route.get(path + "/{id}/tien-do", Route.WITHOUT_CONTACTS, this::progress),
                Route.post(path + "/{id}/dung", Route.ADMINISTRATORS, this::stop),
                Route.get(path + "/{id}/tep/<page>", Route.WITHOUT_CONTACTS, this::page));
    }

    /** Shows what a rehearsal came to. */
    @FunctionalInterface
    public interface Done {
        void show(Visit visit, Run run) throws IOException;
    }

    private static boolean edits(Visit visit) {
        return visit.visitor().role() == Role.ADMINISTRATOR;
    }

    private void all(Visit visit) {
        LocalDate next = lastMorning
                .get()
                .filter(last -> !last.isBefore(visit.today()))
                .map(last -> last.plusDays(1))
                .orElse(visit.today());
        showAll(visit, HttpStatus.OK, next, next.plusMonths(MONTHS).minusDays(1), List.of());
    }

    private void showAll(Visit visit, HttpStatus status, LocalDate from, LocalDate to, List<Problem> refused) {
        List<Run> runs = rehearsals.runs();
        boolean preview = kind == Kind.PREVIEW;
        visit.show(
                status,
                "rehearsals",
                preview
                        ? visit.words().of("Xem trước thư theo bản nháp", "Letters by the draft")
                        : visit.words().of("Mô phỏng", "Simulation"),
                new SimulationsView(
                        path,
                        preview,
                        edits(visit),
                        !preview || (edits(visit) && edited.apply(visit).isPresent()),
                        runs.stream().anyMatch(run -> run.state() == State.RUNNING),
                        from,
                        to,
                        runs.stream().filter(run -> run.kind() == kind).toList(),
                        refused));
    }

    private void begin(Visit visit) {
        Optional<LocalDate> first = VietnameseDate.read(visit.field("tu-ngay"));
        Optional<LocalDate> last = VietnameseDate.read(visit.field("den-ngay"));
        if (first.isEmpty() || last.isEmpty()) {
            refuseDays(visit, first, last);
            return;
        }
        LocalDate from = first.get();
        LocalDate to = last.get();
        RuleFiles rules = kind == Kind.PREVIEW ? edited.apply(visit).orElse(null) : null;
        if (kind == Kind.PREVIEW && rules == null) {
            visit.goTo(
                    path,
                    visit.words()
                            .of("Chưa có bản nháp không lỗi để xem trước.", "There is no faultless draft to preview."));
            return;
        }
        Entered<Run> begun = rehearsals.begin(
                new Rehearsals.Wish(kind, from, to, rules, visit.visitor().author(), visit.now()));
        begun.stored()
                .ifPresentOrElse(
                        run -> visit.http().redirect(path + "/" + run.id(), HttpStatus.SEE_OTHER),
                        () -> showAll(visit, HttpStatus.UNPROCESSABLE_CONTENT, from, to, begun.refused()));
    }

    private void refuseDays(Visit visit, Optional<LocalDate> first, Optional<LocalDate> last) {
        Words words = visit.words();
        List<Problem> refused = new ArrayList<>();
        if (first.isEmpty()) {
            refused.add(noDay(words.of("Từ ngày", "From"), visit.field("tu-ngay"), words));
        }
        if (last.isEmpty()) {
            refused.add(noDay(words.of("Đến ngày", "To"), visit.field("den-ngay"), words));
        }
        LocalDate from = first.orElse(visit.today());
        showAll(
                visit,
                HttpStatus.UNPROCESSABLE_CONTENT,
                from,
                last.orElse(from.plusMonths(MONTHS).minusDays(1)),
                refused);
    }

    private static Problem noDay(String field, String written, Words words) {
        return new Problem(
                field,
                words.of("“" + written + "” không phải là ngày", "“" + written + "” is not a day"),
                words.of("ghi ngày dạng 31/12/2017", "write it like 31/12/2017"));
    }

    private Optional<Run> run(Visit visit) {
        return rehearsals.run(visit.path("id")).filter(run -> run.kind() == kind);
    }

    private RunView view(Visit visit, Run run) {
        return new RunView(path + "/" + run.id(), path, edits(visit), run);
    }

    private void one(Visit visit, Done done) throws IOException {
        Optional<Run> run = run(visit);
        if (run.isEmpty()) {
            visit.notFound();
        } else if (run.get().state() == State.DONE) {
            done.show(visit, run.get());
        } else {
            visit.show("rehearsal", visit.words().of("Chạy thử", "Rehearsal"), view(visit, run.get()));
        }
    }

    /** What htmx asks for every few seconds; once it is over, the page shows itself anew. */
    private void progress(Visit visit) {
        run(visit)
                .ifPresentOrElse(
                        run -> {
                            if (run.state() != State.RUNNING) {
                                visit.http().header("HX-Refresh", "true");
                            }
                            visit.showPart("rehearsal-progress", view(visit, run));
                        },
                        visit::notFound);
    }

    private void stop(Visit visit) {
        rehearsals.stop(visit.path("id"));
        visit.goTo(path, visit.words().of("Đã dừng.", "Stopped."));
    }

    private void page(Visit visit) throws IOException {
        var page = run(visit).flatMap(run -> rehearsals.page(run, visit.path("page")));
        if (page.isEmpty()) {
            visit.notFound();
            return;
        }
        visit.http().header("Content-Security-Policy", POLICY).html(Files.readString(page.get()));
    }
}
