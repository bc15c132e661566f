package vn.dondoc.mail;

import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.VietnameseText;

/** A letter could not be handed over. */
public final class MailException extends Exception {
    private final Failure failure;
    private final String reason;

    /** Whose failure it is, and so whether trying again can help. */
    private enum Failure {
        LETTER_REFUSED,
        LETTER_DELAYED,
        LINE_BROKEN,
        SERVER_UNREACHABLE,
        LOGIN_REFUSED
    }

    private MailException(Failure failure, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.failure = failure;
        this.reason = VietnameseText.oneLine(message);
    }

    /** The same letter would be refused again. */
    public static MailException permanent(String message, @Nullable Throwable cause) {
        return new MailException(Failure.LETTER_REFUSED, message, cause);
    }

    /** This letter may go through later. */
    public static MailException passing(String message, @Nullable Throwable cause) {
        return new MailException(Failure.LETTER_DELAYED, message, cause);
    }

    /** The line broke while the letter was on it: most likely the server's failure, but nobody can tell. */
    public static MailException broken(String message, @Nullable Throwable cause) {
        return new MailException(Failure.LINE_BROKEN, message, cause);
    }

    /** Nothing is wrong with the letter: the server cannot be reached, or lets nobody in. */
    public static MailException unreachable(String message, @Nullable Throwable cause) {
        return new MailException(Failure.SERVER_UNREACHABLE, message, cause);
    }

    /** The same, and trying again at once does harm: servers lock an account after some wrong passwords. */
    public static MailException loginRefused(String message, @Nullable Throwable cause) {
        return new MailException(Failure.LOGIN_REFUSED, message, cause);
    }

    /** What happened, in one line of Vietnamese for officers. */
    public String reason() {
        return reason;
    }

    public boolean permanent() {
        return failure == Failure.LETTER_REFUSED;
    }

    /** Whether other letters would fare the same now. */
    public boolean serverUnreachable() {
        return failure == Failure.LINE_BROKEN || serverAlone();
    }

    /** Whether the server failed before it knew of the letter, so that nothing is to be held against that. */
    public boolean serverAlone() {
        return failure == Failure.SERVER_UNREACHABLE || loginRefused();
    }

    public boolean loginRefused() {
        return failure == Failure.LOGIN_REFUSED;
    }
}
