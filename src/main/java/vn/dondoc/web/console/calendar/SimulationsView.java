package vn.dondoc.web.console.calendar;

import java.time.LocalDate;
import java.util.List;
import vn.dondoc.flow.Rehearsals.Run;
import vn.dondoc.reading.Problem;

/**
 * Rehearsals of one kind, and the form that begins one.
 *
 * @param path where the form goes; each of them stands below it
 * @param ready whether one can be begun: of a preview, whether there is a draft
 * @param busy whether one runs
 */
public record SimulationsView(
        String path,
        boolean preview,
        boolean edits,
        boolean ready,
        boolean busy,
        LocalDate from,
        LocalDate to,
        List<Run> runs,
        List<Problem> refused) {
    public SimulationsView {
        runs = List.copyOf(runs);
        refused = List.copyOf(refused);
    }
}
