package vn.dondoc.notices;

import java.time.Instant;
import java.time.LocalDate;
import vn.dondoc.findings.Finding;

/**
 * A unit's word on when it will hand in (hẹn nộp). Letters about the duty stop until the end of that day; if the duty is
 * still open then, the promise is broken.
 *
 * @param until the last day on which the promise can be kept
 * @param author who gave it, as they called themselves
 * @param channel how it came: "đường dẫn trong thư" or "dondoc ack"
 * @param at when it was given
 */
public record Promise(Finding.Key finding, LocalDate until, String author, String channel, Instant at) {

    public boolean holdsOn(LocalDate day) {
        return !day.isAfter(until);
    }
}
