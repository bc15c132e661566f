package vn.dondoc.mail;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The mailbox into which letters are answered.
 *
 * @param folder that is read
 * @param handledFolder to which a message goes once it is kept; empty when it stays, marked as seen
 * @param timeout for connecting, and for each word of the server
 * @param mostBytes of a message; of a larger one only the head is fetched
 */
public record MailboxSettings(
        String host,
        int port,
        MailSettings.Security security,
        MailSettings.@Nullable Login login,
        String folder,
        String handledFolder,
        Duration timeout,
        long mostBytes) {}
