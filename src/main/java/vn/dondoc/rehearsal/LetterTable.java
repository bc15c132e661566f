package vn.dondoc.rehearsal;

import java.util.List;
import java.util.stream.Collectors;

/** {@code letters.csv}: UTF-8 without a byte order mark, lines end in \n, quoted as RFC 4180 says. */
final class LetterTable {
    private static final String HEADING = "day,time,kind,to,agency,subject,items,messageId,reason\n";

    private LetterTable() {}

    static String of(List<SimulatedLetter> letters) {
        return letters.stream().map(letter -> row(letter) + "\n").collect(Collectors.joining("", HEADING, ""));
    }

    private static String row(SimulatedLetter letter) {
        return List.of(
                        letter.day().toString(),
                        letter.time(),
                        letter.kind().code(),
                        letter.to(),
                        noFormula(letter.agency()),
                        noFormula(letter.subject()),
                        String.valueOf(letter.items()),
                        letter.messageId(),
                        letter.reason())
                .stream()
                .map(LetterTable::quoted)
                .collect(Collectors.joining(","));
    }

    /** Titles and words of others stand in these cells: a spreadsheet must not take one for a formula. */
    private static String noFormula(String text) {
        return text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[\",\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
