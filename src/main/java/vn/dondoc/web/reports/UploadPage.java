package vn.dondoc.web.reports;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.dondoc.flow.ReportFlow.Sent;
import vn.dondoc.intake.AcceptedRow;
import vn.dondoc.intake.Receipt;
import vn.dondoc.outbox.Attachment;
import vn.dondoc.store.Outcome;
import vn.dondoc.store.SubmissionStore.Submission;
import vn.dondoc.web.console.Visit;

/** A file is handed in; its answer says row by row what was taken and what was not, as a page and as a workbook. */
final class UploadPage {
    private final ReportDesk desk;
    private final UnitReportsPage unit;

    UploadPage(ReportDesk desk, UnitReportsPage unit) {
        this.desk = desk;
        this.unit = unit;
    }

    void take(Visit visit) throws IOException {
        String agency = visit.path("unit");
        UploadedFile file = visit.http().uploadedFile("tep");
        if (file == null || file.filename().isBlank()) {
            visit.goTo(
                    ReportsSection.HOME + "/" + agency,
                    visit.words().of("Chưa chọn tệp; chưa nộp gì.", "No file was chosen; nothing was handed in."));
            return;
        }
        Receipt receipt = desk.intake()
                .receive(
                        new Sent(
                                file.filename(),
                                content(file),
                                Reporters.of(visit),
                                agency,
                                !visit.field("giu").isEmpty()),
                        visit.now());
        visit.goTo(ReportsSection.HOME + "/" + agency + "/tra-loi/" + receipt.number(), "");
    }

    private static byte[] content(UploadedFile file) throws IOException {
        try (InputStream content = file.content()) {
            return content.readAllBytes();
        }
    }

    void answer(Visit visit) {
        Optional<Submission> found = found(visit);
        if (found.isEmpty()) {
            visit.notFound();
            return;
        }
        Submission file = found.get();
        String here = ReportsSection.HOME + "/" + visit.path("unit");
        visit.show(
                file.outcome() == Outcome.REFUSED ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
                "report-answer",
                visit.words().of("Trả lời ", "Answer to ") + file.name(),
                new AnswerView(
                        here,
                        file.name(),
                        visit.words().moment(file.at()),
                        UnitReportsPage.inWords(file.outcome(), visit.words()),
                        file.outcome(),
                        accepted(file),
                        desk.submissions().refusedOf(file.id()),
                        file.untouched(),
                        here + "/tra-loi/" + file.id() + "/bang"));
    }

    private List<AcceptedRow> accepted(Submission file) {
        return desk.submissions().entriesOf(file.id()).stream()
                .map(entry -> new AcceptedRow(
                        entry.source(), entry.agency(), entry.period().id(), entry.duty(), null))
                .toList();
    }

    private Optional<Submission> found(Visit visit) {
        return number(visit)
                .flatMap(number -> desk.submissions().find(visit.path("unit"), number))
                .filter(file -> unit.mayRead(file, visit));
    }

    private static Optional<Long> number(Visit visit) {
        return Optional.of(visit.path("file"))
                .filter(number -> number.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }

    void answerWorkbook(Visit visit) {
        Optional<Submission> found = found(visit);
        if (found.isEmpty()) {
            visit.notFound();
            return;
        }
        Submission file = found.get();
        Receipt receipt = new Receipt(
                file.name(),
                file.outcome(),
                file.accepted(),
                accepted(file),
                desk.submissions().refusedOf(file.id()),
                file.untouched(),
                file.storedPath(),
                "",
                file.id());
        Attachment workbook = desk.answers().apply(receipt, file.at());
        download(visit.http(), workbook.name(), workbook.mediaType(), workbook.content());
    }

    /** As it came in, to be saved and never shown: what is in it, nobody vouches for. */
    void original(Visit visit) {
        Optional<Submission> found =
                number(visit).flatMap(number -> desk.submissions().find(visit.path("unit"), number));
        if (found.isEmpty()) {
            visit.notFound();
            return;
        }
        Path original = desk.originals().apply(found.get().storedPath());
        try {
            download(
                    visit.http(),
                    String.valueOf(original.getFileName()),
                    "application/octet-stream",
                    Files.readAllBytes(original));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    static void download(Context http, String name, String mediaType, byte[] content) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
        http.contentType(mediaType)
                .header("Content-Disposition", "attachment; filename=\"" + plain + "\"")
                .result(content);
    }
}
