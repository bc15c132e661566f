package vn.dondoc.rehearsal;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.app.Dondoc;
import vn.dondoc.app.Settings;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.config.Home;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Entry;
import vn.dondoc.notices.Judged;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.rules.RuleFiles;
import vn.dondoc.rules.RuleFolder;
import vn.dondoc.store.Database;
import vn.dondoc.store.LetterItems;
import vn.dondoc.store.ReportStore;

/**
 * Every letter of a period, on a virtual clock and through the code that serves, from a copy of a home. What the home was
 * told (reports, promises, extensions, silences) counts from the moment at which it came in; nothing leaves the folder.
 *
 * <ol>
 *   <li>copy rules, schedules and configuration, and what the home was told and remembers (see {@link Beginning})
 *   <li>live the days up to the end of the period
 *   <li>write {@code letters.csv}, the .eml files, the pages
 * </ol>
 */
public final class Simulation {
    private static final String DATABASE = "data/dondoc.db";

    private final Period period;
    private final Beginning beginning;
    private final Dondoc dondoc;
    private final List<Entry> reported;

    private Simulation(Period period, Beginning beginning, Dondoc dondoc) {
        this.period = period;
        this.beginning = beginning;
        this.dondoc = dondoc;
        Instant lived = VietnamTime.at(beginning.lived(), LocalTime.MIDNIGHT);
        this.reported = new ReportStore(dondoc.database())
                .entriesKnownAt(period.end()).stream()
                        .filter(entry -> !entry.receivedAt().isBefore(lived))
                        .toList();
    }

    /**
     * What is simulated.
     *
     * @param withRecords whether what the home was told, and remembers of its work, counts
     * @param rules other rules than those in force, from the first day on; null for those in force on each day
     */
    public record Request(
            Period period, boolean withRecords, @Nullable RuleFiles rules) {}

    /** The days that are lived, both included. */
    public record Period(LocalDate from, LocalDate to) {
        Stream<LocalDate> days() {
            return from.datesUntil(to.plusDays(1));
        }

        /** Whether a day ends a month of it: so often its passing is told. */
        boolean endsMonth(LocalDate day) {
            return day.plusDays(1).getDayOfMonth() == 1 || day.equals(to);
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
     * @param items what each letter names, by its key
     */
    public record Outcome(
            Period period,
            LocalDate goLive,
            int entries,
            List<SimulatedLetter> letters,
            LetterCounts counts,
            int cancelled,
            int waiting,
            Map<String, Set<String>> items,
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
     * @param progress told each month that passes
     */
    public static Outcome run(Settings original, Path folder, Request request, Consumer<String> progress) {
        Home copy = HomeCopy.of(original, folder);
        Beginning beginning = Beginning.of(original, folder.resolve(DATABASE), request);
        Settings settings = original.forRehearsal(copy, SimulatedLetters.FOLDER, beginning.goLive());
        try (Database database = Database.openForRehearsal(beginning.database())) {
            Dondoc dondoc = Dondoc.openForRehearsal(settings, database);
            putInForce(request.rules(), beginning, dondoc);
            return new Simulation(request.period(), beginning, dondoc).run(progress);
        }
    }

    /** An edit that waits in the home's folder is not in force: the copy's folder holds what is. */
    private static void putInForce(@Nullable RuleFiles other, Beginning beginning, Dondoc dondoc) {
        Instant begins = VietnamTime.at(beginning.lived(), LocalTime.MIDNIGHT);
        if (other != null) {
            var refused = dondoc.rules()
                    .publish(other, begins, "mô phỏng", "quy tắc được xem trước")
                    .problems();
            if (!refused.isEmpty()) {
                throw new FaultyFileException(refused);
            }
        }
        RuleFolder folder = dondoc.settings().rules();
        dondoc.rules()
                .latest()
                .map(dondoc.rules()::files)
                .filter(files -> files.plan().equals(folder.plan()))
                .ifPresent(files -> folder.replaceWith(files, begins));
    }

    private Outcome run(Consumer<String> progress) {
        Rehearsal rehearsal = new Rehearsal(dondoc);
        moments().forEach((at, judged) -> rehearsal.happens(at, () -> dondoc.afterSubmission(at, judged)));
        rehearsal.live(beginning.lived(), period.to(), day -> tellMonth(day, progress));
        Outcome outcome = outcome(SimulatedLetters.write(dondoc, rehearsal, period));
        Page.save(outcome.table(), LetterTable.of(outcome.letters()));
        SimulationPages.write(outcome, dondoc.settings().calendar()::isWorkingDay);
        return outcome;
    }

    /** At each of them something came in after which the home judged again: the units that reported, or for an agreement all. */
    private SortedMap<Instant, Judged> moments() {
        Map<Instant, Set<String>> reporters = new HashMap<>();
        reported.forEach(entry -> reporters
                .computeIfAbsent(entry.receivedAt(), at -> new HashSet<>())
                .add(entry.agency()));
        SortedMap<Instant, Judged> moments = new TreeMap<>();
        reporters.forEach((at, units) -> moments.put(at, Judged.only(units)));
        Instant lived = VietnamTime.at(beginning.lived(), LocalTime.MIDNIGHT);
        dondoc.desk()
                .arrangements()
                .momentsBetween(lived, period.end())
                .forEach(at -> moments.put(at, Judged.EVERYTHING));
        return moments;
    }

    private Outcome outcome(SimulatedLetters written) {
        Set<String> reporting = reported.stream()
                .filter(entry -> !entry.receivedAt().isBefore(period.start()))
                .map(Entry::agency)
                .collect(Collectors.toSet());
        LocalDate goLive = beginning.goLive();
        return new Outcome(
                period,
                goLive != null ? goLive : beginning.lived(),
                (int) reported.stream()
                        .filter(entry -> !entry.receivedAt().isBefore(period.start()))
                        .count(),
                written.letters(),
                LetterCounts.of(written.letters(), units(), reporting),
                written.cancelled(),
                written.waiting(),
                new LetterItems(dondoc.database()).since(beginning.lived()),
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
        if (period.endsMonth(day)) {
            progress.accept("… " + VietnameseDate.write(day));
        }
    }
}
