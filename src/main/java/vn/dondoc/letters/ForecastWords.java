package vn.dondoc.letters;

import java.math.BigDecimal;
import vn.dondoc.facts.Counted;
import vn.dondoc.facts.Forecast;
import vn.dondoc.facts.Obligation;

/** A forecast in two sentences, as {@link vn.dondoc.findings.Explanation} says it at more length in Vietnamese. */
final class ForecastWords {
    private final Words words;

    ForecastWords(Words words) {
        this.words = words;
    }

    /** What the pace leads to and what is needed from now on; empty without a forecast. */
    String of(Obligation obligation) {
        Forecast forecast = obligation.forecast();
        return forecast == null ? "" : pace(forecast) + " " + need(forecast);
    }

    /** "Dự báo đến hạn: 85,6, cần 129."; empty without a forecast. */
    String inShort(Obligation obligation) {
        Forecast forecast = obligation.forecast();
        return forecast == null
                ? ""
                : words.say("figures.forecast", words.number(forecast.expected()), words.number(forecast.needed()));
    }

    private String pace(Forecast forecast) {
        String span = words.say(
                "forecast.pace", point(forecast.first()), point(forecast.last()), change(forecast), forecast.days());
        return span + " " + words.say("forecast.expected", arithmetic(forecast));
    }

    /** "12/06/2017 (40)". */
    private String point(Forecast.Point point) {
        return words.say("forecast.point", words.date(point.on()), words.number(point.count()));
    }

    private String change(Forecast forecast) {
        return switch (forecast.gain().signum()) {
            case 1 -> words.say("forecast.more", words.number(forecast.gain()));
            case -1 -> words.say("forecast.fewer", words.number(forecast.gain().abs()));
            default -> words.say("forecast.same");
        };
    }

    /** "61 + 21 × 109/93 ≈ 85,6 < 129", where what was cut off for reading is owned up to. */
    private String arithmetic(Forecast forecast) {
        return words.number(forecast.last().count())
                + (forecast.gain().signum() < 0 ? " − " : " + ")
                + words.number(forecast.gain().abs()) + " × " + forecast.daysAhead() + "/" + forecast.days()
                + (forecast.isExpectedExactly() ? " = " : " ≈ ") + words.number(forecast.expected())
                + (forecast.isShort() ? " < " : " ≥ ") + words.number(forecast.needed());
    }

    private String need(Forecast forecast) {
        if (forecast.hasWeekLeft()) {
            return words.say(
                    "forecast.week",
                    amount(forecast.of(), forecast.missingByWeek()),
                    words.number(forecast.missing()),
                    forecast.daysLeft());
        }
        String missing = amount(forecast.of(), forecast.missing());
        return forecast.daysLeft() == 0
                ? words.say("forecast.today", missing)
                : words.count("forecast.days", forecast.daysLeft(), missing);
    }

    /** Money and time are not counted in pieces: what they are of stands behind the figure, whose unit is the report's. */
    private String amount(Counted of, BigDecimal number) {
        String things = words.say("counted." + of.name());
        boolean measured = of == Counted.COST || of == Counted.TIME;
        return words.say(
                of.isCut() ? "forecast.cut" : "forecast.add",
                words.number(number),
                measured ? "(" + things + ")" : things);
    }
}
