package vn.dondoc.schedules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.calendar.HolidayFiles;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.reading.Problems;
import vn.dondoc.store.Database;
import vn.dondoc.store.DatabaseAddress;
import vn.dondoc.store.DatabaseAddress.SqliteFile;
import vn.dondoc.store.EmptyRecords;
import vn.dondoc.store.FireLedger;

/** A home with two jobs that write down their runs, and the words in which the tests of the clock speak. */
abstract class TimetableFixture {
    static final Duration LONG = Duration.ofSeconds(20);
    static final Duration LATE_AFTER = Duration.ofMillis(500);
    static final String EACH_SECOND = Seconds.each(0, 1);

    @TempDir
    Path home;

    final List<String> runs = new CopyOnWriteArrayList<>();
    final Map<String, Job> jobs = new HashMap<>();
    final List<Timetable> started = new ArrayList<>();
    WorkingCalendar calendar = HolidayFiles.read(Path.of("config/holidays"), new Problems());
    Clock clock = Clock.systemUTC();
    Database database;
    FireLedger ledger;

    DatabaseAddress address() {
        return new SqliteFile(EmptyRecords.at(home.resolve("data/dondoc.db")));
    }

    @BeforeAll
    static void be_patient() {
        Awaitility.setDefaultTimeout(LONG);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
    }

    @BeforeEach
    void a_home_and_two_jobs() throws IOException {
        Files.createDirectories(home.resolve("schedules"));
        database = Database.open(address());
        ledger = new FireLedger(database);
        jobs.put("morning-check", planned -> runs.add("morning-check " + planned));
        jobs.put("weekly-digest", planned -> runs.add("weekly-digest " + planned));
    }

    @AfterEach
    void stop_the_clocks() {
        started.forEach(timetable -> timetable.stop(LONG));
        database.close();
    }

    Timetable startAt(Instant moment) {
        clock = Clock.fixed(moment, ZoneOffset.UTC);
        return start();
    }

    Timetable start() {
        Firing firing = new Firing(Map.copyOf(jobs), () -> calendar, ledger, clock);
        Timetable timetable = new Timetable(home.resolve("schedules"), firing, LATE_AFTER);
        started.add(timetable);
        timetable.start();
        return timetable;
    }

    void schedule(String job, String cron, String onDayOff, String catchUp) {
        schedule(job, cron, onDayOff, catchUp, VietnamTime.ZONE);
    }

    void schedule(String job, String cron, String onDayOff, String catchUp, ZoneId zone) {
        String text = String.join(
                "\n",
                "job: " + job,
                "title: Việc",
                "cron: " + cron,
                "onDayOff: " + onDayOff,
                "catchUp: " + catchUp,
                "zone: \"" + zone + "\"");
        try {
            Files.writeString(home.resolve("schedules/" + job + ".yaml"), text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    void restOn(LocalDate... days) {
        Map<LocalDate, String> off = new HashMap<>();
        for (LocalDate day : days) {
            off.put(day, "nghỉ");
        }
        calendar = new WorkingCalendar(off, Set.of(), Set.of());
    }

    LocalDate todayIn(ZoneId zone) {
        return clock.instant().atZone(zone).toLocalDate();
    }

    /** Far from midnight, so that no test runs over the end of a day. */
    ZoneOffset zoneWhereItIsNoon() {
        return ZoneOffset.ofHours(12 - clock.instant().atZone(ZoneOffset.UTC).getHour());
    }

    static String timeOf(ZonedDateTime moment) {
        return moment.getSecond() + " " + moment.getMinute() + " " + moment.getHour();
    }

    /** Two seconds of one minute, or of two neighbouring minutes, on one day and never again. */
    static String secondsOf(ZonedDateTime first, ZonedDateTime second) {
        String day = " " + first.getDayOfMonth() + " " + first.getMonthValue() + " ? " + first.getYear();
        String minutes = first.getMinute() + "," + second.getMinute();
        return first.getSecond() + "," + second.getSecond() + " " + minutes + " *" + day;
    }

    static Instant at(String day, String time) {
        return VietnamTime.at(LocalDate.parse(day), LocalTime.parse(time));
    }

    int count(String job) {
        return (int) runs.stream().filter(run -> run.startsWith(job)).count();
    }

    List<String> outcomes(String job) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT outcome FROM fire_ledger WHERE job = :job")
                        .bind("job", job)
                        .mapTo(String.class)
                        .list());
    }

    static final class SettableClock extends Clock {
        volatile Instant now;

        SettableClock(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("nobody asks this clock for a zone");
        }
    }

    static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
