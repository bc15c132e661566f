package vn.dondoc.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.reading.Problem;
import vn.dondoc.store.OutboxStore;
import vn.dondoc.store.Vitals;

/**
 * Serves {@code /health} and {@code /metrics} on an address of their own: whoever may read letters' links must not reach
 * these. Figures only; no name, no address, no word of a letter.
 */
public final class MonitoringServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MonitoringServer.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Vitals vitals;
    private final OutboxStore outbox;
    private final Function<Instant, LocalDate> expectedMorning;
    private final Clock clock;
    private final Javalin server;

    private MonitoringServer(
            Vitals vitals, OutboxStore outbox, Function<Instant, LocalDate> expectedMorning, Clock clock) {
        this.vitals = vitals;
        this.outbox = outbox;
        this.expectedMorning = expectedMorning;
        this.clock = clock;
        this.server = Javalin.create(this::configure);
    }

    /**
     * Begins to serve.
     *
     * @param port 0 for any that is free
     * @param expectedMorning the day that has to have been checked by a moment
     * @throws FaultyFileException when the port cannot be had
     */
    public static MonitoringServer start(
            String host,
            int port,
            Vitals vitals,
            OutboxStore outbox,
            Function<Instant, LocalDate> expectedMorning,
            Clock clock) {
        MonitoringServer monitoring = new MonitoringServer(vitals, outbox, expectedMorning, clock);
        try {
            monitoring.server.start(host, port);
            return monitoring;
        } catch (JavalinBindException taken) {
            monitoring.close();
            throw new FaultyFileException(List.of(new Problem(
                    "dondoc.yaml, khóa “monitoring.address”",
                    "không mở được cổng " + port + " ở " + host
                            + ": chương trình khác đang dùng, hoặc máy không có địa chỉ ấy",
                    "dừng chương trình kia, hoặc đổi monitoring.address")));
        }
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.routes.before(
                context -> context.header("Cache-Control", "no-store").header("X-Content-Type-Options", "nosniff"));
        config.routes.get("/health", this::health);
        config.routes.get(
                "/metrics",
                context ->
                        context.contentType(Metrics.CONTENT_TYPE).result(Metrics.of(vitals, outbox, clock.instant())));
        config.routes.exception(Exception.class, (failure, context) -> {
            LOG.error("a question of the monitoring failed", failure);
            context.status(HttpStatus.INTERNAL_SERVER_ERROR).result("");
        });
    }

    private void health(Context context) throws JsonProcessingException {
        Health health = health();
        context.status(health.ready() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .contentType("application/json; charset=utf-8")
                .result(JSON.writeValueAsString(health.answer()));
    }

    private Health health() {
        try {
            return Health.of(vitals, outbox, expectedMorning, clock.instant());
        } catch (RuntimeException unanswered) {
            LOG.error("the database does not answer", unanswered);
            return Health.withoutDatabase();
        }
    }
}
