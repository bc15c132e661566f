package vn.dondoc.schedules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.SchedulerRepository;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.matchers.GroupMatcher;
import org.quartz.listeners.TriggerListenerSupport;
import org.quartz.spi.OperableTrigger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.store.DatabaseAddress.PostgresServer;

/**
 * Quartz: wakes its listener at cron times and at single moments, never twice at once for one job. Where nodes share a
 * database they share one clock: one of them is woken, and another in its place when it dies before the job is done.
 */
final class QuartzClock {
    private static final Logger LOG = LoggerFactory.getLogger(QuartzClock.class);
    /** Why a trigger fires. One that stands for a dead node's has another name, and the same data. */
    private static final String KIND = "kind";

    private static final String CRON = "cron";
    private static final String PLANNED = "planned";
    private static final String MISSED = "missed";
    /** At once. Quartz' tables know no moment 0. */
    private static final Instant LONG_AGO = Instant.ofEpochSecond(1);

    /** Who is woken, on a thread of Quartz. */
    interface Listener {
        /** A cron time has come. */
        void nominalTime(String job, Instant nominal);

        /** Another node died while it ran the job for that cron time. */
        void nominalTimeTakenOver(String job, Instant nominal);

        /**
         * The moment asked for by {@link #wakeAt} has come.
         *
         * @param takenOver whether another node died while it ran the job for it
         */
        void plannedTime(String job, Instant planned, boolean takenOver);

        /** Cron times passed while the machine slept or the job was still running. The parameter as above. */
        void timesMissed(String job, boolean takenOver);
    }

    private final Scheduler scheduler;
    private final boolean shared;

    /** @param server on which several nodes share the clock; empty for a clock of this program's own */
    QuartzClock(Listener listener, Duration lateAfter, Optional<PostgresServer> server) {
        shared = server.isPresent();
        try {
            scheduler = new StdSchedulerFactory(QuartzSettings.of(lateAfter, server)).getScheduler();
            // else a second clock of the name would be the first one, where two nodes are in one program
            SchedulerRepository.getInstance().remove(scheduler.getSchedulerName());
            scheduler.setJobFactory((bundle, ignored) -> new WakeUp(listener));
            scheduler.getListenerManager().addTriggerListener(new MissedTimes());
        } catch (SchedulerException broken) {
            throw new IllegalStateException("Quartz cannot be set up", broken);
        }
    }

    void start() {
        quartz(scheduler::start);
    }

    void add(Schedule schedule) {
        JobDetail detail = JobBuilder.newJob(WakeUp.class)
                .withIdentity(schedule.job())
                .storeDurably()
                .requestRecovery(shared)
                .build();
        Trigger trigger = TriggerBuilder.newTrigger()
                .withIdentity(schedule.job(), CRON)
                .forJob(detail)
                .usingJobData(KIND, CRON)
                .withSchedule(CronScheduleBuilder.cronSchedule(schedule.cron())
                        .inTimeZone(TimeZone.getTimeZone(schedule.zone()))
                        .withMisfireHandlingInstructionDoNothing())
                .build();
        quartz(() -> scheduler.addJob(detail, true));
        if (((OperableTrigger) trigger).computeFirstFireTime(null) == null) {
            LOG.warn("Lịch {} ({}) không còn giờ chạy nào", schedule.job(), schedule.cron());
            return;
        }
        quartz(() -> {
            if (!isThere(trigger)) {
                scheduler.scheduleJob(detail, Set.of(trigger), true);
            }
        });
    }

    /** What another node put there is left alone: put anew, a time that is just due would be passed over. */
    private boolean isThere(Trigger wanted) throws SchedulerException {
        return scheduler.getTrigger(wanted.getKey()) instanceof CronTrigger there
                && wanted instanceof CronTrigger cron
                && there.getCronExpression().equals(cron.getCronExpression())
                && there.getTimeZone().equals(cron.getTimeZone())
                && CRON.equals(there.getJobDataMap().getString(KIND))
                && scheduler.getTriggerState(there.getKey()) != Trigger.TriggerState.ERROR;
    }

    /** Forgets jobs that have no schedule any more; a shared clock remembers them from another time. */
    void keepOnly(Set<String> jobs) {
        quartz(() -> {
            for (JobKey known : scheduler.getJobKeys(GroupMatcher.anyJobGroup())) {
                if (!jobs.contains(known.getName())) {
                    scheduler.deleteJob(known);
                }
            }
        });
    }

    void remove(String job) {
        quartz(() -> scheduler.deleteJob(JobKey.jobKey(job)));
    }

    void wakeAt(String job, Instant planned) {
        wake(job, PLANNED, planned);
    }

    /** The single moments still ahead for a job, in order. */
    List<Instant> wakesAhead(String job) {
        List<Instant> wakes = new ArrayList<>();
        quartz(() -> scheduler.getTriggersOfJob(JobKey.jobKey(job)).stream()
                .filter(trigger -> trigger.getKey().getGroup().equals(PLANNED))
                .map(trigger -> trigger.getStartTime().toInstant())
                .sorted()
                .forEach(wakes::add));
        return wakes;
    }

    /** Tells the listener, on a thread of Quartz, to look for what was missed. */
    void wakeForMissed(String job) {
        wake(job, MISSED, LONG_AGO);
    }

    /** Wakes even when late: how late is too late is the listener's to judge, who knows the ledger. */
    private void wake(String job, String kind, Instant at) {
        Trigger once = TriggerBuilder.newTrigger()
                .withIdentity(job + "@" + at, kind)
                .forJob(job)
                .usingJobData(KIND, kind)
                .usingJobData(PLANNED, at.toString())
                .startAt(Date.from(at))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionIgnoreMisfires())
                .build();
        quartz(() -> {
            try {
                scheduler.scheduleJob(once);
            } catch (ObjectAlreadyExistsException alreadySet) {
                LOG.debug("{} is set already", once.getKey());
            }
        });
    }

    /** Ends the clock; waits for running jobs, but no longer than this. */
    void stop(Duration atMost) {
        Thread closing = new Thread(() -> quartz(() -> scheduler.shutdown(true)), "clock-stop");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(atMost.toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        if (closing.isAlive()) {
            LOG.warn("Còn việc đang chạy sau {} giây chờ; lần khởi động sau sẽ chạy lại", atMost.toSeconds());
        }
    }

    private interface QuartzCall {
        void run() throws SchedulerException;
    }

    private static void quartz(QuartzCall call) {
        try {
            call.run();
        } catch (SchedulerException broken) {
            throw new IllegalStateException("Quartz refused a call", broken);
        }
    }

    /** What Quartz runs; a second wake for the same job waits until the first is done. */
    @DisallowConcurrentExecution
    static final class WakeUp implements org.quartz.Job {
        private final Listener listener;

        WakeUp(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void execute(JobExecutionContext context) {
            String job = context.getJobDetail().getKey().getName();
            JobDataMap why = context.getTrigger().getJobDataMap();
            Instant nominal = context.getScheduledFireTime().toInstant();
            boolean takenOver = context.isRecovering();
            switch (why.getString(KIND)) {
                case CRON -> {
                    if (takenOver) {
                        listener.nominalTimeTakenOver(job, nominal);
                    } else {
                        listener.nominalTime(job, nominal);
                    }
                }
                case PLANNED -> listener.plannedTime(job, Instant.parse(why.getString(PLANNED)), takenOver);
                default -> listener.timesMissed(job, takenOver);
            }
        }
    }

    /** Quartz lets late cron times go; this asks for a look into the ledger in their place. */
    private final class MissedTimes extends TriggerListenerSupport {
        @Override
        public String getName() {
            return MISSED;
        }

        /** A shared clock tells it in the middle of a transaction of its own, which must not wait for another of ours. */
        @Override
        public void triggerMisfired(Trigger trigger) {
            String job = trigger.getJobKey().getName();
            if (shared) {
                new Thread(() -> wakeForMissed(job), "missed-" + job).start();
            } else {
                wakeForMissed(job);
            }
        }
    }
}
