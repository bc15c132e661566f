package vn.dondoc.crash;

import static vn.dondoc.acceptance.TemporaryHome.configure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import vn.dondoc.acceptance.TemporaryHome;
import vn.dondoc.app.Dondoc;
import vn.dondoc.app.Jobs;
import vn.dondoc.app.Settings;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.config.Home;
import vn.dondoc.intake.Intake;
import vn.dondoc.outbox.LetterState;

/**
 * Two months of the sample plan, step by step: reports come in, mornings are checked, letters go. A process that dies is
 * started again and begins with the step that it had not finished, as the schedule and people do.
 */
public final class SmallOffice {
    private static final String PAPER =
            "\"status\":\"done\",\"completedOn\":\"2026-02-20\",\"evidence\":[{\"ref\":\"12/KH\",\"date\":\"2026-02-20\"}]";

    /** What is done in turn, each "moment what". */
    private static final List<String> STEPS = List.of(
            "2026-02-23T07:00 morning-check",
            "2026-02-23T07:05 send",
            "2026-02-26T10:00 report so-y-te 2026 II.1-01 " + PAPER,
            "2026-03-02T07:00 morning-check",
            "2026-03-02T07:30 weekly-digest",
            "2026-03-02T10:00 report so-tai-chinh 2026 II.1-01 \"status\":\"in-progress\"",
            "2026-03-02T10:05 send",
            "2026-03-03T07:00 morning-check",
            "2026-03-03T07:05 send",
            "2026-03-16T07:00 morning-check",
            "2026-03-16T10:00 report so-tai-chinh 2026-Q1 II.1-02 " + PAPER,
            "2026-03-16T16:55 send",
            "2026-03-30T07:00 morning-check",
            "2026-03-30T07:30 weekly-digest",
            "2026-03-30T10:00 report phuong-mau 2026 II.2-01 \"status\":\"in-progress\"",
            "2026-04-02T07:00 morning-check",
            "2026-04-02T10:00 report xa-mau 2026 II.2-01 " + PAPER,
            "2026-04-02T10:05 send",
            "2026-04-06T07:00 morning-check",
            "2026-04-06T07:30 weekly-digest",
            "2026-04-06T07:35 send");

    private final Dondoc dondoc;
    private final Path progress;

    private SmallOffice(Path home) {
        this.dondoc = Dondoc.open(Settings.read(new Home(home)));
        this.progress = home.resolve("progress");
    }

    public static Path installIn(Path home, int mailPort) throws IOException {
        TemporaryHome.in(home);
        for (String file : List.of("agencies.csv", "leaders.yaml")) {
            Files.copy(
                    home.resolve("config/don-vi-mau").resolve(file),
                    home.resolve("config").resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        configure(home, "folder: ke-hoach-mau", "release: none", "transport: smtp");
        configure(home, "host: localhost", "port: " + mailPort, "security: none", "lettersPerMinute: 0");
        return home;
    }

    /** @param arguments the home, then perhaps where to die: see {@link DyingStore} */
    public static void main(String... arguments) throws IOException {
        SmallOffice office = new SmallOffice(Path.of(arguments[0]));
        if (arguments.length > 1) {
            DyingStore.install(office.dondoc.database().jdbi(), arguments[1]);
        }
        office.work();
    }

    private void work() throws IOException {
        for (int step = done(); step < STEPS.size(); step++) {
            String[] words = STEPS.get(step).split(" ", 3);
            Instant at = LocalDateTime.parse(words[0]).atZone(VietnamTime.ZONE).toInstant();
            switch (words[1]) {
                case "report" -> report(words[2], at);
                case Jobs.SEND -> sendAll(Clock.fixed(at, VietnamTime.ZONE));
                default -> dondoc.jobs().run(words[1], Clock.fixed(at, VietnamTime.ZONE));
            }
            Files.writeString(progress, Integer.toString(step + 1));
        }
    }

    private int done() throws IOException {
        return Files.exists(progress) ? Integer.parseInt(Files.readString(progress)) : 0;
    }

    private void report(String words, Instant at) {
        String[] parts = words.split(" ", 4);
        String report = "{\"agency\":\"" + parts[0] + "\",\"period\":\"" + parts[1] + "\",\"entries\":[{\"duty\":\""
                + parts[2] + "\"," + parts[3] + "}]}";
        var receipt = dondoc.intake()
                .receive("báo cáo.json", report.getBytes(StandardCharsets.UTF_8), Intake.Options.STRICT, at);
        if (!receipt.refused().isEmpty()) {
            throw new IllegalStateException(receipt.refused().toString());
        }
        dondoc.afterSubmission(at);
    }

    /** What a dead process held is free once its lease has run out, long before the next step of the story. */
    private void sendAll(Clock clock) {
        dondoc.jobs().run(Jobs.SEND, clock);
        while (waiting() > 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            dondoc.jobs().run(Jobs.SEND, clock);
        }
    }

    private int waiting() {
        Map<LetterState, Integer> letters = dondoc.outbox().countByState();
        return letters.getOrDefault(LetterState.QUEUED, 0) + letters.getOrDefault(LetterState.SENDING, 0);
    }
}
