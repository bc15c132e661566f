package vn.dondoc.findings;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.facts.Measure;
import vn.dondoc.facts.Obligation;
import vn.dondoc.facts.Requirement;

/**
 * The verdict on one unit, duty and period as of a day.
 *
 * @param key what makes it the same finding on another day
 * @param obligation the fact it was reached on
 * @param rule id of the verdict rule that reached it
 */
public record Finding(Key key, Obligation obligation, State state, String rule) implements Comparable<Finding> {

    /** Unit, duty and period, by their ids. */
    public record Key(String agency, String duty, String period) implements Comparable<Key> {
        /** Any two large odd numbers: ids count up by ones and tens, and with the usual 31 they fall upon each other. */
        private static final int SPREAD_AGENCIES = 0x9E3779B1;

        private static final int SPREAD_DUTIES = 0x85EBCA6B;

        /** Written out, for a morning looks findings up by the ten thousand. */
        @Override
        public int hashCode() {
            return (agency.hashCode() * SPREAD_AGENCIES + duty.hashCode()) * SPREAD_DUTIES + period.hashCode();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other
                    || (other instanceof Key key
                            && duty.equals(key.duty)
                            && agency.equals(key.agency)
                            && period.equals(key.period));
        }

        @Override
        public int compareTo(Key other) {
            int byAgency = agency.compareTo(other.agency);
            int byDuty = byAgency != 0 ? byAgency : duty.compareTo(other.duty);
            return byDuty != 0 ? byDuty : period.compareTo(other.period);
        }
    }

    public static Finding of(Obligation obligation, State state, String rule) {
        Key key = new Key(
                obligation.agency().id(),
                obligation.duty().id(),
                obligation.period().id());
        return new Finding(key, obligation, state, rule);
    }

    /** Why, in Vietnamese: verdict and rule, clause and words, date, arithmetic, report. Worded when asked for. */
    public String explanation() {
        return Explanation.of(obligation, state, rule);
    }

    /** The last day in time; null without a date. */
    public @Nullable LocalDate due() {
        return obligation.hard() == null ? null : obligation.hard().lastDay();
    }

    public boolean assumed() {
        return obligation.hard() != null && obligation.hard().assumed();
    }

    /** Whether its duty or its target is only tried: judged and shown, never mailed. */
    public boolean isTrial() {
        return obligation.isTrial();
    }

    public @Nullable Measure measure() {
        return obligation.measure();
    }

    public @Nullable Requirement requirement() {
        return obligation.requirement();
    }

    /**
     * What readers are told. Past an assumed date a mark was passed, which is no breach; a duty without any date does not
     * fall due, it has been open for long.
     */
    public String stateInWords() {
        if (state == State.OVERDUE && assumed()) {
            return "quá mốc theo dõi";
        }
        return state == State.DUE_SOON && obligation.hard() == null ? "lâu chưa hoàn thành" : state.words();
    }

    @Override
    public int compareTo(Finding other) {
        return key.compareTo(other.key);
    }
}
