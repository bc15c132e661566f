package vn.dondoc.mail;

import java.io.InputStream;

/**
 * A message as it lies in the mailbox.
 *
 * @param whole false when it is too large, and only its head is given
 * @param bytes read once, straight from the server
 */
public record Arrival(boolean whole, InputStream bytes) {}
