package vn.dondoc.web.console.post;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.outbox.OfficerAct;
import vn.dondoc.outbox.Standstill;
import vn.dondoc.store.LetterSearch;
import vn.dondoc.web.console.Address;
import vn.dondoc.web.console.Pager;

/**
 * The outbox.
 *
 * @param counts of each state; empty for who sees some letters only
 * @param names of the units that the lines are about, by id
 * @param pause who stopped all sending; null while letters go, and for who sees some letters only
 * @param standstill since when nothing goes out; null while something does
 * @param mayAct whether the visitor may stop sending and release letters
 * @param reason what was typed as the reason of a stop, and {@code problem} what is wrong with it
 */
public record LetterListView(
        Map<LetterState, Integer> counts,
        List<LetterSearch.Line> lines,
        Map<String, String> names,
        Choice choice,
        @Nullable OfficerAct pause,
        @Nullable Standstill standstill,
        boolean mayAct,
        String reason,
        String problem,
        Pager pager,
        Address address) {

    /** What the list was narrowed to. */
    public record Choice(String text, String state, String kind, String day) {}
}
