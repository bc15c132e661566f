package vn.dondoc.letters;

import java.nio.file.Path;
import java.util.Locale;

/** The languages that letters can be written in. */
public enum Language {
    VI,
    EN;

    /**
     * The language that {@code locale} of {@code dondoc.yaml} names.
     *
     * @throws IllegalArgumentException for any other word than the code of a language
     */
    public static Language of(String locale) {
        return valueOf(locale.toUpperCase(Locale.ROOT));
    }

    /** "vi", "en". */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where the templates of this language lie: Vietnamese ones in the folder itself, others in one below. */
    Path templatesIn(Path mail) {
        return this == VI ? mail : mail.resolve(code());
    }
}
