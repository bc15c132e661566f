package vn.dondoc.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches what lies unseen in the mailbox, message by message, each read in pieces. A message is marked as seen (or moved)
 * only after its reader has kept it: what dies in between comes again.
 */
public final class Mailbox {
    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

    /** So many at a time; the rest is fetched the next time. */
    private static final int MOST_AT_ONCE = 500;

    private final MailboxSettings settings;

    public Mailbox(MailboxSettings settings) {
        this.settings = settings;
    }

    /** Takes messages. */
    @FunctionalInterface
    public interface Reader {
        /** Keeps a message; when this returns it will outlive a power cut, and when it throws it comes again. */
        void keep(Arrival arrival) throws IOException;
    }

    /**
     * Hands each unseen message to the reader, the oldest first; one that cannot be read does not keep the others away.
     *
     * @return how many were kept
     * @throws MailException when the server cannot be reached, lets nobody in, or breaks off
     */
    public int fetch(Reader reader) throws MailException {
        try (Store store = Session.getInstance(properties()).getStore("imap")) {
            connect(store);
            try (Folder folder = store.getFolder(settings.folder())) {
                folder.open(Folder.READ_WRITE);
                return fetch(folder, reader);
            }
        } catch (MessagingException broken) {
            throw MailException.unreachable(
                    "không đọc được hộp thư " + settings.folder() + " trên " + place() + ": " + reason(broken), broken);
        }
    }

    private void connect(Store store) throws MessagingException, MailException {
        MailSettings.Login login = settings.login();
        try {
            store.connect(
                    settings.host(),
                    settings.port(),
                    login == null ? null : login.username(),
                    login == null ? null : login.password());
        } catch (AuthenticationFailedException refused) {
            throw MailException.loginRefused(
                    "máy chủ thư " + place() + " không nhận tên đăng nhập, mật khẩu: " + reason(refused), refused);
        } catch (MessagingException closed) {
            throw MailException.unreachable(
                    "không kết nối được hộp thư trên " + place() + ": " + reason(closed), closed);
        }
    }

    private int fetch(Folder folder, Reader reader) throws MessagingException {
        Message[] unseen = Arrays.stream(folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false)))
                .limit(MOST_AT_ONCE)
                .toArray(Message[]::new);
        FetchProfile sizes = new FetchProfile();
        sizes.add(FetchProfile.Item.SIZE);
        folder.fetch(unseen, sizes);
        int kept = 0;
        for (Message message : unseen) {
            if (keep((IMAPMessage) message, reader)) {
                done(folder, message);
                kept++;
            }
        }
        return kept;
    }

    private boolean keep(IMAPMessage message, Reader reader) throws MessagingException {
        message.setPeek(true);
        boolean whole = message.getSize() <= settings.mostBytes();
        try (InputStream bytes = new BufferedInputStream(message.getMimeStream())) {
            reader.keep(new Arrival(whole, whole ? bytes : new HeadStream(bytes)));
            return true;
        } catch (IOException unread) {
            LOG.error("a message in the mailbox could not be read or kept; it stays unseen and comes again", unread);
            return false;
        }
    }

    private void done(Folder folder, Message message) throws MessagingException {
        if (!settings.handledFolder().isEmpty()) {
            Folder handled = folder.getStore().getFolder(settings.handledFolder());
            if (!handled.exists()) {
                handled.create(Folder.HOLDS_MESSAGES);
            }
            folder.copyMessages(new Message[] {message}, handled);
            message.setFlag(Flags.Flag.DELETED, true);
        }
        message.setFlag(Flags.Flag.SEEN, true);
    }

    private String place() {
        return settings.host() + ":" + settings.port();
    }

    private static String reason(MessagingException failure) {
        Exception cause = failure.getNextException();
        return Objects.toString(failure.getMessage(), "") + (cause == null ? "" : " (" + cause.getMessage() + ")");
    }

    private Properties properties() {
        Properties properties = new Properties();
        boolean starttls = settings.security() == MailSettings.Security.STARTTLS;
        properties.setProperty("mail.imap.starttls.enable", Boolean.toString(starttls));
        properties.setProperty("mail.imap.starttls.required", Boolean.toString(starttls));
        properties.setProperty(
                "mail.imap.ssl.enable", Boolean.toString(settings.security() == MailSettings.Security.TLS));
        properties.setProperty("mail.imap.ssl.checkserveridentity", "true");
        String millis = Long.toString(settings.timeout().toMillis());
        properties.setProperty("mail.imap.connectiontimeout", millis);
        properties.setProperty("mail.imap.timeout", millis);
        properties.setProperty("mail.imap.writetimeout", millis);
        // in pieces: no message is ever held in memory
        properties.setProperty("mail.imap.fetchsize", Integer.toString(256 << 10));
        return properties;
    }
}
