package vn.dondoc.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Says in Vietnamese what keeps a file from being read as YAML: the line on which to look, what is wrong, what to write. */
final class YamlMistake {
    private static final String MISTAKE = "sai cú pháp YAML";
    private static final String HINT = "kiểm tra dấu hai chấm, thụt lề bằng dấu cách và dấu ngoặc kép";
    private static final String QUOTE_IT = "đặt giá trị trong ngoặc kép";
    private static final int LONGEST_QUOTE = 60;

    /** What stands in the reader's English → what it means, what to write. The first that fits counts. */
    private static final Map<String, Meaning> MEANINGS = new LinkedHashMap<>();

    static {
        MEANINGS.put("'\\t(TAB)'", Meaning.here("dòng thụt vào bằng phím Tab", "thay bằng dấu cách"));
        MEANINGS.put(
                "quoted scalar found unexpected end",
                Meaning.atStart("dấu ngoặc kép mở mà không đóng", "thêm dấu ngoặc kép ở cuối giá trị"));
        MEANINGS.put(
                "could not find expected ':'",
                Meaning.atStart("thiếu dấu hai chấm sau khóa", "ghi khóa, dấu hai chấm, dấu cách, giá trị"));
        MEANINGS.put("expected ',' or ']'", Meaning.atStart("dấu [ mở mà không đóng", "thêm ] ở cuối danh sách"));
        MEANINGS.put("expected ',' or '}'", Meaning.atStart("dấu { mở mà không đóng", "bỏ {, hoặc " + QUOTE_IT));
        MEANINGS.put(
                "'<block mapping start>'",
                Meaning.here("dòng thụt vào không thẳng với các dòng cùng cấp", "cho thẳng hàng bằng dấu cách"));
        MEANINGS.put(
                "expected <block end>, but found '<scalar>'",
                Meaning.here("thừa chữ sau dấu ngoặc kép", "kiểm tra dấu ngoặc kép của dòng này và dòng trên"));
        MEANINGS.put("found ']'", Meaning.here("thừa dấu ]", "bỏ bớt, hoặc " + QUOTE_IT));
        MEANINGS.put("found '}'", Meaning.here("thừa dấu }", "bỏ bớt, hoặc " + QUOTE_IT));
        MEANINGS.put(
                "expected <block end>",
                Meaning.here(
                        "dòng “- …” và dòng “khóa: giá trị” đứng lẫn ở cùng một cấp",
                        "cho dòng thụt vào dưới khóa của nó"));
        MEANINGS.put(
                "mapping values are not allowed",
                Meaning.here(
                        "dấu hai chấm ở chỗ không dùng được",
                        "giá trị có dấu hai chấm thì đặt trong ngoặc kép; nếu không thì xem thụt lề, và sau dấu hai chấm của dòng"
                                + " trên có dấu cách không"));
        MEANINGS.put(
                "sequence entries are not allowed", Meaning.here("dấu - không ở đầu dòng", "xuống dòng rồi ghi “- …”"));
        MEANINGS.put("cannot start any token", Meaning.here("giá trị bắt đầu bằng một dấu riêng của YAML", QUOTE_IT));
        MEANINGS.put(
                "expected the node content", Meaning.here("giá trị bắt đầu bằng một dấu riêng của YAML", QUOTE_IT));
        MEANINGS.put(
                "escape character", Meaning.here("dấu \\ trong ngoặc kép", "viết \\\\, hoặc dùng dấu ngoặc đơn '…'"));
        MEANINGS.put("another document", Meaning.here("dòng --- chia tệp làm hai", "bỏ dòng ---"));
        for (String sign : List.of("tag", "anchor", "alias", "block scalar", "directive", "YAML document")) {
            MEANINGS.put(sign, Meaning.here("có một trong các dấu & * ! | > % đứng đầu giá trị hoặc dòng", QUOTE_IT));
        }
    }

    private YamlMistake() {}

    /**
     * What a part of the reader's words means.
     *
     * @param isWhereItBegan whether to look where the thing began which the reader could not end
     */
    private record Meaning(String reason, String hint, boolean isWhereItBegan) {
        static Meaning here(String reason, String hint) {
            return new Meaning(reason, hint, false);
        }

        static Meaning atStart(String reason, String hint) {
            return new Meaning(reason, hint, true);
        }
    }

    static Problem of(String name, String text, MarkedYAMLException malformed) {
        String english = malformed.getContext() + " " + malformed.getProblem();
        Meaning meaning = MEANINGS.entrySet().stream()
                .filter(known -> english.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Meaning.here("", HINT));
        Mark mark = meaning.isWhereItBegan() && malformed.getContextMark() != null
                ? malformed.getContextMark()
                : malformed.getProblemMark();
        int line = mark == null ? 1 : mark.getLine() + 1;
        String reason = meaning.reason().isEmpty() ? "" : ": " + meaning.reason();
        return new Problem(name + ", dòng " + line, MISTAKE + reason + quoted(text, line), meaning.hint());
    }

    /** A file that is none, or one too large or too deep to be read. */
    static Problem of(String name, String text, RuntimeException unreadable) {
        if (unreadable instanceof ReaderException sign) {
            int before = Math.min(sign.getPosition(), text.length());
            long line = text.substring(0, before).lines().count();
            return new Problem(
                    name + ", dòng " + Math.max(1, line),
                    "có ký tự điều khiển (mã " + String.format("%04X", sign.getCodePoint()) + ")",
                    "xóa ký tự ấy");
        }
        return new Problem(
                name, "quá lớn hoặc quá nhiều cấp thụt vào nên không đọc được YAML", "chép lại tệp của bản cài đặt");
    }

    private static String quoted(String text, int line) {
        String written = text.lines().skip(line - 1L).findFirst().orElse("").strip();
        if (written.isEmpty()) {
            return "";
        }
        boolean isLong = written.codePointCount(0, written.length()) > LONGEST_QUOTE;
        return ", ở “" + (isLong ? written.substring(0, written.offsetByCodePoints(0, LONGEST_QUOTE)) + "…" : written)
                + "”";
    }
}
