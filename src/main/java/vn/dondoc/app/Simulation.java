package vn.dondoc.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.config.Home;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Entry;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.store.Database;
import vn.dondoc.store.ReportStore;
import vn.dondoc.store.TakenOverRecords;

/**
 * Every letter of a period, on a virtual clock and through the code that serves, from a copy of a home. What the home was
 * told (reports, promises, extensions, silences) counts from the moment at which it came in; nothing leaves the folder.
 *
 * <ol>
 *   <li>copy rules, schedules and configuration, and what was reported
 *   <li>live the days of the period
 *   <li>write {@code letters.csv}, the .eml files, the pages
 * </ol>
 */
public final class Simulation {
    private final Period period;
    private final Dondoc dondoc;
    private final List<Entry> reported;

    private Simulation(Period period, Dondoc dondoc, Database database) {
        this.period = period;
        this.dondoc = dondoc;
        this.reported = new ReportStore(database)
                .entriesKnownAt(period.end()).stream()
                        .filter(entry -> !entry.receivedAt().isBefore(period.start()))
                        .toList();
    }

    /** The days that are lived, both included. */
    public record Period(LocalDate from, LocalDate to) {
        Stream<LocalDate> days() {
            return from.datesUntil(to.plusDays(1));
        }

        Instant start() {
            return VietnamTime.at(from, LocalTime.MIDNIGHT);
        }

        Instant end() {
            return VietnamTime.at(to.plusDays(1), LocalTime.MIDNIGHT).minusMillis(1);
        }
    }

    /**
     * What a simulation leaves behind.
     *
     * @param goLive the day from which there are letters
     * @param entries how many rows of reports came in
     * @param letters in the order of {@code letters.csv}
     * @param cancelled letters that were called back before they went
     * @param waiting letters still queued when the period ended
     */
    public record Outcome(
            Period period,
            LocalDate goLive,
            int entries,
            List<SimulatedLetter> letters,
            LetterCounts counts,
            int cancelled,
            int waiting,
            Path folder) {

        public Path table() {
            return folder.resolve("letters.csv");
        }

        public Path letterFiles() {
            return folder.resolve(SimulatedLetters.FOLDER);
        }

        public Path index() {
            return folder.resolve("index.html");
        }
    }

    /**
     * Lives the period.
     *
     * @param original the home that is copied; read and never written
     * @param folder where everything is written; empty
     * @param withReports whether what the home was told is taken over
     * @param progress told each month that passes
     */
    public static Outcome run(
            Settings original, Path folder, Period period, boolean withReports, Consumer<String> progress) {
        Home copy = HomeCopy.of(original, folder);
        Settings settings = original.forRehearsal(copy, SimulatedLetters.FOLDER, goLive(original, period));
        try (Database database = Database.openForRehearsal(copy.database(settings.configuration()))) {
            Path source = original.home().database(original.configuration());
            if (withReports && Files.exists(source)) {
                TakenOverRecords.copy(source, database);
            }
            return new Simulation(period, Dondoc.open(settings, database), database).run(progress);
        }
    }

    private Outcome run(Consumer<String> progress) {
        Rehearsal rehearsal = new Rehearsal(dondoc);
        reported.stream()
                .map(Entry::receivedAt)
                .distinct()
                .forEach(at -> rehearsal.happens(at, () -> dondoc.afterSubmission(at)));
        rehearsal.live(period.from(), period.to(), day -> tellMonth(day, progress));
        Outcome outcome = outcome(SimulatedLetters.write(dondoc, rehearsal, period));
        Page.save(outcome.table(), LetterTable.of(outcome.letters()));
        SimulationPages.write(outcome);
        return outcome;
    }

    private Outcome outcome(SimulatedLetters written) {
        Set<String> reporting = reported.stream().map(Entry::agency).collect(Collectors.toSet());
        return new Outcome(
                period,
                goLive(dondoc.settings(), period),
                reported.size(),
                written.letters(),
                LetterCounts.of(written.letters(), units(), reporting),
                written.cancelled(),
                written.waiting(),
                dondoc.settings().home().folder());
    }

    /** In the form that a unit had when the period ended, or in its last. */
    private List<Agency> units() {
        var registry = dondoc.settings().registry();
        return registry.ids().stream()
                .filter(id ->
                        registry.forms().stream().anyMatch(form -> form.id().equals(id) && existsWithin(form)))
                .flatMap(id -> registry.find(id, period.to()).or(() -> registry.latest(id)).stream())
                .toList();
    }

    private boolean existsWithin(Agency form) {
        LocalDate last = form.validTo();
        return !form.validFrom().isAfter(period.to()) && (last == null || !last.isBefore(period.from()));
    }

    private void tellMonth(LocalDate day, Consumer<String> progress) {
        if (day.plusDays(1).getDayOfMonth() == 1 || day.equals(period.to())) {
            progress.accept("… " + VietnameseDate.write(day));
        }
    }

    /** As if the program had been switched on that day; the configuration may name a later one. */
    private static LocalDate goLive(Settings settings, Period period) {
        LocalDate configured = settings.configuration().plan().goLive();
        return configured != null && configured.isAfter(period.from()) ? configured : period.from();
    }
}
