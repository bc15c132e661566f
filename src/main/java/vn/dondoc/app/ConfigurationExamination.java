package vn.dondoc.app;

import static vn.dondoc.app.Diagnosis.fault;
import static vn.dondoc.app.Diagnosis.fine;
import static vn.dondoc.app.Diagnosis.warning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.config.MailConfiguration;
import vn.dondoc.config.Recipients;
import vn.dondoc.facts.Agency;
import vn.dondoc.reading.Problems;
import vn.dondoc.schedules.Schedule;
import vn.dondoc.schedules.ScheduleFiles;

/** Looks at what administrators keep in {@code config/} and {@code schedules/}, beyond what a reading refuses. */
final class ConfigurationExamination {
    static final String NOBODY_READS =
            "đã đặt hộp thư (mail.imap) nhưng không có lịch nào đọc thư trả lời: thư của đơn vị nằm lại";

    private static final String SAMPLE = ".example";
    private static final String SCHEDULES = "Lịch chạy";
    private static final String ADDRESSES = "Địa chỉ thư";
    /** More would not be read in a line. */
    private static final int MOST_NAMED = 5;

    private final Settings settings;
    private final Instant now;
    private final LocalDate today;

    ConfigurationExamination(Settings settings, Instant now) {
        this.settings = settings;
        this.now = now;
        this.today = VietnamTime.dayOf(now);
    }

    List<Diagnosis> all() {
        List<Diagnosis> all = new ArrayList<>(List.of(unitsWithoutAddress(), sampleAddresses(), holidays(), mail()));
        all.addAll(schedules());
        return all;
    }

    private Diagnosis unitsWithoutAddress() {
        List<String> without =
                units().filter(unit -> unit.email().isEmpty()).map(Agency::name).toList();
        return without.isEmpty()
                ? fine(ADDRESSES, "mọi đơn vị có địa chỉ thư")
                : warning(
                        ADDRESSES,
                        without.size() + " đơn vị không có địa chỉ thư, không nhận được thư: " + named(without),
                        "ghi cột thư trong config/agencies.csv");
    }

    /** Units that exist on the day; the province itself is written to as its leaders. */
    private Stream<Agency> units() {
        return settings.registry().on(today).stream()
                .filter(unit -> !unit.parent().isEmpty());
    }

    private Diagnosis sampleAddresses() {
        List<String> samples = new ArrayList<>();
        units().filter(unit -> unit.email().endsWith(SAMPLE)).map(Agency::name).forEach(samples::add);
        Recipients recipients = settings.recipients();
        Stream.concat(recipients.leaders().stream(), recipients.administrators().stream())
                .filter(recipient -> recipient.address().endsWith(SAMPLE))
                .map(Recipients.Recipient::titleWithField)
                .forEach(samples::add);
        if (samples.isEmpty()) {
            return fine(ADDRESSES, "không còn địa chỉ mẫu");
        }
        String found = samples.size() + " nơi nhận còn địa chỉ mẫu (" + SAMPLE + "): " + named(samples);
        String remedy = "thay bằng địa chỉ công vụ trong config/agencies.csv, config/leaders.yaml";
        return isMailReal()
                ? fault(ADDRESSES, found, remedy)
                : warning(ADDRESSES, found, remedy + " trước khi gửi thật");
    }

    private boolean isMailReal() {
        MailConfiguration mail = settings.configuration().mail();
        return mail.transport() == MailConfiguration.Transport.SMTP
                && mail.redirectAllTo().isEmpty();
    }

    private Diagnosis mail() {
        MailConfiguration mail = settings.configuration().mail();
        if (mail.transport() == MailConfiguration.Transport.FOLDER) {
            return warning(
                    "Gửi thư",
                    "thư chỉ ghi thành tệp trong " + mail.folder() + ", không ai nhận được",
                    "khi muốn gửi thật, ghi mail.transport: smtp và máy chủ thư trong config/dondoc.yaml");
        }
        return isMailReal()
                ? fine("Gửi thư", "gửi thật qua máy chủ " + mail.smtp().host())
                : warning(
                        "Gửi thư",
                        "mọi thư gửi về một địa chỉ " + mail.redirectAllTo(),
                        "khi hết tập dượt, để trống mail.redirectAllTo trong config/dondoc.yaml");
    }

    /** The notice for a year usually comes in the last months of the year before. */
    private Diagnosis holidays() {
        int year = today.getYear();
        boolean next = today.getMonth().compareTo(Month.NOVEMBER) >= 0;
        List<Integer> missing = Stream.of(year, year + 1)
                .filter(wanted -> wanted == year || next)
                .filter(wanted -> !settings.calendar().knows(wanted))
                .toList();
        return missing.isEmpty()
                ? fine("Lịch nghỉ", "có lịch nghỉ năm " + year + (next ? ", " + (year + 1) : ""))
                : warning(
                        "Lịch nghỉ",
                        "chưa có lịch nghỉ năm "
                                + String.join(
                                        ", ",
                                        missing.stream().map(String::valueOf).toList())
                                + ", ngày nghỉ tính theo luật và âm lịch",
                        "khi có thông báo, ghi vào config/holidays/" + missing.get(0) + ".yaml");
    }

    private List<Diagnosis> schedules() {
        Problems problems = new Problems();
        List<Schedule> read = ScheduleFiles.read(settings.home().schedules(), Jobs.NAMES, now, problems);
        if (!problems.isEmpty()) {
            return List.of(Doctor.ofProblem(SCHEDULES, problems.list().get(0), "sửa tệp trong schedules"));
        }
        List<Diagnosis> found = new ArrayList<>();
        Jobs.NAMES.stream()
                .filter(job -> isWanted(job) && read.stream().noneMatch(schedule -> runs(schedule, job)))
                .sorted()
                .map(job -> withoutSchedule(job, read))
                .forEach(found::add);
        if (mailboxNobodyReads(settings)) {
            found.add(warning(
                    SCHEDULES, NOBODY_READS, "chép schedules/replies.yaml của phiên bản mới vào thư mục schedules"));
        }
        return found.isEmpty()
                ? List.of(fine(SCHEDULES, "các tệp trong schedules đọc được, không có lỗi; việc nào cũng có lịch"))
                : found;
    }

    /** Without a mailbox there is nothing to read; of one that nobody reads is said more. */
    private static boolean isWanted(String job) {
        return !job.equals(Jobs.REPLIES);
    }

    private static boolean runs(Schedule schedule, String job) {
        return schedule.enabled() && schedule.job().equals(job);
    }

    /** A job that somebody switched off he may have meant to; one whose file is gone, hardly. */
    private static Diagnosis withoutSchedule(String job, List<Schedule> read) {
        boolean off = read.stream().anyMatch(schedule -> schedule.job().equals(job));
        if (off) {
            return warning(
                    SCHEDULES,
                    "việc " + job + " đang tắt (enabled: không)",
                    "muốn chạy lại: ghi enabled: có trong tệp lịch của việc ấy");
        }
        String found = "không có tệp lịch nào của việc " + job + ": việc ấy không chạy nữa";
        String remedy = "chép lại " + job + ".yaml của bản cài đặt vào thư mục schedules";
        return Jobs.NEEDED.contains(job) ? fault(SCHEDULES, found, remedy) : warning(SCHEDULES, found, remedy);
    }

    /** A home of an earlier version has no schedule for it, and upgrades leave its schedules alone. */
    static boolean mailboxNobodyReads(Settings settings) {
        return settings.configuration().mail().imap().isOn()
                && ScheduleFiles.read(settings.home().schedules(), Jobs.NAMES, new Problems()).stream()
                        .noneMatch(
                                schedule -> schedule.enabled() && schedule.job().equals(Jobs.REPLIES));
    }

    private static String named(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())));
        return names.size() <= MOST_NAMED ? first : first + " và " + (names.size() - MOST_NAMED) + " nơi khác";
    }
}
