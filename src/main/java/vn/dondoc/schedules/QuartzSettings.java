package vn.dondoc.schedules;

import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import vn.dondoc.store.DatabaseAddress.PostgresServer;

/**
 * How Quartz is set up: in memory where one program has the database to itself, else with its tables on the server, so that
 * of several nodes one runs each job, and the others take over what a node was running when it died.
 */
final class QuartzSettings {
    private static final String WORKERS = "4";
    /** The workers, the one that looks for what is due, those that look for the dead and for the late. */
    private static final String CONNECTIONS = "7";
    /** Every node says so often that it lives; one that was silent for this and 7.5 seconds more is taken for dead. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(4);

    /**
     * Quartz looks for what is late only so often as it takes to be late. A job that a dead node's run kept from its next
     * times would stand still for a minute.
     */
    private static final Duration LATE_AMONG_OTHERS = Duration.ofSeconds(8);

    private QuartzSettings() {}

    static Properties of(Duration lateAfter, Optional<PostgresServer> server) {
        Properties properties = new Properties();
        properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        properties.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        properties.setProperty("org.quartz.scheduler.threadName", "clock");
        properties.setProperty("org.quartz.jobStore.misfireThreshold", String.valueOf(lateAfter.toMillis()));
        properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        properties.setProperty("org.quartz.threadPool.threadNamePrefix", "job");
        properties.setProperty("org.quartz.threadPool.threadCount", WORKERS);
        server.ifPresentOrElse(shared -> onServer(shared, lateAfter, properties), () -> inMemory(properties));
        return properties;
    }

    private static void inMemory(Properties properties) {
        properties.setProperty("org.quartz.scheduler.instanceName", "dondoc-" + UUID.randomUUID());
        properties.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
    }

    /** Nodes of one name share the clock; each has an id of its own in every life, so that its last life can be told dead. */
    private static void onServer(PostgresServer server, Duration lateAfter, Properties properties) {
        String node = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
        String connections = "clock-" + node;
        properties.setProperty("org.quartz.scheduler.instanceName", "dondoc");
        properties.setProperty("org.quartz.scheduler.instanceId", node);
        properties.setProperty("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
        properties.setProperty(
                "org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
        properties.setProperty("org.quartz.jobStore.tablePrefix", "qrtz_");
        properties.setProperty("org.quartz.jobStore.useProperties", "true");
        properties.setProperty("org.quartz.jobStore.isClustered", "true");
        properties.setProperty("org.quartz.jobStore.clusterCheckinInterval", String.valueOf(SIGN_OF_LIFE.toMillis()));
        properties.setProperty(
                "org.quartz.jobStore.misfireThreshold",
                String.valueOf(Math.min(lateAfter.toMillis(), LATE_AMONG_OTHERS.toMillis())));
        properties.setProperty("org.quartz.jobStore.dataSource", connections);
        String source = "org.quartz.dataSource." + connections + ".";
        properties.setProperty(source + "provider", "hikaricp");
        properties.setProperty(source + "driver", "org.postgresql.Driver");
        properties.setProperty(source + "URL", server.url());
        properties.setProperty(source + "user", server.user());
        properties.setProperty(source + "password", server.password());
        properties.setProperty(source + "maxConnections", CONNECTIONS);
    }
}
