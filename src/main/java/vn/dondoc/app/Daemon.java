package vn.dondoc.app;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.config.MonitoringConfiguration;
import vn.dondoc.flow.SendFlow;
import vn.dondoc.schedules.Job;
import vn.dondoc.schedules.Timetable;
import vn.dondoc.store.FireLedger;
import vn.dondoc.store.Vitals;
import vn.dondoc.web.MonitoringServer;
import vn.dondoc.web.PageServer;

/** The product while it serves: the timetable runs the jobs, and edited schedules and rules are taken up. */
public final class Daemon {
    private static final Logger LOG = LoggerFactory.getLogger(Daemon.class);
    private static final int SECONDS_BETWEEN_LOOKS = 10;
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(8);

    private final ServingLock lock;
    private final SendFlow sendFlow;
    private final Timetable timetable;
    private final ScheduledExecutorService watcher;
    private final Optional<PageServer> page;
    private final Optional<MonitoringServer> monitoring;

    private Daemon(
            ServingLock lock,
            SendFlow sendFlow,
            Timetable timetable,
            ScheduledExecutorService watcher,
            Optional<PageServer> page,
            Optional<MonitoringServer> monitoring) {
        this.lock = lock;
        this.sendFlow = sendFlow;
        this.timetable = timetable;
        this.watcher = watcher;
        this.page = page;
        this.monitoring = monitoring;
    }

    /**
     * Takes the home for this process, opens the page of the letters' links where one is configured, catches up what was
     * missed, then runs the schedules.
     *
     * @throws vn.dondoc.reading.FaultyFileException when the schedules cannot be used or the page's port cannot be had, or
     *     another process serves this home
     */
    public static Daemon start(Dondoc dondoc, Clock clock) {
        ServingLock lock = ServingLock.take(dondoc.settings().home().data(), clock.instant());
        try {
            return start(dondoc, clock, lock);
        } catch (RuntimeException notStarted) {
            lock.close();
            throw notStarted;
        }
    }

    private static Daemon start(Dondoc dondoc, Clock clock, ServingLock lock) {
        var configuration = dondoc.settings().configuration();
        Optional<PageServer> page = dondoc.desk()
                .openPage(configuration.web(), configuration.office().fullName(), clock);
        Optional<MonitoringServer> monitoring = Optional.empty();
        try {
            monitoring = openMonitoring(dondoc, clock);
            return start(dondoc, clock, lock, page, monitoring);
        } catch (RuntimeException notStarted) {
            page.ifPresent(PageServer::close);
            monitoring.ifPresent(MonitoringServer::close);
            throw notStarted;
        }
    }

    private static Optional<MonitoringServer> openMonitoring(Dondoc dondoc, Clock clock) {
        Settings settings = dondoc.settings();
        MonitoringConfiguration address = settings.configuration().monitoring();
        return address.port() == 0
                ? Optional.empty()
                : Optional.of(MonitoringServer.start(
                        address.host(),
                        address.port(),
                        new Vitals(dondoc.database()),
                        dondoc.outbox(),
                        now -> RecordsExamination.expectedMorning(settings.calendar(), now),
                        clock));
    }

    private static Daemon start(
            Dondoc dondoc,
            Clock clock,
            ServingLock lock,
            Optional<PageServer> page,
            Optional<MonitoringServer> monitoring) {
        Jobs jobs = dondoc.jobs();
        Map<String, Job> byName = new LinkedHashMap<>();
        jobs.names()
                .forEach(name -> byName.put(name, planned -> LOG.info("{}: {}", name, jobs.runUnwatched(name, clock))));
        Settings settings = dondoc.settings();
        Timetable timetable = new Timetable(
                settings.home().schedules(), byName, settings::calendar, new FireLedger(dondoc.database()), clock);
        dondoc.clockWatch().setRight(clock.instant());
        dondoc.publishFlow().takeUp(clock.instant());
        dondoc.rules().current();
        dondoc.leaveRulesToTheWatch();
        timetable.start();
        RuleWatch rules = new RuleWatch(dondoc.rules(), dondoc.publishFlow(), clock);
        ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "edits-watcher");
            thread.setDaemon(true);
            return thread;
        });
        ClockStep step = new ClockStep(clock, () -> {
            dondoc.clockWatch().setRight(clock.instant());
            timetable.setAnew();
        });
        var unused = watcher.scheduleWithFixedDelay(
                () -> {
                    step.look();
                    catchUpHeld(dondoc.clockWatch(), timetable, clock);
                    takeUpEdits(timetable, rules);
                },
                SECONDS_BETWEEN_LOOKS,
                SECONDS_BETWEEN_LOOKS,
                TimeUnit.SECONDS);
        return new Daemon(lock, dondoc.sendFlow(), timetable, watcher, page, monitoring);
    }

    /** Begins no further letter and lets running jobs finish, for a while; what is not sent by then is given back. */
    public void stop() {
        sendFlow.stop();
        page.ifPresent(PageServer::close);
        monitoring.ifPresent(MonitoringServer::close);
        watcher.shutdownNow();
        timetable.stop(LONGEST_GOODBYE);
        int letters = sendFlow.giveBack();
        if (letters > 0) {
            LOG.warn("{} thư đang gửi dở được trả lại hàng chờ, lần chạy sau gửi tiếp", letters);
        }
        lock.close();
    }

    private static void catchUpHeld(ClockWatch watch, Timetable timetable, Clock clock) {
        try {
            if (watch.holdEnded(clock.instant())) {
                timetable.setAnew();
            }
        } catch (RuntimeException failure) {
            LOG.error("what was held could not be caught up; the next start will", failure);
        }
    }

    private static void takeUpEdits(Timetable timetable, RuleWatch rules) {
        try {
            rules.look();
        } catch (RuntimeException failure) {
            LOG.error("the rules could not be looked at; will look again", failure);
        }
        try {
            if (timetable.changed()) {
                timetable
                        .reload()
                        .forEach(problem -> LOG.warn("lịch mới không dùng được, lịch cũ giữ nguyên: {}", problem));
            }
        } catch (RuntimeException failure) {
            LOG.error("schedules could not be looked at; will look again", failure);
        }
    }
}
