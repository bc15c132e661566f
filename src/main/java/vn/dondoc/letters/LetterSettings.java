package vn.dondoc.letters;

import java.time.LocalDate;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * What the letters say of their sender.
 *
 * @param officeName who follows the plan up and receives the reports ("Sở Nội vụ")
 * @param place where the date line is dated from ("Quảng Ngãi")
 * @param replyTo the address that answers go to
 * @param senderAddress the address that letters come from; organises the calendars of due dates
 * @param promiseLink address of the page on which a date can be promised, by key and day of the letter; empty for none
 */
public record LetterSettings(
        String officeName,
        String place,
        String replyTo,
        String senderAddress,
        BiFunction<String, LocalDate, String> promiseLink) {

    public LetterSettings(String officeName, String place, String replyTo) {
        this(officeName, place, replyTo, replyTo, (letterKey, day) -> "");
    }

    public LetterSettings {
        Objects.requireNonNull(officeName, "officeName is null");
        Objects.requireNonNull(place, "place is null");
        Objects.requireNonNull(replyTo, "replyTo is null");
    }
}
