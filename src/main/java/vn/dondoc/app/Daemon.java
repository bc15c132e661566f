package vn.dondoc.app;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.flow.SendFlow;
import vn.dondoc.schedules.Job;
import vn.dondoc.schedules.Timetable;
import vn.dondoc.store.FireLedger;

/** The product while it serves: the timetable runs the jobs, and edited schedules and rules are taken up. */
public final class Daemon {
    private static final Logger LOG = LoggerFactory.getLogger(Daemon.class);
    private static final int SECONDS_BETWEEN_LOOKS = 10;
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(8);

    private final ServingLock lock;
    private final SendFlow sendFlow;
    private final Timetable timetable;
    private final ScheduledExecutorService watcher;
    private final OpenPorts ports;

    private Daemon(
            ServingLock lock,
            SendFlow sendFlow,
            Timetable timetable,
            ScheduledExecutorService watcher,
            OpenPorts ports) {
        this.lock = lock;
        this.sendFlow = sendFlow;
        this.timetable = timetable;
        this.watcher = watcher;
        this.ports = ports;
    }

    /**
     * Takes the home for this process, opens the ports that are configured, catches up what was missed, then runs the schedules.
     *
     * @throws vn.dondoc.reading.FaultyFileException when the schedules or the letters' texts cannot be used, the page's port
     *     cannot be had, or another process serves this home
     */
    public static Daemon start(Dondoc dondoc, Clock clock) {
        ServingLock lock = ServingLock.take(dondoc.settings().home().data(), clock.instant());
        try {
            return prepare(dondoc, clock, lock);
        } catch (RuntimeException notStarted) {
            lock.close();
            throw notStarted;
        }
    }

    private static Daemon prepare(Dondoc dondoc, Clock clock, ServingLock lock) {
        // each takes a core for a while, and none needs another
        CompletableFuture<OpenPorts> opening = CompletableFuture.supplyAsync(() -> OpenPorts.of(dondoc, clock));
        CompletableFuture<Void> proving = CompletableFuture.runAsync(dondoc::proveTexts);
        try {
            warm(dondoc);
            proving.join();
            OpenPorts ports = opening.join();
            // what lasts comes after all that may refuse the start
            dondoc.clockWatch().setRight(clock.instant());
            dondoc.publishFlow().takeUp(clock.instant());
            dondoc.rules().current();
            return run(dondoc, clock, lock, ports);
        } catch (RuntimeException notStarted) {
            opening.thenAccept(OpenPorts::close)
                    .exceptionally(alreadyClosed -> null)
                    .join();
            throw notStarted instanceof CompletionException beside
                            && beside.getCause() instanceof RuntimeException cause
                    ? cause
                    : notStarted;
        }
    }

    /** Reads the rules; what is wrong with them is said where they are needed, and an edit that waits may be the cure. */
    private static void warm(Dondoc dondoc) {
        try {
            dondoc.rules().current();
        } catch (RuntimeException faulty) {
            LOG.debug("the rules cannot be used as they are", faulty);
        }
    }

    private static Daemon run(Dondoc dondoc, Clock clock, ServingLock lock, OpenPorts ports) {
        Jobs jobs = dondoc.jobs();
        Map<String, Job> byName = new LinkedHashMap<>();
        jobs.names()
                .forEach(name -> byName.put(name, planned -> LOG.info("{}: {}", name, jobs.runUnwatched(name, clock))));
        Settings settings = dondoc.settings();
        Timetable timetable = new Timetable(
                settings.home().schedules(), byName, settings::calendar, new FireLedger(dondoc.database()), clock);
        dondoc.routine().leaveRulesToTheWatch();
        timetable.start();
        tellUnscheduled(dondoc, timetable, clock);
        if (ConfigurationExamination.mailboxNobodyReads(settings)) {
            LOG.warn("{}; chép schedules/replies.yaml của phiên bản mới vào", ConfigurationExamination.NOBODY_READS);
        }
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
                    takeUpEdits(timetable, rules, () -> tellUnscheduled(dondoc, timetable, clock));
                },
                SECONDS_BETWEEN_LOOKS,
                SECONDS_BETWEEN_LOOKS,
                TimeUnit.SECONDS);
        return new Daemon(lock, dondoc.sendFlow(), timetable, watcher, ports);
    }

    /** What whoever started it has to be told, line by line: where the console is, how the first administrator is made. */
    public List<String> told() {
        return ports.told();
    }

    /** Begins no further letter and lets running jobs finish, for a while; what is not sent by then is given back. */
    public void stop() {
        sendFlow.stop();
        ports.close();
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

    private static void tellUnscheduled(Dondoc dondoc, Timetable timetable, Clock clock) {
        Set<String> provided = timetable.provided();
        Jobs.NEEDED.stream()
                .filter(job -> !provided.contains(job))
                .forEach(job -> dondoc.routine().tellUnscheduled(job, clock.instant()));
    }

    /** @param reloaded run when the timetable has changed */
    private static void takeUpEdits(Timetable timetable, RuleWatch rules, Runnable reloaded) {
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
                reloaded.run();
            }
        } catch (RuntimeException failure) {
            LOG.error("schedules could not be looked at; will look again", failure);
        }
    }
}
