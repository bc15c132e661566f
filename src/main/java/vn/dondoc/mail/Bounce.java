package vn.dondoc.mail;

import java.util.List;
import java.util.Set;

/**
 * News that a letter did not arrive.
 *
 * @param failed addresses that it names; of a message that is no formal one, every address that stands in it
 * @param letters Message-IDs of what came back
 */
public record Bounce(List<Failed> failed, Set<String> letters) {

    public Bounce {
        failed = List.copyOf(failed);
        letters = Set.copyOf(letters);
    }

    /**
     * An address.
     *
     * @param reason the server's words, on one line
     * @param forGood false while the server still tries
     */
    public record Failed(String address, String reason, boolean forGood) {}
}
