package vn.dondoc.calendar;

import java.time.Instant;
import java.time.LocalTime;

/**
 * The hours of a working day in which letters go out.
 *
 * @param from the first moment
 * @param to the first moment that is too late
 */
public record OfficeHours(LocalTime from, LocalTime to) {
    public static final OfficeHours DEFAULT = new OfficeHours(LocalTime.of(7, 0), LocalTime.of(17, 0));

    public OfficeHours {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("office hours must begin before they end: " + from + "–" + to);
        }
    }

    /** Whether it is within these hours in Vietnam, whatever the day. */
    public boolean contains(Instant moment) {
        LocalTime time = moment.atZone(VietnamTime.ZONE).toLocalTime();
        return !time.isBefore(from) && time.isBefore(to);
    }
}
