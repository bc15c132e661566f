package vn.dondoc.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.facts.Dispensation;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.reading.VietnameseText;
import vn.dondoc.store.ArrangementStore;

/** An extension (gia hạn) or exemption (miễn) that Sở Nội vụ granted by a document: asked for, checked, stored. */
public final class DispensationFlow {
    private static final String NEW_DATE = "ngày mới";
    private static final String DOCUMENT = "văn bản";
    private static final String DUTY = "nhiệm vụ";

    private final Assessor assessor;
    private final ArrangementStore store;

    public DispensationFlow(Assessor assessor, ArrangementStore store) {
        this.assessor = assessor;
        this.store = store;
    }

    /**
     * What is asked for.
     *
     * @param period id
     * @param newDue the last day in time from now on; null for an exemption
     * @param document number of the document that grants it
     * @param documentDay its date
     */
    public record Request(
            String agency,
            String duty,
            String period,
            @Nullable LocalDate newDue,
            String document,
            LocalDate documentDay,
            String author) {}

    public Entered<Dispensation> enter(Request request, Instant at) {
        Assessment assessment = assessor.at(at);
        Problems problems = new Problems();
        Optional<Dispensation> earlier =
                store.dispensationsKnownAt(at).of(request.agency(), request.duty(), request.period());
        // an exempted duty may not be asked for any more, and still its exemption can be replaced
        if (earlier.isEmpty()) {
            new FindingChoice(assessment, problems)
                    .of(request.agency(), request.duty(), request.period())
                    .flatMap(finding -> refusalOf(request, finding))
                    .ifPresent(problems::add);
        }
        checkDocument(request, assessment.asOf(), problems);
        LocalDate newDue = request.newDue();
        if (earlier.isPresent() && newDue != null && newDue.isBefore(assessment.asOf())) {
            problems.add("hạn mới", "ngày " + VietnameseDate.write(newDue) + " đã qua", "ghi ngày từ hôm nay trở đi");
        }
        earlier.filter(granted -> granted.isExemption() && request.newDue() == null)
                .ifPresent(granted -> problems.add(
                        DUTY, "đã được miễn theo văn bản " + granted.document() + ", không ghi lần nữa", ""));
        Author.refusalOf(request.author(), "người ghi").ifPresent(problems::add);
        return problems.isEmpty() ? store(request, at) : Entered.refused(problems.list());
    }

    private Entered<Dispensation> store(Request request, Instant at) {
        Dispensation granted = new Dispensation(
                request.agency(),
                request.duty(),
                request.period(),
                request.newDue(),
                VietnameseText.oneLine(request.document()),
                request.documentDay(),
                Author.of(request.author()),
                at);
        store.add(granted);
        return Entered.stored(granted);
    }

    private static void checkDocument(Request request, LocalDate today, Problems problems) {
        String dated = VietnameseDate.write(request.documentDay());
        if (VietnameseText.oneLine(request.document()).isEmpty()) {
            problems.add(DOCUMENT, "chưa ghi số văn bản", "ghi số, ký hiệu: 123/SNV-CCHC");
        }
        if (request.documentDay().isAfter(today)) {
            problems.add(DOCUMENT, "ngày văn bản " + dated + " chưa tới", "ghi ngày ký trên văn bản");
        }
        if (request.newDue() != null && !request.newDue().isAfter(request.documentDay())) {
            problems.add(
                    NEW_DATE,
                    "ngày gia hạn " + VietnameseDate.write(request.newDue()) + " không sau ngày văn bản " + dated,
                    "kiểm tra lại hai ngày");
        }
    }

    private static Optional<Problem> refusalOf(Request request, Finding finding) {
        LocalDate newDue = request.newDue();
        LocalDate due = finding.due();
        if (newDue == null) {
            return Optional.empty();
        }
        if (due == null) {
            return Optional.of(new Problem(DUTY, "nhiệm vụ này ở kỳ ấy không có hạn để gia hạn", ""));
        }
        if (finding.state() == State.MET) {
            return Optional.of(new Problem(DUTY, "nhiệm vụ này đã đạt, không cần gia hạn", ""));
        }
        return newDue.isBefore(due)
                ? Optional.of(new Problem(
                        NEW_DATE,
                        "ngày gia hạn " + VietnameseDate.write(newDue) + " trước hạn đang có "
                                + VietnameseDate.write(due),
                        "gia hạn chỉ lùi hạn về sau"))
                : Optional.empty();
    }
}
