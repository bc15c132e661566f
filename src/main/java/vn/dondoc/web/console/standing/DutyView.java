package vn.dondoc.web.console.standing;

import java.util.List;
import vn.dondoc.facts.Duty;
import vn.dondoc.flow.Row;
import vn.dondoc.flow.Tally;
import vn.dondoc.web.console.Address;
import vn.dondoc.web.console.Pager;

/**
 * One duty and where its units stand.
 *
 * @param clause the words of its clause
 * @param required what a target asks for, in words; empty for others
 * @param tally over all rows that the visitor may see; for a past day over those of the page
 */
public record DutyView(
        Duty duty,
        String clause,
        String due,
        Tally tally,
        int units,
        List<Line> lines,
        Choice choice,
        UnitView.Day day,
        Pager pager,
        Address address) {

    public record Line(String unit, String name, Row row) {}

    public record Choice(String state, String order, String text) {}
}
