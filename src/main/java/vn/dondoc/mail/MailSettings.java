package vn.dondoc.mail;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.dondoc.outbox.ReleasePolicy;
import vn.dondoc.outbox.RetryPolicy;

/**
 * How letters leave, as the configuration says.
 *
 * @param folder where the folder transport writes
 * @param server what the SMTP transport talks to; null with the folder transport
 * @param redirectAllTo for rehearsals: every letter goes to this address alone
 * @param marks by which an answer will tell which letter it answers
 */
public record MailSettings(
        Sender sender,
        Transport transport,
        Path folder,
        @Nullable SmtpServer server,
        @Nullable String redirectAllTo,
        RetryPolicy retries,
        ReleasePolicy release,
        ReplyMarks marks) {

    public MailSettings {
        if (transport == Transport.SMTP && server == null) {
            throw new IllegalArgumentException("the SMTP transport needs a server");
        }
    }

    /** The transport that these settings name. */
    public MailTransport open() {
        MimeComposer composer = new MimeComposer(sender, redirectAllTo, marks);
        return server != null && transport == Transport.SMTP
                ? new SmtpTransport(server, composer)
                : new FolderTransport(folder, composer);
    }

    /** Files for a rehearsal, whatever these settings name: quicker, and not meant to outlive a power cut. */
    public MailTransport openForRehearsal() {
        return FolderTransport.forRehearsal(folder, new MimeComposer(sender, redirectAllTo, marks));
    }

    /** Where letters go. {@code FOLDER} writes files and mails nothing. */
    public enum Transport {
        FOLDER,
        SMTP
    }

    /** How the line to the server is protected. */
    public enum Security {
        NONE,
        STARTTLS,
        TLS
    }

    /** In whose name letters are written. The address is the envelope sender, too, and gets the bounces. */
    public record Sender(
            String address, String name, @Nullable String replyTo) {}

    /** A mail server. A null login means that it asks for none. */
    public record SmtpServer(
            String host,
            int port,
            Security security,
            @Nullable Login login,
            Timeouts timeouts,
            Load load) {}

    /** A user name with its password, which never shows in print. */
    public record Login(String username, String password) {

        @Override
        public String toString() {
            return "Login[username=" + username + ", password=***]";
        }
    }

    /** How long to wait for the server; reading includes the wait for its last word on a letter. */
    public record Timeouts(Duration connect, Duration read, Duration write) {
        public static final Timeouts DEFAULT =
                new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofSeconds(60));
    }
}
