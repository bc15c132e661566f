package vn.dondoc.notices;

import java.util.Set;

/**
 * The units that a check looks at.
 *
 * @param everything whether it is all of them
 * @param agencies ids of the units; empty when it is all of them
 */
public record Judged(boolean everything, Set<String> agencies) {
    public static final Judged EVERYTHING = new Judged(true, Set.of());

    public Judged {
        agencies = Set.copyOf(agencies);
    }

    public static Judged only(Set<String> agencies) {
        return new Judged(false, agencies);
    }
}
