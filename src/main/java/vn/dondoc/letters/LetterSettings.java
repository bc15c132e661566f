package vn.dondoc.letters;

import java.time.LocalDate;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * What the letters say of their sender.
 *
 * @param office who follows the plan up and receives the reports
 * @param replyTo the address that answers go to
 * @param senderAddress the address that letters come from; organises the calendars of due dates
 * @param promiseLink address of the page on which a date can be promised, by key and day of the letter; empty for none
 * @param answersAreRead whether the program itself reads what is answered
 */
public record LetterSettings(
        Office office,
        String replyTo,
        String senderAddress,
        BiFunction<String, LocalDate, String> promiseLink,
        boolean answersAreRead) {

    /** Those of an office where people read the answers. */
    public LetterSettings(
            Office office, String replyTo, String senderAddress, BiFunction<String, LocalDate, String> promiseLink) {
        this(office, replyTo, senderAddress, promiseLink, false);
    }

    /**
     * The office as letters name it.
     *
     * @param name "Sở Nội vụ"
     * @param place where the date line is dated from ("Quảng Ngãi")
     * @param above whom it is under, at the head of official letters
     * @param symbol what the numbers of its documents end in
     */
    public record Office(String name, String place, String above, String symbol) {
        public Office {
            Objects.requireNonNull(name, "name is null");
            Objects.requireNonNull(place, "place is null");
        }
    }

    public LetterSettings {
        Objects.requireNonNull(office, "office is null");
        Objects.requireNonNull(replyTo, "replyTo is null");
    }
}
