package vn.dondoc.letters;

import java.util.Locale;

/** The kinds of letter that have a pair of templates. */
enum LetterForm {
    REMINDER,
    ESCALATION,
    ALERT,
    WITHDRAWAL,
    FAULTY_RULES,
    TROUBLE,
    RETURNED,
    ANSWER,
    DIGEST;

    String textTemplate() {
        return fileName() + ".txt" + TemplateFolder.SUFFIX;
    }

    String htmlTemplate() {
        return fileName() + ".html" + TemplateFolder.SUFFIX;
    }

    private String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
