package vn.dondoc.schedules;

import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/** The nominal times of a cron line in its zone, before any day of rest is looked at. */
final class Cron {
    private final CronExpression expression;

    private Cron(CronExpression expression) {
        this.expression = expression;
    }

    static Cron of(Schedule schedule) {
        try {
            return of(schedule.cron(), schedule.zone());
        } catch (ParseException faulty) {
            throw new IllegalArgumentException("cron of " + schedule.job() + " was never checked", faulty);
        }
    }

    static Cron of(String line, ZoneId zone) throws ParseException {
        CronExpression expression = new CronExpression(line);
        expression.setTimeZone(TimeZone.getTimeZone(zone));
        return new Cron(expression);
    }

    /** The nominal times from one moment to another, both included. */
    List<Instant> between(Instant from, Instant to) {
        List<Instant> times = new ArrayList<>();
        Optional<Instant> next = after(from.minusMillis(1));
        while (next.isPresent() && !next.get().isAfter(to)) {
            times.add(next.get());
            next = after(next.get());
        }
        return times;
    }

    Optional<Instant> after(Instant moment) {
        return Optional.ofNullable(expression.getNextValidTimeAfter(Date.from(moment)))
                .map(Date::toInstant);
    }
}
