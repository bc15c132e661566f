package vn.dondoc.intake;

import java.util.function.Predicate;
import vn.dondoc.reading.Problem;

/**
 * Who sends a report, where that is known.
 *
 * @param name as the audit log calls the sender; empty when nobody says who it is
 * @param mayReport tells by a unit's id whether the sender may report for it
 * @param units for which the sender may report, in words
 */
public record Reporter(String name, Predicate<String> mayReport, String units) {
    /** Of a file that somebody hands in at the office nobody asks who brings it. */
    public static final Reporter ANYBODY = new Reporter("", unit -> true, "");

    /** Refuses an entry of another unit. */
    void refuseOthers(Draft draft) {
        if (!draft.agency().isEmpty() && !mayReport.test(draft.agency())) {
            draft.problems()
                    .add(new Problem(
                            draft.place().cell(Column.AGENCY),
                            "người gửi không được báo cáo cho đơn vị " + Quote.of(draft.agency()),
                            "chỉ ghi " + units));
        }
    }
}
