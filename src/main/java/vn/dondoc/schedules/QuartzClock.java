package vn.dondoc.schedules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.TimeZone;
import java.util.UUID;
import org.quartz.CronScheduleBuilder;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.listeners.TriggerListenerSupport;
import org.quartz.spi.OperableTrigger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Quartz in memory: wakes its listener at cron times and at single moments, never twice at once for one job. */
final class QuartzClock {
    private static final Logger LOG = LoggerFactory.getLogger(QuartzClock.class);
    private static final String PLANNED = "planned";
    private static final String MISSED = "missed";
    private static final String WORKERS = "4";

    /** Who is woken, on a thread of Quartz. */
    interface Listener {
        /** A cron time has come. */
        void nominalTime(String job, Instant nominal);

        /** The moment asked for by {@link #wakeAt} has come. */
        void plannedTime(String job, Instant planned);

        /** Cron times passed while the machine slept or the job was still running. */
        void timesMissed(String job);
    }

    private final Scheduler scheduler;

    QuartzClock(Listener listener, Duration lateAfter) {
        try {
            scheduler = new StdSchedulerFactory(properties(lateAfter)).getScheduler();
            scheduler.setJobFactory((bundle, ignored) -> new WakeUp(listener));
            scheduler.getListenerManager().addTriggerListener(new MissedTimes());
        } catch (SchedulerException broken) {
            throw new IllegalStateException("Quartz cannot be set up", broken);
        }
    }

    private static Properties properties(Duration lateAfter) {
        Properties properties = new Properties();
        properties.setProperty("org.quartz.scheduler.instanceName", "dondoc-" + UUID.randomUUID());
        properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        properties.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        properties.setProperty("org.quartz.scheduler.threadName", "clock");
        properties.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        properties.setProperty("org.quartz.jobStore.misfireThreshold", String.valueOf(lateAfter.toMillis()));
        properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        properties.setProperty("org.quartz.threadPool.threadNamePrefix", "job");
        properties.setProperty("org.quartz.threadPool.threadCount", WORKERS);
        return properties;
    }

    void start() {
        quartz(scheduler::start);
    }

    void add(Schedule schedule) {
        JobDetail detail = JobBuilder.newJob(WakeUp.class)
                .withIdentity(schedule.job())
                .storeDurably()
                .build();
        Trigger trigger = TriggerBuilder.newTrigger()
                .withIdentity(schedule.job(), "cron")
                .forJob(detail)
                .withSchedule(CronScheduleBuilder.cronSchedule(schedule.cron())
                        .inTimeZone(TimeZone.getTimeZone(schedule.zone()))
                        .withMisfireHandlingInstructionDoNothing())
                .build();
        quartz(() -> scheduler.addJob(detail, true));
        if (((OperableTrigger) trigger).computeFirstFireTime(null) == null) {
            LOG.warn("Lịch {} ({}) không còn giờ chạy nào", schedule.job(), schedule.cron());
            return;
        }
        quartz(() -> scheduler.scheduleJob(trigger));
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
        wake(job, MISSED, Instant.EPOCH);
    }

    /** Wakes even when late: how late is too late is the listener's to judge, who knows the ledger. */
    private void wake(String job, String kind, Instant at) {
        Trigger once = TriggerBuilder.newTrigger()
                .withIdentity(job + "@" + at, kind)
                .forJob(job)
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
            TriggerKey trigger = context.getTrigger().getKey();
            switch (trigger.getGroup()) {
                case PLANNED ->
                    listener.plannedTime(
                            job,
                            Instant.parse(context.getTrigger().getJobDataMap().getString(PLANNED)));
                case MISSED -> listener.timesMissed(job);
                default ->
                    listener.nominalTime(job, context.getScheduledFireTime().toInstant());
            }
        }
    }

    /** Quartz lets late cron times go; this asks for a look into the ledger in their place. */
    private final class MissedTimes extends TriggerListenerSupport {
        @Override
        public String getName() {
            return MISSED;
        }

        @Override
        public void triggerMisfired(Trigger trigger) {
            wakeForMissed(trigger.getJobKey().getName());
        }
    }
}
