package vn.dondoc.notices;

import java.util.List;

/**
 * Whom a letter is for.
 *
 * @param title as the letter addresses it ("Giám đốc Sở Nội vụ")
 * @param address mail address; empty when none is known
 * @param copies addresses that get a copy
 */
public record Recipient(String title, String address, List<String> copies) {

    public Recipient {
        copies = List.copyOf(copies);
    }
}
