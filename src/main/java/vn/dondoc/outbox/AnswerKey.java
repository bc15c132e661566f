package vn.dondoc.outbox;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The key of a letter that answers a mail: made of that mail, so that it is answered once, and the answer names the
 * Message-ID that it answers.
 */
public final class AnswerKey {
    private static final String KIND = "|answer|";
    private static final Pattern ID = Pattern.compile("<[!-;=?-~]{3,250}>");

    private AnswerKey() {}

    /**
     * @param mail hash of the mail
     * @param messageId of the mail; one that is malformed is left out
     */
    public static String of(String address, String mail, String messageId) {
        return address + KIND + mail + "|" + (ID.matcher(messageId).matches() ? messageId : "");
    }

    /** The Message-ID that a letter answers, empty where it had none; nothing for a letter that answers none. */
    public static Optional<String> answered(String letterKey) {
        int kind = letterKey.indexOf(KIND);
        return kind < 0
                ? Optional.empty()
                : Optional.of(letterKey.substring(letterKey.indexOf('|', kind + KIND.length()) + 1));
    }
}
