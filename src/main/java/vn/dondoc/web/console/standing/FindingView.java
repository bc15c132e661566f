package vn.dondoc.web.console.standing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Dispensation;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.Ruling;
import vn.dondoc.facts.Rulings;
import vn.dondoc.findings.Finding;
import vn.dondoc.notices.Promise;
import vn.dondoc.notices.Silence;
import vn.dondoc.outbox.QueuedLetter;
import vn.dondoc.store.FindingHistory;
import vn.dondoc.store.ReasonStore;
import vn.dondoc.web.console.Address;

/**
 * One unit × duty × period.
 *
 * @param finding null where it is not owed on the day
 * @param clause the words of the clause
 * @param rulings what was ruled about the entries
 * @param counting number of the entry on which the verdict rests; 0 without one
 */
public record FindingView(
        Agency unit,
        Duty duty,
        String period,
        String periodWords,
        @Nullable Finding finding,
        String clause,
        List<FindingHistory.Change> history,
        List<Entry> entries,
        Rulings rulings,
        long counting,
        Agreed agreed,
        List<QueuedLetter> letters,
        List<ReasonStore.Told> reasons,
        UnitView.Day day,
        Address address) {

    /** What was agreed about it: what is null or empty was not. */
    public record Agreed(
            List<Promise> promises,
            @Nullable Silence silence,
            @Nullable Dispensation dispensation) {}

    /** Why an entry was returned; null where it was not. */
    public @Nullable Ruling returned(Entry entry) {
        return rulings.isReturned(entry) ? rulings.on(entry).orElse(null) : null;
    }

    /** What may be opened: a report's link is the word of whoever sent it. */
    public static boolean isLink(String link) {
        return link.regionMatches(true, 0, "https://", 0, 8) || link.regionMatches(true, 0, "http://", 0, 7);
    }
}
