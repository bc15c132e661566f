package vn.dondoc.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** Reads a mail server's refusal: whose fault it is, and whether trying again can help. */
final class SmtpFailure {
    private static final int CLOSING = 421;
    /** To RCPT the same as 452: RFC 5321, 4.5.3.1.10. */
    private static final int MAILBOX_FULL = 552;

    private SmtpFailure() {}

    /** Nothing is known of the letter yet, so it is never to blame: not for a wrong password, not for a bad certificate. */
    static MailException onConnecting(String place, MessagingException failure) {
        // a line that breaks there, or a server that cannot look passwords up now, says nothing about the password
        if (failure instanceof AuthenticationFailedException && reply(failure).startsWith("5")) {
            return MailException.loginRefused(
                    "máy chủ thư " + place + " không nhận tên đăng nhập, mật khẩu: " + reason(failure), failure);
        }
        return MailException.unreachable("không kết nối được máy chủ thư " + place + ": " + reason(failure), failure);
    }

    /**
     * The copies that the server refused, each with its reply.
     *
     * @throws MailException when the recipient or the whole letter was refused
     */
    static Map<InternetAddress, String> refusedCopies(SendFailedException refusal, InternetAddress to)
            throws MailException {
        Map<InternetAddress, String> copies = new LinkedHashMap<>();
        for (Exception next = refusal; next instanceof MessagingException; next = following(next)) {
            if (next instanceof SMTPAddressFailedException address) {
                if (address.getAddress().equals(to) || isGone(address.getReturnCode())) {
                    throw onRecipient(address);
                }
                copies.put(address.getAddress(), reply(address));
            }
        }
        if (copies.isEmpty()) {
            throw onSending(refusal);
        }
        return copies;
    }

    /** The line broke, or the server says (421) that it closes it: that is no refusal of anybody. */
    private static boolean isGone(int code) {
        return code < 0 || code == CLOSING;
    }

    private static Exception following(Exception failure) {
        return ((MessagingException) failure).getNextException();
    }

    private static MailException onRecipient(SMTPAddressFailedException refusal) {
        int code = refusal.getReturnCode();
        String what = "máy chủ thư không nhận địa chỉ " + refusal.getAddress().getAddress() + ": " + reply(refusal);
        if (code < 0) {
            return MailException.broken(what, refusal);
        }
        return isPermanent(code, refusal) && code != MAILBOX_FULL
                ? MailException.permanent(what, refusal)
                : MailException.passing(what, refusal);
    }

    /** The server refused the letter as a whole, or the line broke. */
    static MailException onSending(MessagingException failure) {
        if (!(failure instanceof SMTPSendFailedException refusal) || refusal.getReturnCode() < 0) {
            return MailException.broken("đứt kết nối với máy chủ thư khi đang gửi: " + reason(failure), failure);
        }
        String what = "máy chủ thư không nhận thư (lệnh " + commandOf(refusal) + "): " + reply(refusal);
        // a sender that is refused is refused for every letter; only the size of this one is its own
        if (commandOf(refusal).equals("MAIL") && refusal.getReturnCode() != MAILBOX_FULL) {
            return MailException.unreachable(what, refusal);
        }
        return isPermanent(refusal.getReturnCode(), refusal)
                ? MailException.permanent(what, refusal)
                : MailException.passing(what, refusal);
    }

    /**
     * 5xx, save 5.7.x: that one says that the sender may not (no relaying, address block-listed), which is mended on the
     * sender's side while the letter waits.
     */
    private static boolean isPermanent(int code, MessagingException refusal) {
        return code >= 500 && !reply(refusal).matches("\\d{3}[ -]5\\.7\\.\\d+.*");
    }

    private static String commandOf(SMTPSendFailedException refusal) {
        String command = Objects.toString(refusal.getCommand(), "");
        if (command.startsWith("MAIL")) {
            return "MAIL";
        }
        return command.equals(".") || command.startsWith("DATA") ? "DATA" : command;
    }

    private static String reply(MessagingException failure) {
        return Objects.toString(failure.getMessage(), "").strip().replaceAll("\\R+", " ");
    }

    /** What broke, with the cause underneath: "Couldn't connect" alone does not say that the port is closed. */
    private static String reason(MessagingException failure) {
        Exception cause = failure.getNextException();
        return reply(failure) + (cause == null ? "" : " (" + cause.getMessage() + ")");
    }
}
