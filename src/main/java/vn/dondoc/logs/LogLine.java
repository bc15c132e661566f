package vn.dondoc.logs;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.dondoc.calendar.VietnamTime;

/** {@code 2018-03-20T07:30:00+07:00 INFO  Daemon morning-check: …}, and below it where a failure came from. */
final class LogLine extends LayoutBase<ILoggingEvent> {
    private static final int WIDTH_OF_LEVELS = 5;

    private final DateTimeFormatter moments =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT).withZone(VietnamTime.ZONE);
    private final ThrowableProxyConverter failures = new ThrowableProxyConverter();

    @Override
    public void start() {
        failures.start();
        super.start();
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        String level = event.getLevel().toString();
        String logger = event.getLoggerName();
        return moments.format(Instant.ofEpochMilli(event.getTimeStamp()))
                + " "
                + level
                + " ".repeat(WIDTH_OF_LEVELS - level.length())
                + " "
                + logger.substring(logger.lastIndexOf('.') + 1)
                + " "
                + event.getFormattedMessage()
                + System.lineSeparator()
                + failures.convert(event);
    }
}
