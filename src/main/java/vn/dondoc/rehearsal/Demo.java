package vn.dondoc.rehearsal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;
import vn.dondoc.app.Dondoc;
import vn.dondoc.app.Settings;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.config.Home;
import vn.dondoc.flow.Assessment;
import vn.dondoc.intake.Intake;
import vn.dondoc.intake.Receipt;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.store.Database;

/**
 * The main job on the shipped sample reports: a virtual clock walks from the day of the Decision to the day asked for.
 * Reports come in all along; for the last weeks the product is in operation, so that its opening letters are seen, too:
 * mornings are checked, letters are written to files. Nothing leaves the folder.
 */
public final class Demo {
    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final int ISO_DAY_LENGTH = 10;
    private static final int WEEKS_IN_OPERATION = 4;
    private static final String SAMPLES = "demo/";
    private static final String SAMPLED_PLAN = "plan-881";

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
        Settings read = Settings.read(original);
        refuseOtherPlans(read.configuration().plan().folder());
        Settings settings = read.forRehearsal(HomeCopy.of(read, folder), "letters/eml", null);
        Database database = Database.openForRehearsal(settings.home().database(settings.configuration()));
        Demo demo = new Demo(Dondoc.openForRehearsal(settings, database));
        int reports = demo.walkTo(asOf, progress);
        Assessment assessment = demo.dondoc.assessor().asOf(asOf);
        Path index = LetterPages.write(demo.dondoc, assessment, folder.resolve("letters"));
        return new Story(demo.dondoc, assessment, index, reports);
    }

    /** The reports answer for the duties of one plan. */
    private static void refuseOtherPlans(String plan) {
        if (!plan.equals(SAMPLED_PLAN)) {
            throw new FaultyFileException(List.of(new Problem(
                    "dondoc.yaml, khóa “plan.folder”",
                    "số liệu mẫu của dondoc demo chỉ có cho kế hoạch " + SAMPLED_PLAN,
                    "xem thư của kế hoạch này bằng lệnh dondoc simulate")));
        }
    }

    private int walkTo(LocalDate last, Consumer<String> progress) {
        LocalDate effective = dondoc.rules().current().plan().effective();
        LocalDate weeksBefore = last.minusWeeks(WEEKS_IN_OPERATION);
        LocalDate goLive = weeksBefore.isBefore(effective) ? effective : weeksBefore;
        progress.accept("Đưa vào vận hành ngày " + VietnameseDate.write(goLive));
        Rehearsal rehearsal = new Rehearsal(dondoc);
        List<String> told = samples.stream()
                .filter(name -> !dayOf(name).isBefore(effective) && !dayOf(name).isAfter(last))
                .toList();
        told.forEach(name -> rehearsal.happens(VietnamTime.at(dayOf(name), EVENING), () -> take(name)));
        rehearsal.live(goLive, last, day -> {
            if (dondoc.settings().calendar().isWorkingDay(day)) {
                progress.accept("… " + VietnameseDate.write(day));
            }
        });
        return told.size();
    }

    private void take(String name) {
        Instant evening = VietnamTime.at(dayOf(name), EVENING);
        Receipt receipt = dondoc.intake().receive(name, sample(name), new Intake.Options(true, false), evening);
        if (!receipt.refused().isEmpty()) {
            throw new FaultyFileException(receipt.refused());
        }
    }

    /** The names begin with the day on which the report comes in. */
    private static LocalDate dayOf(String name) {
        return LocalDate.parse(name.substring(0, ISO_DAY_LENGTH));
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
}
