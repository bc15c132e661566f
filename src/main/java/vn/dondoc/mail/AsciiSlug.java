package vn.dondoc.mail;

import java.text.Normalizer;
import java.util.Locale;

/** A word for file names and headers: lower-case ASCII letters, digits and hyphens, whatever comes in. */
final class AsciiSlug {
    private static final int MAX_LENGTH = 60;

    private AsciiSlug() {}

    static String of(String text) {
        String bare = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String cut = bare.substring(0, Math.min(bare.length(), MAX_LENGTH));
        return cut.isEmpty() ? "khac" : cut;
    }
}
