package vn.dondoc.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;

/** The zone in which every day of the product is counted. */
public final class VietnamTime {
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final long SECONDS_OF_A_DAY = 86_400;

    private static final DateTimeFormatter WORDS =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/uuuu").withZone(ZONE);

    /** The clocks were changed for the last time long ago: since then a day is a division, not a search. */
    private static final ZoneOffsetTransition LAST_CHANGE = ZONE.getRules()
            .getTransitions()
            .get(ZONE.getRules().getTransitions().size() - 1);

    private static final boolean CHANGES_NO_MORE =
            ZONE.getRules().getTransitionRules().isEmpty();

    private VietnamTime() {}

    /** "07:00 ngày 18/12/2017". */
    public static String inWords(Instant instant) {
        return WORDS.format(instant);
    }

    public static LocalDate dayOf(Instant instant) {
        long second = instant.getEpochSecond();
        return CHANGES_NO_MORE && second >= LAST_CHANGE.toEpochSecond()
                ? LocalDate.ofEpochDay(
                        Math.floorDiv(second + LAST_CHANGE.getOffsetAfter().getTotalSeconds(), SECONDS_OF_A_DAY))
                : LocalDate.ofInstant(instant, ZONE);
    }

    public static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }
}
