package vn.dondoc.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import vn.dondoc.acceptance.TemporaryHome;
import vn.dondoc.app.Dondoc;
import vn.dondoc.app.Settings;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.config.Home;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Docket;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.EntryBook;
import vn.dondoc.facts.Level;
import vn.dondoc.facts.Obligation;
import vn.dondoc.facts.Obligation.Progress;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.FindingChange;
import vn.dondoc.notices.CheckOutcome;
import vn.dondoc.notices.Decision;
import vn.dondoc.rules.RuleBook;
import vn.dondoc.store.CheckStore;
import vn.dondoc.store.OutboxStore;
import vn.dondoc.store.Outcome;
import vn.dondoc.store.ReceivedFile;
import vn.dondoc.store.ReportStore;

/**
 * The shipped home with the districts and communes of a made-up country beside its own: they owe what the plan asks of
 * districts and communes, and by chance they reported on it.
 */
final class CountryHome {
    static final LocalDate DAY = LocalDate.of(2022, 1, 10);
    private static final LocalDate GO_LIVE = LocalDate.of(2017, 5, 12);
    private static final Instant MORNING = VietnamTime.at(DAY, LocalTime.of(7, 0));
    private static final String CUT_OF_STAFF = "II.2.1.d-22";
    private static final int UNITS_AT_ONCE = 200;

    private final Dondoc dondoc;
    private final List<Obligation> withoutNumbers = new ArrayList<>();
    private int obligations;

    private CountryHome(Dondoc dondoc) {
        this.dondoc = dondoc;
    }

    /** @param units about so many, with those that are shipped */
    static CountryHome in(Path folder, int units) throws IOException {
        TemporaryHome.in(folder);
        Country country = new Country(units, 0, 881);
        List<String> rows = new ArrayList<>();
        for (int province = 1; province < country.provinces(); province++) {
            country.unitsOf(province).stream()
                    .filter(unit -> unit.level() == Level.DISTRICT || unit.level() == Level.COMMUNE)
                    .forEach(unit -> rows.add(row(unit)));
        }
        Files.writeString(
                folder.resolve("config/agencies.csv"),
                String.join("\n", rows) + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.APPEND);
        CountryHome home = new CountryHome(Dondoc.open(Settings.read(new Home(folder))));
        home.fill();
        return home;
    }

    private static String row(Agency unit) {
        String parent = unit.level() == Level.DISTRICT ? "ubnd-tinh" : unit.parent();
        return String.join(
                ",",
                unit.id(),
                unit.name(),
                unit.level().word(),
                parent,
                "",
                "01/01/2017,,,",
                unit.headTitle(),
                unit.email(),
                "");
    }

    Dondoc dondoc() {
        return dondoc;
    }

    int obligations() {
        return obligations;
    }

    /** The cut of staff by 10% before 2022 (mục II.2.1.d), of those that gave no numbers: one below is a violation. */
    List<Obligation> withoutNumbers() {
        return withoutNumbers;
    }

    private void fill() {
        List<Agency> units = dondoc.rules().current().registry().on(DAY);
        for (int from = 0; from < units.size(); from += UNITS_AT_ONCE) {
            fill(units.subList(from, Math.min(units.size(), from + UNITS_AT_ONCE)), from);
        }
    }

    private void fill(List<Agency> units, int number) {
        RuleBook book = dondoc.rules().current();
        Docket docket =
                new Docket(book.plan(), book.registry(), dondoc.settings().calendar());
        var terms = book.termsOn(DAY, units);
        var nothing = vn.dondoc.facts.Dispensations.NONE;
        List<Entry> entries = new ArrayList<>();
        Map<String, List<Obligation>> silent = docket.on(units, DAY, terms, new EntryBook(List.of()), nothing).stream()
                .collect(Collectors.groupingBy(owed -> owed.agency().id()));
        silent.forEach((unit, owed) -> {
            Reporting reporting = new Reporting(DAY, new SplittableRandom(unit.hashCode()));
            owed.forEach(reporting::about);
            entries.addAll(reporting.entries());
        });
        String name = "bao-cao-" + number + ".json";
        new ReportStore(dondoc.database())
                .save(
                        new ReceivedFile(name, name, MORNING, MORNING, name, true, Outcome.ACCEPTED, 0),
                        entries,
                        List.of());
        List<Obligation> known = docket.on(units, DAY, terms, new EntryBook(entries), nothing);
        obligations += known.size();
        known.stream()
                .filter(owed -> owed.duty().id().equals(CUT_OF_STAFF) && owed.progress() == Progress.NO_NUMBER)
                .forEach(withoutNumbers::add);
        remember(book, book.judge(known));
    }

    private void remember(RuleBook book, List<Finding> findings) {
        CheckStore checks = new CheckStore(
                dondoc.database(), new OutboxStore(dondoc.database(), "dondoc@don-vi.example"), kind -> false);
        CheckOutcome morning = new CheckOutcome(
                MORNING,
                DAY,
                GO_LIVE,
                true,
                book.version(),
                FindingChange.between(Map.of(), findings),
                Decision.toWrite(List.of()),
                List.of());
        checks.commit(morning, vn.dondoc.notices.Judged.EVERYTHING, checks.mark());
    }
}
