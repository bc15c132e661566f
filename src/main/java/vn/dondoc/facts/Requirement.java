package vn.dondoc.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.DateExpression;

/**
 * What a target asks for, as its sentence in {@code targets.dslr} says.
 *
 * @param rule name of the sentence
 * @param operator how measured and required are compared
 * @param percent the share required, in hundredths of a percent (70 % is 7000); 0 where a plain number is required
 * @param value the number required; 0 where a share is required
 * @param of what is counted
 * @param decidingYear for a rank: the year of the index that decides; 0 otherwise
 * @param paces conditions under which an unreached target is at risk before its date
 * @param reviews days from which a person has to look instead, with the reason
 * @param from first day on which it holds; null since the plan began
 * @param to last day on which it holds; null while the plan lasts
 * @param trial whether it is judged and shown, and never mailed
 */
public record Requirement(
        String rule,
        Operator operator,
        int percent,
        int value,
        Counted of,
        int decidingYear,
        List<Pace> paces,
        List<Review> reviews,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean trial) {

    /** One that holds while the plan lasts. */
    public Requirement(
            String rule,
            Operator operator,
            int percent,
            int value,
            Counted of,
            int decidingYear,
            List<Pace> paces,
            List<Review> reviews) {
        this(rule, operator, percent, value, of, decidingYear, paces, reviews, null, null, false);
    }

    /** How measured and required are compared; {@code sign} stands in JSON. */
    public enum Operator {
        AT_LEAST(">="),
        AT_MOST("<="),
        MORE_THAN_YEAR_BEFORE(">"),
        /** The Decision gives no number: a person decides. */
        JUDGED_BY_PERSON("");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    /**
     * A condition of risk.
     *
     * @param on the day from which {@code percent} must be reached; null for the other forms
     * @param percent hundredths of a percent
     * @param evenlyFrom the day from which progress is expected to be even until the due date; null otherwise
     * @param byForecast whether it is at risk when the pace of its reports leads short of it. Without it and with both days
     *     null an unreached target is at risk at once.
     */
    public record Pace(
            @Nullable DateExpression on,
            int percent,
            @Nullable LocalDate evenlyFrom,
            boolean byForecast) {
        public Pace(@Nullable DateExpression on, int percent, @Nullable LocalDate evenlyFrom) {
            this(on, percent, evenlyFrom, false);
        }
    }

    /** From a day on a person has to look, and why. */
    public record Review(LocalDate from, String reason) {}

    public Requirement {
        paces = List.copyOf(paces);
        reviews = List.copyOf(reviews);
    }

    public boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** Whether there is a day on which both hold. */
    public boolean overlaps(Requirement other) {
        return (from == null || other.to == null || !from.isAfter(other.to))
                && (to == null || other.from == null || !other.from.isAfter(to));
    }

    public boolean isShare() {
        return percent > 0;
    }

    /** Whether a measure reaches it; whole numbers only, never a rounded percentage. */
    public boolean isReachedBy(Measure measure) {
        return switch (operator) {
            case AT_LEAST ->
                isShare() ? measure.isAtLeast(percent) : measure.count().compareTo(BigDecimal.valueOf(value)) >= 0;
            case AT_MOST -> measure.count().compareTo(BigDecimal.valueOf(value)) <= 0;
            case MORE_THAN_YEAR_BEFORE ->
                measure.before() != null && measure.count().compareTo(measure.before()) > 0;
            case JUDGED_BY_PERSON -> false;
        };
    }

    /** Why a person has to look instead on a day; empty when the numbers decide. */
    String reviewReason(@Nullable Measure measure, LocalDate day) {
        if (operator == Operator.JUDGED_BY_PERSON && measure != null) {
            return "Quyết định không nêu con số để so sánh";
        }
        return reviews.stream()
                .filter(review -> !day.isBefore(review.from()))
                .map(Review::reason)
                .findFirst()
                .orElse("");
    }
}
