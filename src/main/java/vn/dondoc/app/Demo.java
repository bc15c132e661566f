package vn.dondoc.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.config.Home;
import vn.dondoc.flow.Assessment;
import vn.dondoc.intake.Intake;
import vn.dondoc.intake.Receipt;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.store.Database;

/**
 * The main job on the shipped sample reports: a virtual clock walks from the day of the Decision to the day asked for.
 * Reports come in all along; for the last weeks the product is in operation, so that its opening letters are seen, too:
 * mornings are checked, letters are written to files. Nothing leaves the folder.
 */
public final class Demo {
    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final LocalTime DIGEST = LocalTime.of(7, 30);
    private static final LocalTime SENDING = LocalTime.of(7, 35);
    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final int WEEKS_IN_OPERATION = 4;
    private static final String SAMPLES = "demo/";

    private final Dondoc dondoc;
    private final List<String> samples;

    private Demo(Dondoc dondoc) {
        this.dondoc = dondoc;
        this.samples = new String(sample("reports.txt"), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    /**
     * What the demo leaves behind.
     *
     * @param assessment the verdicts on its last day
     * @param index the page through which the letters can be read
     * @param reports how many sample reports were taken in
     */
    public record Story(Dondoc dondoc, Assessment assessment, Path index, int reports) {}

    /**
     * Walks through the story.
     *
     * @param original the home whose rules, schedules and configuration are tried
     * @param folder where everything is written; made when missing
     * @param progress told each day that passes
     */
    public static Story run(Home original, Path folder, LocalDate asOf, Consumer<String> progress) {
        copyHome(original, folder);
        Settings settings = Settings.read(new Home(folder)).forRehearsal();
        Database database = Database.openForRehearsal(settings.home().database(settings.configuration()));
        Demo demo = new Demo(Dondoc.open(settings, database));
        int reports = demo.walkTo(asOf, progress);
        Assessment assessment = demo.dondoc.assessor().asOf(asOf);
        Path index = LetterPages.write(demo.dondoc, assessment, folder.resolve("letters"));
        return new Story(demo.dondoc, assessment, index, reports);
    }

    private int walkTo(LocalDate last, Consumer<String> progress) {
        LocalDate effective = dondoc.rules().current().plan().effective();
        LocalDate goLive = last.minusWeeks(WEEKS_IN_OPERATION).isBefore(effective)
                ? effective
                : last.minusWeeks(WEEKS_IN_OPERATION);
        progress.accept("Đưa vào vận hành ngày " + VietnameseDate.write(goLive));
        int reports = 0;
        for (LocalDate day = effective; !day.isAfter(last); day = day.plusDays(1)) {
            if (!day.isBefore(goLive) && dondoc.settings().calendar().isWorkingDay(day)) {
                live(day);
                progress.accept("… " + VietnameseDate.write(day));
            }
            reports += takeSamplesOf(day);
        }
        return reports;
    }

    private void live(LocalDate day) {
        dondoc.morningCheck(VietnamTime.at(day, MORNING));
        if (isDigestDay(day)) {
            dondoc.weeklyDigest(VietnamTime.at(day, DIGEST));
        }
        dondoc.send(Clock.fixed(VietnamTime.at(day, SENDING), VietnamTime.ZONE));
    }

    /** Monday, or the first working day after a Monday off. */
    private boolean isDigestDay(LocalDate day) {
        LocalDate monday = day.with(DayOfWeek.MONDAY);
        return dondoc.settings().calendar().onOrAfter(monday).equals(day);
    }

    private int takeSamplesOf(LocalDate day) {
        List<String> today =
                samples.stream().filter(name -> name.startsWith(day.toString())).toList();
        Instant evening = VietnamTime.at(day, EVENING);
        for (String name : today) {
            Receipt receipt = dondoc.intake().receive(name, sample(name), new Intake.Options(true, false), evening);
            if (!receipt.refused().isEmpty()) {
                throw new FaultyFileException(receipt.refused());
            }
        }
        return today.size();
    }

    private static byte[] sample(String name) {
        try (InputStream in = Demo.class.getResourceAsStream(SAMPLES + name)) {
            if (in == null) {
                throw new IllegalStateException("sample " + name + " is missing from the program");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void copyHome(Home original, Path folder) {
        for (String part : List.of("rules", "schedules", "config")) {
            copy(original.folder().resolve(part), folder.resolve(part));
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
