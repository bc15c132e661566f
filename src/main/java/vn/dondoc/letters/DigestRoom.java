package vn.dondoc.letters;

import java.util.List;

/**
 * How much of each list a digest shows; what is left out is counted.
 *
 * @param nameLength characters of a duty or a unit
 * @param listLength characters of a list of units that stands in one paragraph
 */
record DigestRoom(
        int violations,
        int newlyLate,
        int units,
        int targets,
        int bars,
        int atRisk,
        int broken,
        int heatRows,
        int nameLength,
        int listLength) {
    static final DigestRoom LETTER = new DigestRoom(8, 6, 12, 8, 8, 6, 6, 12, 400, 900);

    /** For one printed page: each is tried after the one before has proved too much for it. */
    static final List<DigestRoom> PAGE = List.of(
            new DigestRoom(4, 4, 10, 5, 4, 4, 3, 8, 100, 300),
            new DigestRoom(4, 3, 8, 4, 4, 3, 2, 8, 90, 260),
            new DigestRoom(3, 3, 7, 4, 4, 3, 2, 6, 80, 220),
            new DigestRoom(3, 3, 6, 4, 3, 2, 2, 6, 70, 180),
            new DigestRoom(3, 2, 5, 3, 3, 2, 1, 5, 60, 140),
            new DigestRoom(1, 1, 3, 2, 2, 1, 1, 3, 40, 80));
}
