package vn.dondoc.web.console.standing;

import java.util.List;
import vn.dondoc.facts.Agency;
import vn.dondoc.flow.Row;
import vn.dondoc.flow.Tally;
import vn.dondoc.web.console.Address;
import vn.dondoc.web.console.Pager;

/**
 * One unit and what it owes.
 *
 * @param above name of the unit above; empty without one
 * @param below how many units stand below it
 * @param lastReport empty when it never reported anything
 * @param exists whether the unit exists on the day
 * @param note why nothing is owed; empty when something is
 */
public record UnitView(
        Agency unit,
        String above,
        int below,
        String lastReport,
        boolean exists,
        String note,
        Tally tally,
        List<Row> rows,
        Choice choice,
        Day day,
        Pager pager,
        Address address) {

    /** What the list was narrowed to. */
    public record Choice(String state, String text) {}

    /**
     * The day shown.
     *
     * @param iso for the picker
     * @param today ISO
     */
    public record Day(String iso, String today, boolean past, String words) {}
}
