package vn.dondoc.schedules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.reading.Nearest;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.YamlSection;
import vn.dondoc.schedules.Schedule.CatchUp;
import vn.dondoc.schedules.Schedule.OnDayOff;

/** Reads {@code schedules/*.yaml}. Only a reading without problems may be put in force. */
public final class ScheduleFiles {
    private final Map<String, Claim> claims = new HashMap<>();
    private final Set<String> knownJobs;
    private final Instant from;
    private final Problems problems;

    /** The file that sets a job. */
    private record Claim(String file, YamlSection section) {
        boolean isNamedAfter(String job) {
            return file.equals(job + ".yaml");
        }
    }

    private ScheduleFiles(Set<String> knownJobs, Instant from, Problems problems) {
        this.knownJobs = knownJobs;
        this.from = from;
        this.problems = problems;
    }

    /** The same for days of the past that are lived again: a schedule that fires no more is none to refuse. */
    public static List<Schedule> read(Path folder, Set<String> knownJobs, Problems problems) {
        return read(folder, knownJobs, Instant.EPOCH, problems);
    }

    /**
     * The schedules in the order of their files, switched off ones among them.
     *
     * @param from when they begin to count: one that never fires afterwards is refused
     */
    public static List<Schedule> read(Path folder, Set<String> knownJobs, Instant from, Problems problems) {
        ScheduleFiles files = new ScheduleFiles(knownJobs, from, problems);
        List<Schedule> schedules = new ArrayList<>();
        for (Path file : files.filesIn(folder)) {
            files.readOne(file).ifPresent(schedules::add);
        }
        return schedules;
    }

    /** The name of the file that sets a job; empty when none does. */
    public static Optional<String> fileOf(Path folder, String job) {
        try {
            return list(folder).stream()
                    .filter(file -> YamlSection.read(file, new Problems())
                            .text("job", "")
                            .equals(job))
                    .map(file -> String.valueOf(file.getFileName()))
                    .findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Changes whenever a schedule file is added, removed, renamed or gets other contents. */
    static String fingerprint(Path folder) {
        MessageDigest digest = sha256();
        try {
            for (Path file : list(folder)) {
                digest.update((file.getFileName() + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(sha256().digest(Files.readAllBytes(file)));
            }
        } catch (IOException unreadable) {
            // A file that cannot be read is a state of the folder like another: the next reading says what is wrong.
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private List<Path> filesIn(Path folder) {
        try {
            List<Path> files = list(folder);
            files.stream()
                    .filter(file -> file.toString().endsWith(".yml"))
                    .forEach(file -> problems.add(
                            String.valueOf(file.getFileName()), "tệp lịch phải có đuôi .yaml", "đổi tên tệp"));
            List<Path> read = files.stream()
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .toList();
            if (files.isEmpty()) {
                problems.add(folder.toString(), "không có tệp lịch nào", "chép lại các tệp .yaml của bản cài đặt");
            }
            return read;
        } catch (IOException unreadable) {
            problems.add(
                    folder.toString(), "không đọc được thư mục lịch", "kiểm tra thư mục có tồn tại và được quyền đọc");
            return List.of();
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
        }
    }

    private Optional<Schedule> readOne(Path file) {
        YamlSection section = YamlSection.read(file, problems);
        if (section.keys().isEmpty()) {
            section.refuse("tệp trống", "ghi job, title, cron; hoặc xóa tệp");
            return Optional.empty();
        }
        Schedule schedule = scheduleIn(section);
        section.finish();
        refuseWrongJob(section, schedule.job(), file);
        return Optional.of(schedule);
    }

    private Schedule scheduleIn(YamlSection section) {
        ZoneId zone = zoneIn(section);
        Schedule schedule = new Schedule(
                section.requiredText("job"),
                section.requiredText("title"),
                section.requiredText("cron"),
                zone,
                OnDayOff.valueOf(
                        constant(section.oneOf("onDayOff", List.of("skip", "run", "next-working-day"), "skip"))),
                CatchUp.valueOf(constant(section.oneOf("catchUp", List.of("once", "skip"), "once"))),
                section.flag("enabled", true));
        if (!schedule.cron().isEmpty()) {
            CronWords.problemIn(schedule.cron(), zone, from, section.place("cron"))
                    .ifPresent(problem -> problems.add(problem.place(), problem.message(), problem.hint()));
        }
        return schedule;
    }

    private void refuseWrongJob(YamlSection section, String job, Path file) {
        if (job.isEmpty()) {
            return;
        }
        if (!knownJobs.contains(job)) {
            section.refuse("job", "không có việc “" + job + "”", Nearest.hint(job, knownJobs));
        }
        Claim claim = new Claim(String.valueOf(file.getFileName()), section);
        Claim other = claims.putIfAbsent(job, claim);
        if (other != null) {
            // the file that bears the job's name is hardly the one that was edited by mistake
            Claim doubted = claim.isNamedAfter(job) ? other : claim;
            String kept = doubted == claim ? other.file() : claim.file();
            doubted.section()
                    .refuse(
                            "job",
                            "việc “" + job + "” đã có lịch ở tệp " + kept,
                            "sửa lại khóa job, hoặc xóa một trong hai tệp");
        }
    }

    private ZoneId zoneIn(YamlSection section) {
        String zone = section.text("zone", VietnamTime.ZONE.getId());
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            // the nearest name may be of another country: “Asia/Hanoi” is one letter and an hour from “Asia/Harbin”
            section.refuse(
                    "zone",
                    "không có múi giờ “" + zone + "”",
                    "giờ Việt Nam thì ghi “" + VietnamTime.ZONE.getId() + "” hoặc bỏ dòng này");
            return VietnamTime.ZONE;
        }
    }

    private static String constant(String written) {
        return written.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
