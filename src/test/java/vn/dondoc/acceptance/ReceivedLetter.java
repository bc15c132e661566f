package vn.dondoc.acceptance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.dondoc.calendar.VietnamTime;

/**
 * A letter as the mail server has it.
 *
 * @param mailbox in which it lies: the recipient's, or that of a copy
 * @param text the plain text, blanks and line ends drawn together
 */
record ReceivedLetter(
        String mailbox,
        String kind,
        String to,
        List<String> cc,
        Instant sentAt,
        String subject,
        String messageId,
        String text) {

    LocalDate day() {
        return VietnamTime.dayOf(sentAt);
    }

    boolean isFor(String unit) {
        return to.equals(Province.addressOf(unit));
    }

    boolean names(String task) {
        return text.contains(task);
    }

    @Override
    public String toString() {
        return day() + " " + kind + " to " + to + ": " + subject;
    }
}
