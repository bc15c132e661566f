package vn.dondoc.enclosures;

import java.nio.charset.StandardCharsets;

/** Content lines of at most 75 octets of UTF-8, folded between letters (RFC 5545, 3.1). */
final class FoldedLines {
    private static final int OCTETS = 75;

    private FoldedLines() {}

    static String fold(String lines) {
        StringBuilder folded = new StringBuilder();
        lines.lines().forEach(line -> append(line, folded));
        return folded.toString();
    }

    private static void append(String line, StringBuilder folded) {
        int octets = 0;
        for (int at = 0; at < line.length(); at = line.offsetByCodePoints(at, 1)) {
            String letter = Character.toString(line.codePointAt(at));
            int more = letter.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > OCTETS) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(letter);
            octets += more;
        }
        folded.append("\r\n");
    }
}
