package vn.dondoc.flow;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What somebody wrote into an answer, without what stood in the letter before and without the signature. */
final class WrittenText {
    private static final int MOST_LINES = 400;
    private static final int LONGEST_LINE = 2_000;

    /** From such a line on it is somebody else's text, or a signature. */
    private static final Pattern END = Pattern.compile("-- ?"
            + "|-{2,}\\s*(original message|thu goc|tin nhan goc|forwarded message|thu chuyen tiep).*"
            + "|_{10,}.*"
            + "|(on|vao|luc|ngay) .{4,250}(wrote|da viet|viet):"
            + "|.{0,120}@.{0,120} (wrote|da viet):"
            + "|(sent from|gui tu|da gui tu|duoc gui tu) .{0,80}"
            + "|(tran trong|kinh thu|than men|best regards|kind regards|regards)( cam on| kinh chao)?[.,!]*");

    private static final Pattern HEADER_FROM = Pattern.compile("\\*?(from|tu|nguoi gui)\\*? ?:\\*? ?.{1,250}");
    private static final Pattern HEADER_OTHER =
            Pattern.compile("\\*?(sent|date|da gui|ngay|ngay gui|to|den|subject|chu de|tieu de)\\*? ?:.*");
    private static final int LOOK_AHEAD = 4;

    private WrittenText() {}

    /** In lower case, without marks and with single blanks, as it is compared. */
    static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\u00A0]+", " ")
                .strip();
    }

    /** The lines that were written now, bare; a line that goes on in the next one is joined to it. */
    static String of(String text) {
        List<String> lines = text.lines()
                .limit(MOST_LINES)
                .map(line -> bare(line.substring(0, Math.min(line.length(), LONGEST_LINE))))
                .toList();
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < lines.size() && !ends(lines, i); i++) {
            String line = lines.get(i);
            if (!line.startsWith(">")) {
                written.append(line).append(line.isEmpty() ? '\n' : ' ');
            }
        }
        return written.toString();
    }

    private static boolean ends(List<String> lines, int at) {
        String line = lines.get(at);
        String next = at + 1 < lines.size() ? lines.get(at + 1) : "";
        return END.matcher(line).matches()
                // the line that says who wrote what is often broken
                || (line.matches("(on|vao|luc|ngay) .*")
                        && END.matcher(line + " " + next).matches())
                || (HEADER_FROM.matcher(line).matches()
                        && lines.subList(at + 1, Math.min(lines.size(), at + 1 + LOOK_AHEAD)).stream()
                                .anyMatch(other -> HEADER_OTHER.matcher(other).matches()));
    }
}
