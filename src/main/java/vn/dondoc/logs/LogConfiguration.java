package vn.dondoc.logs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.Logger;

/**
 * Lines for people; for who collects logs a line of JSON each: {@code -Ddondoc.logs=json}. All goes to stderr, since stdout
 * carries the answer of a command. Said in Java, because reading it from XML takes a short-lived command longer than its
 * settings. A file of one's own, named by {@code -Dlogback.configurationFile}, goes before.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_NORMAL_PRIORITY)
public final class LogConfiguration extends ContextAwareBase implements Configurator {
    private static final String PROGRAM = "vn.dondoc";
    private static final Map<String, Level> LEVELS = Map.of(
            Logger.ROOT_LOGGER_NAME,
            Level.WARN,
            PROGRAM,
            Level.INFO,
            "org.drools",
            Level.ERROR,
            // what Flyway cannot do is thrown, and told with what to do
            "org.flywaydb",
            Level.OFF,
            // the printed page names every font that it embeds: what PDFBox finds on the machine does not matter
            "org.apache.pdfbox",
            Level.ERROR);

    private static volatile boolean onlyTroubles;

    /**
     * For a command that answers and ends: its answer says what went well. To be called before anything is logged; what
     * serves for days leaves a trace of what it did.
     */
    public static void leaveOutWhatGoesWell() {
        onlyTroubles = true;
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (System.getProperty("logback.configurationFile") != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        LEVELS.forEach((logger, level) -> context.getLogger(logger).setLevel(level));
        if (onlyTroubles) {
            context.getLogger(PROGRAM).setLevel(Level.WARN);
        }
        ConsoleAppender<ILoggingEvent> stderr = new ConsoleAppender<>();
        stderr.setContext(context);
        stderr.setName("STDERR");
        stderr.setTarget("System.err");
        stderr.setEncoder("json".equals(System.getProperty("dondoc.logs")) ? json(context) : text(context));
        stderr.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(stderr);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static Encoder<ILoggingEvent> text(LoggerContext context) {
        LogLine line = new LogLine();
        line.setContext(context);
        line.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(line);
        encoder.start();
        return encoder;
    }

    private static Encoder<ILoggingEvent> json(LoggerContext context) {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithFormattedMessage(true);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithContext(false);
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.start();
        return encoder;
    }
}
