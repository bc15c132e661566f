package vn.dondoc.letters;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import vn.dondoc.facts.Measure;
import vn.dondoc.facts.Obligation;
import vn.dondoc.facts.Requirement;
import vn.dondoc.facts.Requirement.Operator;

/** What a target asks for and what was measured, as {@link vn.dondoc.findings.Explanation} says it in Vietnamese. */
final class FigureWords {
    private final Words words;

    FigureWords(Words words) {
        this.words = words;
    }

    /** "Số liệu đến 15/12/2017: 8/33 = 24,2% < 30%."; empty where nothing is asked for in figures. */
    String arithmetic(Obligation obligation) {
        Requirement requirement = obligation.requirement();
        Measure measure = obligation.measure();
        if (requirement == null) {
            return "";
        }
        if (measure == null) {
            return words.say("figures.none", demand(requirement));
        }
        List<String> parts = new ArrayList<>(List.of(comparison(requirement, measure)));
        parts.addAll(notes(obligation, requirement, measure));
        return words.say("figures.known", words.date(measure.on()), String.join("; ", parts));
    }

    /** "ít nhất 70% xã, phường, thị trấn". */
    String demand(Requirement requirement) {
        String things = things(requirement);
        return switch (requirement.operator()) {
            case AT_LEAST ->
                requirement.isShare()
                        ? words.say("demand.share", words.percent(requirement.percent()), things)
                        : words.say("demand.number", requirement.value(), things);
            case AT_MOST -> words.say("demand.atMost", things, requirement.value());
            case MORE_THAN_YEAR_BEFORE -> words.say("demand.growth", things);
            case JUDGED_BY_PERSON -> words.say("demand.judged", things);
        };
    }

    /** What it is short of that does not reach it: "70% xã, phường, thị trấn". */
    String shortOf(Requirement requirement) {
        if (requirement.operator() != Operator.AT_LEAST) {
            return demand(requirement);
        }
        return requirement.isShare()
                ? words.say("short.share", words.percent(requirement.percent()), things(requirement))
                : words.say("short.number", requirement.value(), things(requirement));
    }

    String things(Requirement requirement) {
        return words.say("counted." + requirement.of().name());
    }

    /** Why a target is behind schedule. */
    String behindPace(Obligation obligation) {
        return words.retell(obligation.behindPace(), "pace.step", "pace.even", "pace.latest", "pace.forecast");
    }

    private String comparison(Requirement requirement, Measure measure) {
        String sign = sign(requirement.operator(), requirement.isReachedBy(measure));
        BigDecimal numerator = measure.numerator();
        BigDecimal denominator = measure.denominator();
        if (requirement.isShare() && numerator != null && denominator != null) {
            return share(numerator, denominator) + " " + sign + " " + words.percent(requirement.percent());
        }
        String count = words.number(measure.count());
        return switch (requirement.operator()) {
            case AT_LEAST, AT_MOST -> count + " " + sign + " " + requirement.value();
            case MORE_THAN_YEAR_BEFORE ->
                measure.before() == null
                        ? words.say("figures.noYearBefore", count)
                        : count + " " + sign + " " + words.say("figures.yearBefore", words.number(measure.before()));
            case JUDGED_BY_PERSON ->
                denominator != null && denominator.signum() > 0 ? share(measure.count(), denominator) : count;
        };
    }

    private String share(BigDecimal numerator, BigDecimal denominator) {
        return words.number(numerator) + "/" + words.number(denominator) + " = " + words.share(numerator, denominator);
    }

    private List<String> notes(Obligation obligation, Requirement requirement, Measure measure) {
        List<String> notes = new ArrayList<>();
        BigDecimal denominator = measure.denominator();
        if (measure.itemised()) {
            notes.add(words.say(requirement.isShare() ? "figures.itemisedShare" : "figures.itemised"));
        } else if (measure.registryCount() > 0
                && denominator != null
                && denominator.compareTo(BigDecimal.valueOf(measure.registryCount())) != 0) {
            notes.add(words.say("figures.registry", measure.registryCount()));
        }
        BigDecimal reported = measure.entry().numerator();
        if (measure.contradictsItself() && reported != null) {
            notes.add(words.say("figures.contradiction", words.number(reported)));
        }
        if (measure.afterDue() > 0) {
            notes.add(words.say("figures.afterDue", measure.afterDue()));
        }
        if (isMoreThanAsked(requirement, measure)) {
            notes.add(words.say("figures.moreThanAsked"));
        }
        if (obligation.progress() == Obligation.Progress.REACHED_UNKNOWN_WHEN) {
            notes.add(words.say("figures.unknownWhen"));
        }
        return notes;
    }

    /** The Decision asks for "2-3" of something: more than three is worth a word. */
    private static boolean isMoreThanAsked(Requirement requirement, Measure measure) {
        return requirement.operator() == Operator.AT_LEAST
                && requirement.value() == 2
                && measure.count().compareTo(BigDecimal.valueOf(3)) > 0;
    }

    private static String sign(Operator operator, boolean reached) {
        return switch (operator) {
            case AT_LEAST -> reached ? "≥" : "<";
            case AT_MOST -> reached ? "≤" : ">";
            case MORE_THAN_YEAR_BEFORE, JUDGED_BY_PERSON -> reached ? ">" : "≤";
        };
    }
}
