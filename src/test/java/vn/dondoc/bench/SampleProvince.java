package vn.dondoc.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.dondoc.app.Dondoc;
import vn.dondoc.app.Settings;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.config.Home;
import vn.dondoc.facts.Docket;
import vn.dondoc.facts.EntryBook;
import vn.dondoc.facts.Obligation;
import vn.dondoc.intake.Intake;
import vn.dondoc.rehearsal.Demo;
import vn.dondoc.rules.RuleBook;
import vn.dondoc.store.ReportStore;

/** The real units and rules with the sample reports, on a day on which much is open. */
public final class SampleProvince {
    static final LocalDate DAY = LocalDate.of(2017, 12, 18);

    private final Dondoc dondoc;

    private SampleProvince(Dondoc dondoc) {
        this.dondoc = dondoc;
    }

    /** A fresh home below a temporary folder, with every sample report taken in. */
    public static SampleProvince open() throws IOException {
        Path folder = Files.createTempDirectory("dondoc-bench-");
        for (String part : List.of("rules", "schedules", "config")) {
            copy(Path.of(part), folder.resolve(part));
        }
        Dondoc dondoc = Dondoc.open(Settings.read(new Home(folder)));
        SampleProvince province = new SampleProvince(dondoc);
        for (String name : new String(sample("reports.txt"), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            dondoc.intake()
                    .receive(
                            name,
                            sample(name),
                            new Intake.Options(true, false),
                            VietnamTime.at(DAY, java.time.LocalTime.MIDNIGHT));
        }
        return province;
    }

    Dondoc dondoc() {
        return dondoc;
    }

    public RuleBook rules() {
        return dondoc.rules().current();
    }

    List<Obligation> obligations() {
        return obligations(DAY);
    }

    /** Another day with the same reports. */
    public List<Obligation> obligations(LocalDate day) {
        var known = new ReportStore(dondoc.database()).entriesKnownAt(VietnamTime.at(DAY, java.time.LocalTime.NOON));
        return new Docket(rules().plan(), rules().registry(), dondoc.settings().calendar())
                .on(day, rules().termsOn(day), new EntryBook(known));
    }

    /** Forgets what was found and written, so that the next check decides everything anew. */
    void forget() {
        dondoc.database().jdbi().useTransaction(handle -> {
            for (String table : List.of(
                    "notice_item",
                    "alert",
                    "item_reason",
                    "morning",
                    "operation",
                    "finding",
                    "finding_change",
                    "outbox")) {
                handle.execute("DELETE FROM " + table);
            }
        });
    }

    private static byte[] sample(String name) throws IOException {
        try (InputStream in = Demo.class.getResourceAsStream("demo/" + name)) {
            return java.util.Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
