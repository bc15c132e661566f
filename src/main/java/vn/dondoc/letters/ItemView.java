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
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.notices.Arrangements;
import vn.dondoc.notices.Item;

/** One duty of a letter as its template sees it: words only. */
final class ItemView {
    private ItemView() {}

    /** With all that an earlier letter, a promise or another clause adds to it. */
    static Map<String, Object> of(int number, Item item, Frame frame, LocalDate day) {
        Finding finding = item.finding();
        Words words = frame.words();
        Map<String, Object> view = of(number, finding, day, words);
        view.put("alike", String.join(", ", alike(item, words)));
        view.put("effect", effect(item, frame.plan()));
        view.put("moved", moved(item, words));
        view.put("broken", broken(item, words));
        view.put("promisesLeft", item.promisesLeft());
        return view;
    }

    /** "điểm a mục II.2.1 (mã II.2.1.a-01)" for each other clause that asks for the same. */
    private static List<String> alike(Item item, Words words) {
        return item.alike().stream()
                .map(other -> other.finding().obligation().duty())
                .map(duty -> words.say("item.alike", words.clause(duty.clause()), duty.id()))
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

    private static String moved(Item item, Words words) {
        LocalDate told = item.toldDue();
        return told == null ? "" : words.say("item.moved", words.date(told));
    }

    private static String broken(Item item, Words words) {
        Arrangements.Broken broken = item.broken();
        if (broken == null) {
            return "";
        }
        String until = words.date(broken.last().until());
        return broken.times() > 1
                ? words.say("item.broken.again", until, broken.times())
                : words.say("item.broken", until);
    }

    static Map<String, Object> of(int number, Finding finding, LocalDate day, Words words) {
        FigureWords figures = new FigureWords(words);
        Obligation obligation = finding.obligation();
        Duty duty = obligation.duty();
        DueWords due = DueWords.of(finding, day, words);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("number", number);
        view.put("agency", obligation.agency().name());
        view.put("task", duty.text());
        view.put("clause", words.clause(duty.clause()));
        view.put("quote", duty.quote());
        view.put("period", CleanText.capitalise(words.period(obligation.period())));
        view.put("code", words.say("item.code", duty.id(), obligation.period().id()));
        view.put("due", due.date());
        view.put("dueGround", due.ground());
        view.put("remaining", due.remaining());
        view.put("state", words.state(finding));
        view.put("urgency", urgency(finding.state()));
        view.put("missing", new MissingWords(words).of(finding));
        view.put("demand", demand(obligation, figures));
        view.put("arithmetic", obligation.measure() == null ? "" : figures.arithmetic(obligation));
        view.put("forecast", finding.state().isOpen() ? new ForecastWords(words).of(obligation) : "");
        view.put("evidence", finding.state().isOpen() ? duty.evidence() : "");
        view.put("doneWhen", duty.milestone() == Milestone.SUBMITTED ? words.say("item.doneWhenSubmitted") : "");
        view.put("rule", finding.rule());
        return view;
    }

    private static String demand(Obligation obligation, FigureWords figures) {
        return obligation.requirement() == null ? "" : CleanText.capitalise(figures.demand(obligation.requirement()));
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
