package vn.dondoc.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.facts.Entry;
import vn.dondoc.intake.OriginalFiles.Original;
import vn.dondoc.reading.Problem;
import vn.dondoc.store.Outcome;
import vn.dondoc.store.ReceivedFile;
import vn.dondoc.store.SavedFile;
import vn.dondoc.store.StandingFile;

/** A kept file on its way: how it is written down, and what its sender is answered. */
record Delivery(Original original, Intake.Options options, Instant now) {

    ReceivedFile file(Outcome outcome, Instant receivedAt, int refusedRows, int untouched) {
        return new ReceivedFile(
                original.sha256(),
                original.name(),
                receivedAt,
                now,
                original.storedPath(),
                options.backdated(),
                outcome,
                refusedRows,
                untouched,
                options.reporter().name());
    }

    Receipt receipt(
            long number,
            Outcome outcome,
            List<AcceptedRow> accepted,
            List<Problem> refused,
            int untouched,
            @Nullable StandingFile earlier) {
        return new Receipt(
                original.name(),
                outcome,
                accepted.size(),
                accepted,
                refused,
                untouched,
                original.storedPath(),
                earlier == null ? "" : WrittenMoment.write(earlier.recordedAt()),
                number);
    }

    static List<AcceptedRow> accepted(List<Entry> good, SavedFile saved) {
        List<AcceptedRow> rows = new ArrayList<>();
        for (int i = 0; i < good.size(); i++) {
            Entry entry = good.get(i);
            rows.add(new AcceptedRow(
                    entry.source(),
                    entry.agency(),
                    entry.period().id(),
                    entry.duty(),
                    saved.entries()
                            .get(i)
                            .superseded()
                            .map(Delivery::superseded)
                            .orElse(null)));
        }
        return rows;
    }

    private static AcceptedRow.Superseded superseded(SavedFile.Superseded old) {
        return new AcceptedRow.Superseded(old.source(), WrittenMoment.write(old.receivedAt()));
    }
}
