package vn.dondoc.facts;

import java.util.List;
import vn.dondoc.calendar.Period;

/** How often a duty comes round. {@code code} stands in JSON, {@code word} in the tables. */
public enum Recurrence {
    ONCE("once", "một lần"),
    YEARLY("yearly", "hằng năm"),
    HALF_YEARLY("half-yearly", "6 tháng"),
    QUARTERLY("quarterly", "hằng quý"),
    /** Quarter I, six months, quarter III, year: four reports a year ("hàng quý, 6 tháng, năm"). */
    REPORT("quarter-half-year-year", "báo cáo"),
    STANDING("standing", "liên tục"),
    ON_EVENT("on-event", "khi phát sinh"),
    NONE("none", "");

    private final String code;
    private final String word;

    Recurrence(String code, String word) {
        this.code = code;
        this.word = word;
    }

    public String code() {
        return code;
    }

    public String word() {
        return word;
    }

    /**
     * The periods of one year, in order; for what never comes round, the year itself.
     *
     * <p>A duty that always stands is judged quarter by quarter, on the rhythm in which the plan asks for reports.
     */
    public List<Period> periodsOf(int year) {
        return switch (this) {
            case ONCE, YEARLY, NONE, ON_EVENT -> List.of(Period.year(year));
            case HALF_YEARLY -> List.of(Period.half(year, 1), Period.half(year, 2));
            case QUARTERLY, STANDING ->
                List.of(
                        Period.quarter(year, 1),
                        Period.quarter(year, 2),
                        Period.quarter(year, 3),
                        Period.quarter(year, 4));
            case REPORT ->
                List.of(Period.quarter(year, 1), Period.half(year, 1), Period.quarter(year, 3), Period.year(year));
        };
    }
}
