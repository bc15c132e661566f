package vn.dondoc.letters;

import java.util.Objects;

/**
 * What the letters say of their sender.
 *
 * @param officeName who follows the plan up and receives the reports ("Sở Nội vụ")
 * @param place where the date line is dated from ("Quảng Ngãi")
 * @param replyTo the address that answers go to
 */
public record LetterSettings(String officeName, String place, String replyTo) {

    public LetterSettings {
        Objects.requireNonNull(officeName, "officeName is null");
        Objects.requireNonNull(place, "place is null");
        Objects.requireNonNull(replyTo, "replyTo is null");
    }
}
