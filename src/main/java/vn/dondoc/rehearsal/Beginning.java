package vn.dondoc.rehearsal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.app.Settings;
import vn.dondoc.outbox.ReleasePolicy;
import vn.dondoc.rehearsal.Simulation.Period;
import vn.dondoc.store.CheckStore;
import vn.dondoc.store.Database;
import vn.dondoc.store.DatabaseAddress;
import vn.dondoc.store.OutboxStore;
import vn.dondoc.store.TakenOverRecords;

/**
 * Where a simulation takes its memory from. A home at work is gone on with: what it sent, promised and held back counts. A
 * day that lies behind it is reached by living the home's life again from its first morning. A home that never worked, or
 * one whose reports are left out, is switched on at the period's first day.
 *
 * @param database the copy to live on; everything in it happened before {@code lived}
 * @param lived the first day that is lived; before the period's first day nothing is shown
 * @param goLive the day from which there are letters; null for what the database remembers
 */
record Beginning(Path database, LocalDate lived, @Nullable LocalDate goLive) {

    static Beginning of(Settings original, Path copy, Simulation.Request request) {
        Period period = request.period();
        DatabaseAddress source = original.database();
        LocalDate configured = original.configuration().plan().goLive();
        LocalDate switchedOn = configured != null && configured.isAfter(period.from()) ? configured : period.from();
        if (!source.exists()) {
            return new Beginning(copy, period.from(), switchedOn);
        }
        if (!request.withRecords()) {
            fill(copy, source, request);
            return new Beginning(copy, period.from(), switchedOn);
        }
        Database.copy(source, copy);
        Remembered remembered = Remembered.by(copy);
        if (remembered
                .lastMorning()
                .filter(last -> last.isBefore(period.from()))
                .isPresent()) {
            return new Beginning(copy, remembered.lastMorning().get().plusDays(1), configured);
        }
        remove(copy);
        LocalDate first =
                remembered.goLive().filter(day -> day.isBefore(period.from())).orElse(period.from());
        fill(copy, source, request);
        return new Beginning(copy, first, first.equals(period.from()) ? switchedOn : first);
    }

    /** With other rules than those in force, these hold for all days, and no earlier ones are known. */
    private static void fill(Path copy, DatabaseAddress source, Simulation.Request request) {
        try (Database fresh = Database.openForRehearsal(copy)) {
            if (request.withRecords()) {
                TakenOverRecords.copy(source, fresh);
            }
            if (request.rules() == null) {
                TakenOverRecords.copyRules(source, fresh);
            }
        }
    }

    /** What a home remembers of its work. */
    private record Remembered(Optional<LocalDate> goLive, Optional<LocalDate> lastMorning) {
        static Remembered by(Path file) {
            try (Database database = Database.openForRehearsal(file)) {
                CheckStore checks = new CheckStore(database, new OutboxStore(database, ""), ReleasePolicy.NONE::holds);
                return new Remembered(checks.goLive(), checks.lastMorning());
            }
        }
    }

    private static void remove(Path database) {
        for (String part : new String[] {"", "-wal", "-shm"}) {
            try {
                Files.deleteIfExists(database.resolveSibling(database.getFileName() + part));
            } catch (java.io.IOException unwritable) {
                throw new java.io.UncheckedIOException(unwritable);
            }
        }
    }
}
