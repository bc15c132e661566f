package vn.dondoc.app;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.OfficeHours;
import vn.dondoc.config.Configuration;
import vn.dondoc.config.ImapConfiguration;
import vn.dondoc.config.MailConfiguration;
import vn.dondoc.config.SmtpConfiguration;
import vn.dondoc.letters.FirstUse;
import vn.dondoc.mail.Load;
import vn.dondoc.mail.MailSettings;
import vn.dondoc.mail.MailSettings.Login;
import vn.dondoc.mail.MailSettings.SmtpServer;
import vn.dondoc.mail.MailSettings.Timeouts;
import vn.dondoc.mail.MailboxSettings;
import vn.dondoc.mail.ReplyMarks;
import vn.dondoc.outbox.ReleasePolicy;
import vn.dondoc.outbox.RetryPolicy;

/** Hands the mail part of the configuration to the stages that need it, in their own words. */
public final class MailSettingsOf {
    private MailSettingsOf() {}

    public static MailSettings configuration(Settings settings) {
        MailConfiguration mail = settings.configuration().mail();
        boolean smtp = mail.transport() == MailConfiguration.Transport.SMTP;
        return new MailSettings(
                new MailSettings.Sender(mail.from(), mail.fromName(), emptyToNull(mail.replyTo())),
                smtp ? MailSettings.Transport.SMTP : MailSettings.Transport.FOLDER,
                settings.home().letters(settings.configuration()),
                smtp ? server(mail.smtp()) : null,
                emptyToNull(mail.redirectAllTo()),
                RetryPolicy.DEFAULT,
                ReleasePolicy.valueOf(mail.release().name()),
                marks(settings));
    }

    /** Letters are marked only where answers are fetched. */
    public static ReplyMarks marks(Settings settings) {
        MailConfiguration mail = settings.configuration().mail();
        return mail.imap().isOn()
                ? new ReplyMarks(new FirstUse<>(settings.signingKey()), mail.replyTags())
                : ReplyMarks.NONE;
    }

    /**
     * The mailbox into which letters are answered.
     *
     * @param mostBytes of a message; of a larger one only the head is fetched
     */
    public static MailboxSettings mailbox(ImapConfiguration imap, long mostBytes) {
        return new MailboxSettings(
                imap.host(),
                imap.port(),
                MailSettings.Security.valueOf(imap.security().name()),
                new Login(imap.username(), imap.password().reveal()),
                imap.folder(),
                imap.handledFolder(),
                Duration.ofSeconds(imap.timeoutSeconds()),
                mostBytes);
    }

    public static OfficeHours officeHours(Configuration configuration) {
        var hours = configuration.mail().officeHours();
        return new OfficeHours(hours.from(), hours.to());
    }

    private static SmtpServer server(SmtpConfiguration smtp) {
        Duration wait = Duration.ofSeconds(smtp.timeoutSeconds());
        return new SmtpServer(
                smtp.host(),
                smtp.port(),
                MailSettings.Security.valueOf(smtp.security().name()),
                smtp.username().isEmpty()
                        ? null
                        : new Login(smtp.username(), smtp.password().reveal()),
                new Timeouts(wait, wait, wait),
                new Load(smtp.connections(), smtp.lettersPerMinute()));
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
