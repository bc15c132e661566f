package vn.dondoc.intake;

import vn.dondoc.reading.VietnameseText;

/** A sender's own words inside a message: on one line, in curly quotes, never so long that the message drowns. */
final class Quote {
    private static final int LONGEST = 80;

    private Quote() {}

    static String of(String written) {
        return "“" + shortened(written) + "”";
    }

    static String shortened(String written) {
        // Cut before composing: a sender may put a megabyte into a cell.
        String start = written.length() <= 4 * LONGEST ? written : written.substring(0, 4 * LONGEST);
        String line = VietnameseText.oneLine(start);
        int letters = line.codePointCount(0, line.length());
        return letters <= LONGEST ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
