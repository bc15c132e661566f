package vn.dondoc.web.reports;

import java.util.List;
import java.util.Map;
import vn.dondoc.reading.Problem;

/**
 * The reports of a unit, as their page shows them.
 *
 * @param entries what counts now, the latest received first
 * @param returned what came back and was not reported again, the latest returned first
 * @param sent the files that came in, the newest first
 * @param ruling what an officer is about to say of entries; null for those who may not
 */
public record UnitReportsView(
        String id,
        String name,
        List<PeriodRow> periods,
        List<EntryRow> entries,
        List<ReturnedRow> returned,
        List<SentRow> sent,
        @org.jspecify.annotations.Nullable RulingForm ruling,
        boolean keepGoodRows,
        int largestMegabytes) {

    public UnitReportsView {
        periods = List.copyOf(periods);
        entries = List.copyOf(entries);
        returned = List.copyOf(returned);
        sent = List.copyOf(sent);
    }

    public record PeriodRow(String id, String words, long asked, int reported, String form) {}

    /**
     * An entry.
     *
     * @param ruled what was ruled about it; empty when nothing was
     * @param mayBeApproved whether it waits for approval or confirmation
     */
    public record EntryRow(
            long number,
            String duty,
            String task,
            String period,
            String status,
            List<String> lines,
            String received,
            String source,
            String ruled,
            boolean mayBeApproved,
            boolean chosen) {}

    /** @param why in words, with the day and by when to report again */
    public record ReturnedRow(String duty, String task, String period, String status, String source, String why) {}

    /**
     * A file that came in.
     *
     * @param tally what was taken of it and what was wrong; empty where that says nothing
     * @param answer where its answer stands; empty when it speaks of units out of the reader's reach
     * @param original where it can be fetched; empty for those who may not
     */
    public record SentRow(
            String name,
            String who,
            String when,
            String outcome,
            String outcomeClass,
            String tally,
            String answer,
            String original) {}

    /** What was typed, and what is wrong with it by its place. */
    public record RulingForm(String reason, String newDate, Map<String, List<Problem>> mistakes) {
        public List<Problem> at(String place) {
            return mistakes.getOrDefault(place, List.of());
        }
    }
}
