package vn.dondoc.rehearsal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import vn.dondoc.app.Dondoc;
import vn.dondoc.app.Settings;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Registry;
import vn.dondoc.flow.VerdictChanges;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.rehearsal.Simulation.Outcome;
import vn.dondoc.rehearsal.Simulation.Period;
import vn.dondoc.rehearsal.Simulation.Request;
import vn.dondoc.rules.RuleBook;
import vn.dondoc.rules.RuleDiff;
import vn.dondoc.rules.RuleDiff.Subject;
import vn.dondoc.rules.RuleFiles;

/**
 * What an edit of the rules would do, on the data of a home: a span is lived twice, by the rules in force and by the edited
 * ones, and both lives are laid side by side.
 *
 * @param rules what the edit says, in duties and dates
 * @param verdicts the verdicts that change, by unit, duty, period and day
 * @param letters the letters that appear, disappear, move or read differently, by unit and day
 * @param before where the letters by the rules in force were written
 * @param after where those by the edited rules were
 * @param units the units that are named
 */
public record Preview(
        Period period,
        RuleDiff rules,
        List<VerdictChanges.Change> verdicts,
        List<LetterChange> letters,
        Outcome before,
        Outcome after,
        Registry units) {
    public static final String BEFORE = "hien-hanh";
    public static final String AFTER = "sua-doi";

    public Preview {
        verdicts = List.copyOf(verdicts);
        letters = List.copyOf(letters);
    }

    /** The page on which it can be looked at. */
    public Path index() {
        return PreviewPage.in(folder());
    }

    /** "Sở Tư pháp (so-tu-phap)"; what is no unit's id, as it is. */
    public String nameOf(String unit) {
        return units.find(unit, period.to())
                .or(() -> units.latest(unit))
                .map(known -> known.name() + " (" + unit + ")")
                .orElse(unit);
    }

    Path folder() {
        return before.folder().resolveSibling("");
    }

    /**
     * Looks ahead.
     *
     * @param home whose data and rules in force are taken; only read
     * @param edited checked before
     * @param folder where everything is written; empty
     * @param withRecords whether what the home was told, and remembers of its work, counts
     * @param progress told each month that passes in each of the two lives, and each of which verdicts are compared
     */
    public static Preview of(
            Dondoc home, RuleFiles edited, Path folder, Period period, boolean withRecords, Consumer<String> progress) {
        Settings settings = home.settings();
        progress.accept("… sống hai lần từ " + VietnameseDate.write(period.from()) + " đến "
                + VietnameseDate.write(period.to()) + ": theo quy tắc hiện hành, theo quy tắc sửa đổi");
        CompletableFuture<Outcome> inForce = CompletableFuture.supplyAsync(() -> Simulation.run(
                settings,
                folder.resolve(BEFORE),
                new Request(period, withRecords, null),
                named("quy tắc hiện hành", progress)));
        Outcome after = Simulation.run(
                settings,
                folder.resolve(AFTER),
                new Request(period, withRecords, edited),
                named("quy tắc sửa đổi", progress));
        Outcome before = inForce.join();
        RuleBook book = settings.ruleReader().load(edited);
        RuleDiff rules = RuleDiff.between(
                home.rules().current(), book, settings.calendar(), period.from().getYear());
        VerdictChanges changes = new VerdictChanges(
                withRecords ? home.assessor() : home.assessor().withoutRecords(), book, touchedBy(rules, home, period));
        Preview preview = new Preview(
                period,
                rules,
                changes.between(period.from(), period.to(), day -> tellCompared(period, day, progress)),
                LetterComparison.between(before, after),
                before,
                after,
                settings.registry());
        PreviewPage.write(preview);
        return preview;
    }

    private static Consumer<String> named(String life, Consumer<String> progress) {
        return month -> progress.accept(month.replace("… ", "… " + life + ": "));
    }

    private static void tellCompared(Period period, LocalDate day, Consumer<String> progress) {
        if (period.endsMonth(day)) {
            progress.accept("… so kết luận: " + VietnameseDate.write(day));
        }
    }

    private static Predicate<Duty> touchedBy(RuleDiff rules, Dondoc home, Period period) {
        // settings of the plan, and rules of days long past, can touch any duty
        boolean any = rules.changes().stream().anyMatch(change -> change.subject() == Subject.PLAN)
                || home.rules().history().stream()
                        .anyMatch(published -> published.at().isAfter(period.start()));
        return duty -> any || rules.changes().stream().anyMatch(change -> change.isAbout(duty.id()));
    }
}
