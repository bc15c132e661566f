package vn.dondoc.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Docket;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.EntryBook;
import vn.dondoc.facts.Obligation;
import vn.dondoc.facts.Registry;
import vn.dondoc.facts.RegistryFile;
import vn.dondoc.facts.Terms;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.FindingChange;
import vn.dondoc.notices.CheckOutcome;
import vn.dondoc.notices.Decision;
import vn.dondoc.reading.Problems;
import vn.dondoc.rules.RuleBook;
import vn.dondoc.store.CheckStore;
import vn.dondoc.store.Database;
import vn.dondoc.store.FactTable;
import vn.dondoc.store.OutboxStore;
import vn.dondoc.store.Outcome;
import vn.dondoc.store.ReceivedFile;
import vn.dondoc.store.ReportStore;

/**
 * The country on disk: one table of units for each province, and one database with all reports and with what yesterday's
 * morning remembered. Beside them the facts as rows, for the query that the rules are compared with.
 */
final class CountryStore {
    static final LocalDate DAY = LocalDate.of(2017, 12, 19);
    static final Instant MORNING = VietnamTime.at(DAY, LocalTime.of(7, 0));
    static final LocalDate YESTERDAY = DAY.minusDays(1);
    private static final Instant YESTERDAYS_MORNING = VietnamTime.at(YESTERDAY, LocalTime.of(7, 0));
    private static final String HEADINGS =
            "Mã,Tên,Cấp,Trực thuộc,Nhóm,Từ ngày,Đến ngày,Kế thừa,Căn cứ kế thừa,Chức danh người đứng đầu,Thư điện tử,Thư đầu mối\n";

    private final Country country;
    private final RuleBook book;
    private final WorkingCalendar calendar;
    private final Assignment assignment;
    private final Path folder;
    private final ReportStore reports;
    private final CheckStore checks;
    private final FactTable facts;

    CountryStore(
            Country country,
            RuleBook book,
            WorkingCalendar calendar,
            Assignment assignment,
            Path folder,
            Database database) {
        this.country = country;
        this.book = book;
        this.calendar = calendar;
        this.assignment = assignment;
        this.folder = folder;
        this.reports = new ReportStore(database);
        this.checks = new CheckStore(database, new OutboxStore(database, "dondoc@don-vi.example"), kind -> false);
        this.facts = new FactTable(database);
    }

    ReportStore reports() {
        return reports;
    }

    CheckStore checks() {
        return checks;
    }

    FactTable facts() {
        return facts;
    }

    RuleBook book() {
        return book;
    }

    /** Writes the whole country, province by province; returns how many reports there are. */
    long fill() throws IOException {
        facts.create();
        long count = 0;
        for (int province = 0; province < country.provinces(); province++) {
            List<Agency> units = country.unitsOf(province);
            writeUnits(province, units);
            List<Entry> entries = reportsOf(units);
            saveReports(province, entries);
            rememberYesterday(units, entries);
            facts.add(obligations(units, entries, DAY));
            count += entries.size();
        }
        facts.index();
        return count;
    }

    /** The units of a province as its table gives them. */
    Registry units(int province) {
        Problems problems = new Problems();
        Registry registry = RegistryFile.read(table(province), problems);
        problems.refuseIfAny();
        return registry;
    }

    /** What some units owe on a day, with these reports. */
    List<Obligation> obligations(List<Agency> units, List<Entry> entries, LocalDate day) {
        Terms terms = assignment.termsOf(units);
        return new Docket(book.plan(), new Registry(units), calendar).on(day, terms, new EntryBook(entries));
    }

    private Path table(int province) {
        return folder.resolve("don-vi-" + (province + 1) + ".csv");
    }

    private void writeUnits(int province, List<Agency> units) throws IOException {
        String rows = units.stream().map(CountryStore::row).collect(Collectors.joining("\n", HEADINGS, "\n"));
        Files.writeString(table(province), rows, StandardCharsets.UTF_8);
    }

    private static String row(Agency unit) {
        return String.join(
                ",",
                unit.id(),
                unit.name(),
                unit.level().word(),
                unit.parent(),
                String.join(";", unit.groups()),
                "01/01/2017,,,",
                unit.headTitle(),
                unit.email(),
                "");
    }

    private List<Entry> reportsOf(List<Agency> units) {
        Map<String, List<Obligation>> silent = obligations(units, List.of(), DAY).stream()
                .collect(Collectors.groupingBy(owed -> owed.agency().id()));
        List<Entry> entries = new ArrayList<>();
        for (Agency unit : units) {
            Reporting reporting = new Reporting(DAY, country.chanceOf(unit).split());
            silent.getOrDefault(unit.id(), List.of()).forEach(reporting::about);
            entries.addAll(reporting.entries());
        }
        return entries;
    }

    private void saveReports(int province, List<Entry> entries) {
        String name = "bao-cao-" + (province + 1) + ".json";
        reports.save(
                new ReceivedFile(name, name, MORNING, MORNING, name, true, Outcome.ACCEPTED, 0), entries, List.of());
    }

    private void rememberYesterday(List<Agency> units, List<Entry> entries) {
        List<Entry> known = entries.stream()
                .filter(entry -> !entry.receivedAt().isAfter(YESTERDAYS_MORNING))
                .toList();
        List<Finding> findings = book.judge(obligations(units, known, YESTERDAY));
        checks.commit(new CheckOutcome(
                YESTERDAYS_MORNING,
                YESTERDAY,
                YESTERDAY,
                true,
                book.version(),
                FindingChange.between(Map.of(), findings),
                Decision.toWrite(List.of()),
                List.of()));
    }
}
