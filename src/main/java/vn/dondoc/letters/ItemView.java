package vn.dondoc.letters;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dondoc.facts.Clause;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Milestone;
import vn.dondoc.facts.Obligation;
import vn.dondoc.facts.Plan;
import vn.dondoc.findings.Explanation;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.notices.Arrangements;
import vn.dondoc.notices.Item;
import vn.dondoc.reading.VietnameseDate;

/** One duty of a letter as its template sees it: words only. */
final class ItemView {
    private ItemView() {}

    /** With all that an earlier letter, a promise or another clause adds to it. */
    static Map<String, Object> of(int number, Item item, Frame frame, LocalDate day) {
        Finding finding = item.finding();
        Map<String, Object> view = of(number, finding, day);
        view.put("alike", String.join(", ", alike(item)));
        view.put("effect", effect(item, frame.plan()));
        view.put("moved", moved(item));
        view.put("broken", broken(item));
        view.put("promisesLeft", item.promisesLeft());
        return view;
    }

    /** "điểm a mục II.2.1 (mã II.2.1.a-01)" for each other clause that asks for the same. */
    private static List<String> alike(Item item) {
        return item.alike().stream()
                .map(other -> other.finding().obligation().duty())
                .map(duty -> Clause.wordsOf(duty.clause()) + " (mã " + duty.id() + ")")
                .toList();
    }

    /** The PAR INDEX criterion or PAPI dimension that the clause is about, as the Decision groups its duties. */
    private static String effect(Item item, Plan plan) {
        return Stream.concat(Stream.of(item), item.alike().stream())
                .map(each -> each.finding().obligation().duty().clause())
                .flatMap(clause -> plan.clause(clause).stream())
                .map(Clause::concerns)
                .filter(concerns -> !concerns.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String moved(Item item) {
        LocalDate told = item.toldDue();
        return told == null ? "" : "hạn đã thay đổi; thư trước ghi " + VietnameseDate.write(told);
    }

    private static String broken(Item item) {
        Arrangements.Broken broken = item.broken();
        return broken == null
                ? ""
                : "đã hẹn nộp ngày " + VietnameseDate.write(broken.last().until()) + " mà chưa thực hiện"
                        + (broken.times() > 1 ? " (thất hẹn " + broken.times() + " lần)" : "");
    }

    static Map<String, Object> of(int number, Finding finding, LocalDate day) {
        Obligation obligation = finding.obligation();
        Duty duty = obligation.duty();
        DueWords due = DueWords.of(finding, day);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("number", number);
        view.put("agency", obligation.agency().name());
        view.put("task", duty.text());
        view.put("clause", Clause.wordsOf(duty.clause()));
        view.put("quote", duty.quote());
        view.put("period", CleanText.capitalise(obligation.period().inWords()));
        view.put("code", duty.id() + ", kỳ " + obligation.period().id());
        view.put("due", due.date());
        view.put("dueGround", due.ground());
        view.put("remaining", due.remaining());
        view.put("state", finding.stateInWords());
        view.put("urgency", urgency(finding.state()));
        view.put("missing", MissingWords.of(finding));
        view.put("demand", demand(obligation));
        view.put("arithmetic", obligation.measure() == null ? "" : Explanation.arithmetic(obligation));
        view.put("evidence", finding.state().isOpen() ? duty.evidence() : "");
        view.put("doneWhen", duty.milestone() == Milestone.SUBMITTED ? "tính là hoàn thành khi đã trình" : "");
        view.put("rule", finding.rule());
        return view;
    }

    private static String demand(Obligation obligation) {
        return obligation.requirement() == null
                ? ""
                : CleanText.capitalise(Explanation.demand(obligation.requirement()));
    }

    /** Which of three colours the state is printed in; the words say the same. */
    static String urgency(State state) {
        return switch (state) {
            case VIOLATED, OVERDUE -> "late";
            case AT_RISK -> "risk";
            case MET, MET_LATE -> "done";
            default -> "plain";
        };
    }
}
