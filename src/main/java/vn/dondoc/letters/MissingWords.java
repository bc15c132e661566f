package vn.dondoc.letters;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import vn.dondoc.calendar.DueDate;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.Measure;
import vn.dondoc.facts.Obligation;
import vn.dondoc.facts.Requirement;
import vn.dondoc.facts.Ruling;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;

/** What a duty still lacks, or what was reported of it, in one line. */
final class MissingWords {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);

    private final Words words;
    private final FigureWords figures;

    MissingWords(Words words) {
        this.words = words;
        this.figures = new FigureWords(words);
    }

    String of(Finding finding) {
        Obligation obligation = finding.obligation();
        List<String> parts = new ArrayList<>();
        parts.add(obligation.requirement() == null ? reported(obligation) : gap(obligation.requirement(), obligation));
        if (finding.state() == State.AT_RISK) {
            parts.add(passedMark(obligation));
        }
        parts.add(obligation.isBehind() ? words.say("missing.behind", figures.behindPace(obligation)) : "");
        parts.add(obligation.isReviewWanted() ? words.say("missing.review", obligation.reviewReason()) : "");
        parts.removeIf(String::isEmpty);
        return CleanText.capitalise(String.join("; ", parts));
    }

    private String reported(Obligation obligation) {
        Entry entry = obligation.entry();
        if (entry == null) {
            return nothing(obligation, "missing.noReport");
        }
        if (obligation.doneOn() != null) {
            return words.say("missing.done", words.date(obligation.doneOn()));
        }
        return words.say(
                "missing.reported",
                words.date(VietnamTime.dayOf(entry.receivedAt())),
                words.say("status." + entry.status().name()));
    }

    /** Whoever reported and got it back is not told that nothing ever came. */
    private String nothing(Obligation obligation, String key) {
        Ruling returned = obligation.returned();
        return returned == null || returned.newDate() == null
                ? words.say(key)
                : words.say(
                        "missing.returned",
                        words.date(VietnamTime.dayOf(returned.at())),
                        words.date(returned.newDate()));
    }

    private String passedMark(Obligation obligation) {
        DueDate soft = obligation.soft();
        return soft != null && !obligation.asOf().isBefore(soft.lastDay())
                ? words.say("missing.passedMark", words.date(soft.lastDay()))
                : "";
    }

    /** "còn thiếu 19 xã, phường, thị trấn"; only for things that come in whole pieces. */
    private String gap(Requirement requirement, Obligation obligation) {
        Measure measure = obligation.measure();
        if (measure == null) {
            return nothing(obligation, "missing.noFigures");
        }
        if (requirement.operator() != Requirement.Operator.AT_LEAST
                || !requirement.of().isOfUnits()) {
            return "";
        }
        BigDecimal lacking = needed(requirement, measure).subtract(measure.count());
        return lacking.signum() <= 0
                ? ""
                : words.say("missing.gap", words.number(lacking), figures.things(requirement));
    }

    private static BigDecimal needed(Requirement requirement, Measure measure) {
        if (!requirement.isShare()) {
            return BigDecimal.valueOf(requirement.value());
        }
        return measure.denominator() == null
                ? BigDecimal.ZERO
                : measure.denominator()
                        .multiply(BigDecimal.valueOf(requirement.percent()))
                        .divide(WHOLE, 0, RoundingMode.CEILING);
    }
}
