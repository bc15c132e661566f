package vn.dondoc.web.console.standing;

import java.util.List;
import vn.dondoc.flow.UnitStanding;
import vn.dondoc.web.console.Address;
import vn.dondoc.web.console.Pager;

/**
 * The list of units.
 *
 * @param asOf the moment that the figures are of, or the past day
 * @param past whether a past day is shown, on which only the page's own units are judged
 * @param day ISO, for the picker
 * @param today ISO
 */
public record UnitListView(
        String asOf,
        boolean past,
        String day,
        String today,
        Choice choice,
        List<UnitStanding> units,
        Pager pager,
        Address address) {

    /** What the list was narrowed to; empty texts narrow nothing. */
    public record Choice(String text, String level, String state, boolean silent, boolean byName, String above) {}

    public UnitListView {
        units = List.copyOf(units);
    }
}
