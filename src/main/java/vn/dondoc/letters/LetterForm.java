package vn.dondoc.letters;

import java.util.Locale;

/** The kinds of letter that have a pair of templates. */
enum LetterForm {
    REMINDER,
    ESCALATION,
    ALERT,
    WITHDRAWAL,
    DIGEST;

    String textTemplate() {
        return name().toLowerCase(Locale.ROOT) + ".txt" + TemplateFolder.SUFFIX;
    }

    String htmlTemplate() {
        return name().toLowerCase(Locale.ROOT) + ".html" + TemplateFolder.SUFFIX;
    }
}
