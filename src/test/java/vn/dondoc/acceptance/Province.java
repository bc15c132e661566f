package vn.dondoc.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dondoc.app.Dondoc;
import vn.dondoc.app.Jobs;
import vn.dondoc.app.Settings;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.cli.DondocCommand;
import vn.dondoc.config.Home;
import vn.dondoc.facts.Dispensation;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.intake.Intake;
import vn.dondoc.intake.Receipt;
import vn.dondoc.notices.Promise;
import vn.dondoc.notices.Silence;
import vn.dondoc.outbox.LetterKind;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.outbox.OfficerAct;
import vn.dondoc.outbox.QueuedLetter;
import vn.dondoc.reading.Problems;
import vn.dondoc.schedules.FireTimes;
import vn.dondoc.schedules.Schedule;
import vn.dondoc.schedules.ScheduleFiles;
import vn.dondoc.store.ArrangementStore;

/**
 * The province in which the product is at work: its units report, its officers release letters, its mornings come one
 * after the other, each job at the times that the shipped schedules give.
 */
final class Province implements AutoCloseable {
    /** Of the sendings every five minutes these find something to do: after a check, a report, and in the evening. */
    private static final List<LocalTime> SENDINGS =
            List.of(LocalTime.of(7, 5), LocalTime.of(7, 35), LocalTime.of(10, 5), LocalTime.of(16, 55));

    private static final LocalTime REPORTS_COME_IN = LocalTime.of(10, 0);

    private final MailServer server;
    private final Path folder;
    private final Map<LocalDate, List<Runnable>> events = new TreeMap<>();
    private Dondoc dondoc;
    private List<Schedule> schedules;
    private Instant now = Instant.EPOCH;

    private Province(MailServer server, Path folder) {
        this.server = server;
        this.folder = folder;
        this.dondoc = Dondoc.open(Settings.read(new Home(folder)));
        this.schedules = schedulesOf(dondoc);
    }

    /** A new installation that mails through a real server to every unit. */
    static Province installedIn(Path folder, String... configuration) throws Exception {
        return install(TemporaryHome.in(folder), configuration);
    }

    /** The same, but only these units have an address; the others are judged and counted, and get no letters. */
    static Province mailingOnlyTo(Predicate<String> units, Path folder, String... configuration) throws Exception {
        TemporaryHome.mailOnlyTo(TemporaryHome.in(folder), units);
        return install(folder, configuration);
    }

    private static Province install(Path folder, String... configuration) throws Exception {
        MailServer server = new MailServer();
        TemporaryHome.configure(
                folder,
                "transport: smtp",
                "host: localhost",
                "port: " + server.port(),
                "security: none",
                "lettersPerMinute: 0");
        TemporaryHome.configure(folder, configuration);
        return new Province(server, folder);
    }

    /** A setting of config/dondoc.yaml. */
    static String goingLive(String day) {
        return "goLive: \"" + day + "\"";
    }

    static String addressOf(String unit) {
        return (unit.matches("\\d{3}") ? "huyen-" : unit.matches("\\d{5}") ? "xa-" : "") + unit + "@quangngai.example";
    }

    /** What happens on a day, at ten in the morning. */
    Day on(String day) {
        return new Day(LocalDate.parse(day));
    }

    /** Stops the program, changes its configuration, starts it again. */
    void restartWith(String... configuration) throws Exception {
        dondoc.database().close();
        TemporaryHome.configure(folder, configuration);
        dondoc = Dondoc.open(Settings.read(new Home(folder)));
        schedules = schedulesOf(dondoc);
    }

    Province liveThrough(String first, String last) {
        LocalDate end = LocalDate.parse(last);
        for (LocalDate day = LocalDate.parse(first); !day.isAfter(end); day = day.plusDays(1)) {
            live(day);
        }
        return this;
    }

    /** A whole day's jobs once more, and nothing else. */
    void repeat(String day) {
        plannedOn(LocalDate.parse(day)).forEach(this::run);
    }

    /** What lies in the mailboxes of recipients. */
    Letters letters() throws Exception {
        return new Letters(server.letters().stream()
                .filter(letter -> letter.mailbox().equals(letter.to()))
                .toList());
    }

    /** What lies in the mailboxes of copies. */
    Letters copies() throws Exception {
        return new Letters(server.letters().stream()
                .filter(letter -> !letter.mailbox().equals(letter.to()))
                .toList());
    }

    /** Every letter as the server got it, by Message-ID. */
    Map<String, String> sources() throws Exception {
        return server.sources();
    }

    Settings settings() {
        return dondoc.settings();
    }

    /** What {@code dondoc why} answers. */
    String why(String unit, String day) {
        return answer("why", unit, "--on", day);
    }

    /** What {@code dondoc explain} answers of the end of a day. */
    String explain(String unit, String duty, String day) {
        return answer("explain", unit, duty, "--as-of", day);
    }

    private String answer(String... command) {
        StringWriter answer = new StringWriter();
        DondocCommand.run(
                Clock.fixed(now, VietnamTime.ZONE),
                new PrintWriter(answer),
                new PrintWriter(answer),
                Stream.concat(Stream.of("--home", folder.toString()), Stream.of(command))
                        .toArray(String[]::new));
        return answer.toString();
    }

    /** How many letters there are in each state. */
    Map<LetterState, Integer> outbox() {
        return dondoc.outbox().countByState();
    }

    /** Letters ever queued and letters ever sent, added up: it grows with each of both. */
    int queuedAndSent() {
        Map<LetterState, Integer> states = outbox();
        return states.values().stream().mapToInt(Integer::intValue).sum() + states.getOrDefault(LetterState.SENT, 0);
    }

    List<QueuedLetter> queued(LetterKind kind) {
        return dondoc.outbox().list().stream()
                .filter(letter -> letter.letter().kind() == kind)
                .toList();
    }

    /** A duty as letters word it; it must tell the duty apart from every other. */
    String task(String duty) {
        var plan = dondoc.rules().current().plan();
        String task = plan.duty(duty).orElseThrow().text();
        assertThat(plan.allDuties().stream().filter(other -> other.text().contains(task)))
                .as("duties worded like " + duty)
                .hasSize(1);
        return task;
    }

    int workingDaysBetween(LocalDate from, LocalDate to) {
        return dondoc.settings().calendar().workingDaysBetween(from, to);
    }

    boolean isWorkingDay(LocalDate day) {
        return dondoc.settings().calendar().isWorkingDay(day);
    }

    private void live(LocalDate day) {
        List<Moment> moments = new ArrayList<>(plannedOn(day));
        events.getOrDefault(day, List.of())
                .forEach(event -> moments.add(new Moment(VietnamTime.at(day, REPORTS_COME_IN), event)));
        moments.stream().sorted(Comparator.comparing(Moment::at)).forEach(this::run);
    }

    private record Moment(Instant at, Runnable what) {}

    private void run(Moment moment) {
        now = moment.at();
        moment.what().run();
    }

    private List<Moment> plannedOn(LocalDate day) {
        Instant from = VietnamTime.at(day, LocalTime.MIDNIGHT);
        Instant to = VietnamTime.at(day.plusDays(1), LocalTime.MIDNIGHT).minusMillis(1);
        return schedules.stream()
                .filter(schedule -> schedule.enabled() && !Jobs.REACHING_OUTSIDE.contains(schedule.job()))
                .flatMap(schedule -> FireTimes.between(
                                schedule, from, to, dondoc.settings().calendar())
                        .stream()
                        .filter(at -> !schedule.job().equals(Jobs.SEND)
                                || SENDINGS.contains(LocalTime.ofInstant(at, VietnamTime.ZONE)))
                        .map(at -> new Moment(
                                at, () -> dondoc.jobs().run(schedule.job(), Clock.fixed(at, VietnamTime.ZONE)))))
                .sorted(Comparator.comparing(Moment::at))
                .toList();
    }

    private static List<Schedule> schedulesOf(Dondoc dondoc) {
        Problems problems = new Problems();
        List<Schedule> schedules = ScheduleFiles.read(
                dondoc.settings().home().schedules(), dondoc.jobs().names(), problems);
        problems.refuseIfAny();
        return schedules;
    }

    @Override
    public void close() {
        dondoc.database().close();
        server.close();
    }

    /** What happens on one day of the story. */
    final class Day {
        private final LocalDate day;

        private Day(LocalDate day) {
            this.day = day;
        }

        /** A report with one entry; {@code answer} is the rest of the entry in JSON. */
        Day reports(String unit, String period, String duty, String answer) {
            return happens(() -> submit(unit, period, "{\"duty\":\"" + duty + "\"," + answer + "}"));
        }

        Day officerReleasesAlerts() {
            return happens(() -> dondoc.outbox().releaseAll(new OfficerAct("Nguyễn Thị A", "đã xem", now)));
        }

        Day officerReleasesAlertsNaming(String task) {
            return happens(() -> held().filter(letter ->
                            letter.letter().text().replaceAll("\\s+", " ").contains(task))
                    .forEach(letter -> assertThat(
                                    dondoc.outbox().release(letter.id(), new OfficerAct("Nguyễn Thị A", "đã xem", now)))
                            .isTrue()));
        }

        private Stream<QueuedLetter> held() {
            return dondoc.outbox().list(LetterState.HELD).stream();
        }

        private Day happens(Runnable event) {
            events.computeIfAbsent(day, any -> new ArrayList<>()).add(event);
            return this;
        }

        /** A unit answers for everything that is open, as done on this day, but for some, each "duty period". */
        Day reportsAllThatIsOpen(String unit, String... butFor) {
            return happens(() ->
                    openFindings(unit, Set.of(butFor)).forEach((period, entries) -> submit(unit, period, entries)));
        }

        private Map<String, String> openFindings(String unit, Set<String> butFor) {
            String done = "\"status\":\"done\",\"completedOn\":\"" + day
                    + "\",\"evidence\":[{\"ref\":\"01/BC\",\"date\":\"" + day + "\"}]";
            return dondoc.assessor().at(now).findings().stream()
                    .filter(finding -> finding.key().agency().equals(unit)
                            && finding.state().isOpen()
                            && finding.state() != State.REVIEW
                            && !butFor.contains(
                                    finding.key().duty() + " " + finding.key().period()))
                    .collect(Collectors.groupingBy(
                            finding -> finding.key().period(),
                            TreeMap::new,
                            Collectors.mapping(
                                    finding -> "{\"duty\":\"" + finding.key().duty() + "\"," + done
                                            + (finding.requirement() == null
                                                    ? ""
                                                    : ",\"numerator\":1,\"denominator\":1")
                                            + "}",
                                    Collectors.joining(","))));
        }

        /** An administrator edits a file of the plan and publishes. */
        Day publishes(String file, String before, String after) {
            return happens(() -> {
                try {
                    Path edited = folder.resolve("rules/plan-881").resolve(file);
                    String text = Files.readString(edited);
                    assertThat(text).contains(before);
                    Files.writeString(edited, text.replace(before, after));
                } catch (IOException unwritable) {
                    throw new UncheckedIOException(unwritable);
                }
                assertThat(dondoc.publishFlow()
                                .publish(dondoc.settings().rules(), "Nguyễn Thị A", "Công văn 12/SNV-CCHC", now)
                                .refused())
                        .isEmpty();
            });
        }

        Day promises(String unit, String duty, String period, String until) {
            return isAgreed(() -> arrangements()
                    .add(new Promise(
                            new Finding.Key(unit, duty, period),
                            LocalDate.parse(until),
                            "Trần Văn B",
                            "dondoc ack",
                            now)));
        }

        Day isExtended(String unit, String duty, String period, String newDue) {
            return isAgreed(() -> arrangements()
                    .add(new Dispensation(
                            unit,
                            duty,
                            period,
                            LocalDate.parse(newDue),
                            "Công văn 12/SNV-CCHC",
                            day,
                            "Nguyễn Thị A",
                            now)));
        }

        Day isExempted(String unit, String duty, String period) {
            return isAgreed(() -> arrangements()
                    .add(new Dispensation(unit, duty, period, null, "Công văn 13/SNV-CCHC", day, "Nguyễn Thị A", now)));
        }

        Day isSilencedUntil(String unit, String until) {
            return isAgreed(() -> arrangements()
                    .add(new Silence(
                            0,
                            new Silence.Matcher(unit, "", "", ""),
                            "Nguyễn Thị A",
                            "đơn vị đang khắc phục bão lũ",
                            day,
                            LocalDate.parse(until),
                            now,
                            null)));
        }

        /** As the commands do: what waits and no longer says what is so is taken back at once. */
        private Day isAgreed(Runnable entry) {
            return happens(() -> {
                entry.run();
                dondoc.afterSubmission(now);
            });
        }

        private ArrangementStore arrangements() {
            return new ArrangementStore(dondoc.database());
        }

        private void submit(String unit, String period, String entry) {
            String report = "{\"agency\":\"" + unit + "\",\"period\":\"" + period + "\",\"entries\":[" + entry + "]}";
            Receipt receipt = dondoc.intake()
                    .receive("báo cáo.json", report.getBytes(StandardCharsets.UTF_8), Intake.Options.STRICT, now);
            assertThat(receipt.refused()).isEmpty();
            dondoc.afterSubmission(now);
        }
    }
}
