package vn.dondoc.web.console.standing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.facts.Duty;
import vn.dondoc.flow.Tally;
import vn.dondoc.web.console.Address;
import vn.dondoc.web.console.Pager;

/**
 * The duties in force on a day.
 *
 * @param asOf of when the counts are; empty without counts
 * @param leads who is asked to answer, for the choice
 */
public record DutyListView(
        String asOf, List<Line> lines, Choice choice, UnitView.Day day, Pager pager, Address address) {

    /** @param tally null where nothing is counted */
    public record Line(Duty duty, String due, @Nullable Tally tally, int units) {}

    /** What the list was narrowed to. */
    public record Choice(String text, String clause, String kind, String lead, String state) {}
}
