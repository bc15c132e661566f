package vn.dondoc.flow;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.dondoc.calendar.Period;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Clause;
import vn.dondoc.facts.Duty;
import vn.dondoc.findings.Finding;
import vn.dondoc.notices.Arrangements;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.store.PromiseStore.LinkedLetter;

/**
 * One duty of a letter on its sheet, in words.
 *
 * @param finding as it stands now; empty when it is not asked for any more
 * @param unit name of the unit that owes it
 * @param clause "mục III.1"
 * @param due the last day in time; empty without one
 * @param state how it stands
 * @param refusal why no promise can be given; empty when one can
 */
public record SheetLine(
        Finding.Key key,
        Optional<Finding> finding,
        String unit,
        String task,
        String clause,
        String period,
        String due,
        String state,
        String refusal) {

    /** Whether a promise can be given for it. */
    public boolean isOffered() {
        return refusal.isEmpty();
    }

    /** Whether nobody has anything to do about it any more. */
    public boolean isClosed() {
        return finding.isEmpty() || !finding.get().state().isOpen();
    }

    /** Name of its field in a form. */
    public String field() {
        return key.agency() + "/" + key.duty() + "/" + key.period();
    }

    static List<SheetLine> of(LinkedLetter letter, Assessment assessment, PromiseCheck check, Arrangements agreed) {
        Map<Finding.Key, Finding> findings = new HashMap<>();
        assessment.findings().forEach(finding -> findings.put(finding.key(), finding));
        return letter.items().stream()
                .map(key -> Optional.ofNullable(findings.get(key))
                        .map(finding -> of(finding, check, agreed))
                        .orElseGet(() -> gone(key, assessment)))
                .sorted(Comparator.comparing((SheetLine line) -> !line.isOffered())
                        .thenComparing(SheetLine::isClosed)
                        .thenComparing(line -> !line.key().agency().equals(letter.agency()))
                        .thenComparing(line -> line.finding()
                                .map(Finding::state)
                                .map(Enum::ordinal)
                                .orElse(99))
                        .thenComparing(SheetLine::key))
                .toList();
    }

    private static SheetLine of(Finding finding, PromiseCheck check, Arrangements agreed) {
        Duty duty = finding.obligation().duty();
        return new SheetLine(
                finding.key(),
                Optional.of(finding),
                finding.obligation().agency().name(),
                duty.text(),
                Clause.wordsOf(duty.clause()),
                finding.obligation().period().inWords(),
                finding.due() == null
                        ? ""
                        : VietnameseDate.write(finding.due()) + (finding.assumed() ? " (giả định)" : ""),
                finding.stateInWords(),
                check.refusalOf(finding, agreed, "").map(Problem::message).orElse(""));
    }

    private static SheetLine gone(Finding.Key key, Assessment assessment) {
        Optional<Duty> duty = assessment.rules().duty(key.duty());
        return new SheetLine(
                key,
                Optional.empty(),
                assessment
                        .rules()
                        .registry()
                        .latest(key.agency())
                        .map(Agency::name)
                        .orElse(key.agency()),
                duty.map(Duty::text).orElse(key.duty()),
                duty.map(known -> Clause.wordsOf(known.clause())).orElse(""),
                Period.read(key.period()).map(Period::inWords).orElse(key.period()),
                "",
                "không còn theo dõi",
                "nhiệm vụ này không còn theo dõi, không cần hẹn nộp");
    }
}
