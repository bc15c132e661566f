package vn.dondoc.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text as the product holds it: UTF-8 read strictly, no byte order mark, composed (NFC). */
public final class VietnameseText {
    private static final String HARD_BLANKS = "\\u00A0\\u2002\\u2003\\u2007\\u2009\\u202F";
    private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u200B-\\u200D\\u2060\\uFEFF]");
    private static final Pattern BLANKS = Pattern.compile("[\\s" + HARD_BLANKS + "]+");
    private static final String UNSEEN = "[\\s\\u00AD\\u200B-\\u200D\\u2060\\uFEFF" + HARD_BLANKS + "]";
    private static final Pattern OUTER_BLANKS = Pattern.compile("^" + UNSEEN + "+|" + UNSEEN + "+$");
    private static final Pattern UNTIDY =
            Pattern.compile("[\\t-\\r\\u00AD\\u200B-\\u200D\\u2060\\uFEFF" + HARD_BLANKS + "]|  ");

    private static final String TONE_MARKS = "\u0300\u0301\u0303\u0309\u0323";
    private static final int TONES = 5;
    private static final String MARKED = "àáảãạèéẻẽẹỳýỷỹỵ";
    private static final String PLAIN = "aey";
    private static final String MARKED_O = "òóỏõọ";
    private static final String MARKED_U = "ùúủũụ";
    private static final Pattern LATE_TONE = Pattern.compile("(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\\p{L})");

    private VietnameseText() {}

    /**
     * Decodes a whole file.
     *
     * @throws CharacterCodingException when the bytes are not UTF-8; {@link #firstBrokenByte} tells where
     */
    public static String decode(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return compose(text.startsWith("\ufeff") ? text.substring(1) : text);
    }

    /** The offset of the first byte that is not UTF-8; the length when all are. */
    public static int firstBrokenByte(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        var out = java.nio.CharBuffer.allocate(bytes.length + 1);
        StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(in, out, true);
        return in.position();
    }

    public static String compose(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** One line without control characters, so that a value can stand in a header, a subject or a message. */
    public static String oneLine(String text) {
        return compose(text)
                .replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+", " ")
                .strip();
    }

    /** Letters, digits, blanks and the marks that names of units and clauses have: nothing that could end a quotation. */
    public static boolean isPlainName(String text) {
        return text.matches("[\\p{L}\\p{M}\\p{N} ,.;:/()\\-–]*");
    }

    /** What a value in a sentence may hold: a plain name, and the marks of a reason. */
    public static boolean isPlainText(String text) {
        return text.matches("[\\p{L}\\p{M}\\p{N} ,.;:/()\\-–%“”]*");
    }

    /** A line without what word processors and phones put in unseen: hard blanks, blanks in a row, invisible marks. */
    public static String tidy(String text) {
        String composed = compose(text).strip();
        if (!UNTIDY.matcher(composed).find()) {
            return composed;
        }
        String seen = INVISIBLE.matcher(composed).replaceAll("");
        return BLANKS.matcher(seen).replaceAll(" ").strip();
    }

    /** Without the blanks around it, the hard ones and the invisible marks among them. */
    public static String withoutOuterBlanks(String text) {
        return OUTER_BLANKS.matcher(text).replaceAll("");
    }

    /**
     * The form in which two spellings of one word are compared: composed, lower case, single spaces, and the tone mark where
     * the Decision puts it ("hòa", "thủy"; "hoà", "thuỷ" are the same words).
     */
    public static String key(String text) {
        return withTonesInOnePlace(compose(text).strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT));
    }

    /**
     * The same with the tone of each word behind it: "hoàn" and "hòan", as some keyboards leave it, are the same word, and
     * "hoan" is another.
     */
    public static String withTonesBehind(String key) {
        StringBuilder moved = new StringBuilder();
        StringBuilder tones = new StringBuilder();
        for (char letter : (Normalizer.normalize(key, Normalizer.Form.NFD) + " ").toCharArray()) {
            if (TONE_MARKS.indexOf(letter) >= 0) {
                tones.append(letter);
                continue;
            }
            if (letter == ' ') {
                moved.append(tones);
                tones.setLength(0);
            }
            moved.append(letter);
        }
        return moved.toString();
    }

    /** In an open syllable the mark of oa, oe, uy may stand on either letter; after q the u is no vowel: "quý". */
    private static String withTonesInOnePlace(String text) {
        Matcher late = LATE_TONE.matcher(text);
        return !late.find()
                ? text
                : late.replaceAll(found -> {
                    int at = MARKED.indexOf(found.group().charAt(1));
                    String vowels = found.group().charAt(0) == 'o' ? MARKED_O : MARKED_U;
                    return "" + vowels.charAt(at % TONES) + PLAIN.charAt(at / TONES);
                });
    }
}
